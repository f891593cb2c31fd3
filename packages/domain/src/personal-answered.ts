import type { FieldWords } from './personal-fields.ts'

/** The same of those that only answers have. */
export const answeredFields: Readonly<Record<string, FieldWords>> = {
  RegionView: {
    nobody: `id name version today horizonDays serviceAreas products authorities.id authorities.name
      authorities.kind authorities.state agreements requirements`,
    identity: 'specialists.id specialists.displayName specialists.authority specialists.homeArea',
  },
  AvailabilityView: {
    nobody: `version from to closed.authority closed.halfDays deadlines.deadline deadlines.on
      deadlines.authorities`,
    presence: 'people.specialist people.halfDays',
    cover: 'covers',
  },
  BrokenCover: {
    cover: 'booking specialist authority area halfDays.halfDay halfDays.codes',
  },
  HandOver: {
    nobody: 'contacts deadlines.deadline deadlines.date',
    identity: 'colleagues',
    cover: 'accesses openCases points.point points.isDone',
  },
  AssignmentPage: {
    cover: `booking.id booking.specialist booking.halfDays booking.mode booking.status home.id home.name
      inTheNameOf.id inTheNameOf.name area agreement.id`,
    identity: 'person',
    nobody: 'agreement.legalForm agreement.document contacts',
    skills: 'authorisations.validFrom authorisations.validTo accesses',
  },
  NeededAccess: {
    skills: 'authority product isOpen askBy',
    nobody: 'leadWorkingDays',
  },
  OwnMember: {
    access: 'id address language digestTime roles specialist deputyOf validFrom validTo',
    login: 'identity invitation.expiresAt',
  },
  OwnNotice: {
    notice: 'at notice',
  },
  OwnChange: {
    nobody: 'number',
    log: 'at action actor things.kind things.id',
  },
  PersonData: {
    nobody: 'format region version at',
    access: 'members',
    identity: 'specialist',
    absence: 'absences',
    cover: 'bookings',
    refusal: 'refusals',
    'gap-note': 'gapMarks',
    notice: 'notices mails',
    log: 'changes',
  },
  Me: {
    access: 'member address language roles asDeputy',
    nobody: 'region.id region.name authorities.id authorities.name areas.id areas.name',
    identity: 'specialist.id specialist.displayName',
  },
  NamedCandidate: {
    proposal: 'specialist authority halfDays passed opens shortNotice barred.codes barred.halfDays',
  },
  UnnamedCandidate: {
    proposal: 'candidate authority person halfDays passed opens shortNotice',
  },
  UnnamedAssignment: {
    proposal: 'who.authority who.person authority area agreement halfDays',
  },
  ReasonsView: {
    proposal: 'assignment passed shortNotice part alternative',
  },
  SpecialistView: {
    identity: 'id displayName authority homeArea',
    employment: 'employment.validFrom employment.validTo weeklyMinutes workPattern coverLimitHalfDaysPerWeek',
    skills: 'competences authorisations access exclusions',
  },
  MemberView: {
    access: 'id address language digestTime roles specialist deputyOf validFrom validTo',
    login: 'hasLoggedIn invitedUntil',
  },
  InvitedMember: {
    access: 'member',
    login: 'invitation.code invitation.expiresAt',
  },
  AuditLine: {
    nobody: 'number ruleSet',
    log: 'at actor action items',
  },
  AuditFinding: {
    nobody: 'code number found',
    log: 'item',
  },
  Region: {
    nobody: '$schema format asOf region serviceAreas products authorities agreements requirements',
    identity: 'specialists',
    absence: 'absences',
    cover: 'bookings',
    refusal: 'refusals',
    'gap-note': 'gapMarks',
  },
}
