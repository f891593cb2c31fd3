import type { FieldWords } from './personal-fields.ts'

/** The schemas of stored things that concern people, with all of their fields by what they tell. */
export const storedFields: Readonly<Record<string, FieldWords>> = {
  Specialist: {
    identity: 'id displayName authority homeArea',
    employment: 'employment.validFrom employment.validTo weeklyMinutes workPattern coverLimitHalfDaysPerWeek',
    skills: 'competences authorisations access exclusions',
  },
  WeeklyMinutes: {
    employment: 'validFrom validTo minutes',
  },
  WorkPattern: {
    employment: 'validFrom validTo weeks',
  },
  PatternWeek: {
    employment: 'mo tu we th fr sa su',
  },
  Competence: {
    skills: 'area roles products',
  },
  Authorisation: {
    skills: 'authority area validFrom validTo',
  },
  Access: {
    skills: 'authority product validFrom validTo',
  },
  Exclusion: {
    skills: 'authority area validFrom validTo',
  },
  Absence: {
    absence: 'id specialist from to reviewOn',
  },
  StoredPerson: {
    identity: 'specialist',
    absence: 'absences',
  },
  Booking: {
    cover: `id specialist authority area agreement halfDays status reason mode requestedAt requestedBy expiresAt
      consents.specialist consents.lender released handOver.done handOver.openCases worked.lender
      worked.receiver closedAt`,
    nobody: 'ruleSet',
  },
  Consent: {
    cover: 'halfDays at by way',
  },
  Released: {
    cover: 'halfDays reason at confirmed',
  },
  WorkStatement: {
    cover: 'halfDays at by',
  },
  CoverRefusal: {
    refusal: 'requirement need halfDay specialist',
  },
  GapMark: {
    nobody: 'id requirement need halfDays',
    'gap-note': 'kind by at',
  },
  Member: {
    access: 'id address language digestTime roles specialist deputyOf validFrom validTo',
    login: 'identity invitation.code invitation.expiresAt',
  },
  Grant: {
    access: 'role authority area',
  },
  Identity: {
    login: 'issuer subject',
  },
  Membership: {
    login: 'region member',
  },
  AuditEntry: {
    nobody: 'number ruleSet previous digest',
    log: 'at actor action items.item items.digest',
  },
  OutboxMessage: {
    nobody: 'id',
    notice: 'at notices',
  },
  Notice: {
    notice: 'kind booking.id booking.specialist booking.authority booking.area halfDays to',
  },
  Audience: {
    notice: 'kind specialist authority area',
  },
  Mail: {
    nobody: 'id',
    notice: 'kind to at notBefore alerts',
  },
  StoredMail: {
    notice: 'mail state tries nextTryAt fault endedAt',
  },
  KeyedCommand: {
    key: 'actor key digest outcome',
  },
  Outcome: {
    nobody: 'version',
    key: 'bookings absences gapMarks members',
  },
  Erased: {
    trace: 'specialist as at',
  },
  Head: {
    nobody: `region version generation authorities recent.version audit.number audit.digest audit.since
      audit.until`,
    trace: 'recent.rows',
  },
  Assignment: {
    proposal: 'specialist authority area agreement halfDays',
  },
  NearestCandidate: {
    proposal: 'specialist codes',
  },
  AssignmentReasons: {
    proposal: 'assignment passed shortNotice part alternative',
  },
  Measure: {
    nobody: 'kind giver receiver area authority agreement',
    proposal: 'specialist product halfDays absence from days',
  },
}
