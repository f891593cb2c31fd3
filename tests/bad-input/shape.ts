import type { Fault, Wanted } from '@vertretbar/domain/problem'
import { bad, type Row, write } from './file.ts'
import { states } from './values.ts'

const object: Wanted = { expected: 'object' }
const list: Wanted = { expected: 'list' }
const integer: Wanted = { expected: 'integer' }
const name: Wanted = { expected: 'text', format: 'name' }
const date: Wanted = { expected: 'text', format: 'date' }
const halfDay: Wanted = { expected: 'text', format: 'half-day' }
const oneOf = (...allowed: string[]): Wanted => ({ expected: 'text', allowed })

const wrong = (wanted: Wanted): Fault => ({ code: 'wrong-type', ...wanted })
const horizon = '/region/settings/horizonDays'

export const wrongType: readonly Row[] = [
  ['null as the file', () => 'null', { pointer: '', ...wrong(object) }],
  ['a list as the file', () => '[]', { pointer: '', ...wrong(object) }],
  ['the number 1e999', write('"horizonDays": 90', '"horizonDays": 1e999'), { pointer: horizon, ...wrong(integer) }],
  bad('a list as the head', '/region', [], wrong(object)),
  bad('a number as name', '/region/name', 7, wrong(name)),
  bad('null as name', '/authorities/0/name', null, wrong(name)),
  bad('a number as schema', '/$schema', 1, wrong({ expected: 'text' })),
  bad('a number in quotation marks', horizon, '90', wrong(integer)),
  bad('a word as number', horizon, 'x', wrong(integer)),
  bad('a rate in euro and cent', '/agreements/0/ratesCentsPerHour/audit', '72,40', wrong(integer)),
  bad('half a person', '/requirements/0/needs/0/count', 1.5, wrong(integer)),
  bad('an object as list', '/specialists', {}, wrong(list)),
  bad('a text as absence', '/absences/0', 'lk-p2', wrong(object)),
  bad('a text for yes', '/authorities/0/openOnDefaultClosures', 'true', wrong({ expected: 'boolean' })),
  bad('a number as date', '/authorities/0/closures/0/date', 20260101, wrong(date)),
  bad('a number as half-day', '/absences/0/from', 20261214, wrong(halfDay)),
  bad('a number as id', '/authorities/0/id', 3158, wrong({ expected: 'text', format: 'id' })),
  bad('a number as key', '/authorities/0/keys/0/key', 3158, wrong({ expected: 'text', format: 'official-key' })),
  bad('a list as work pattern week', '/specialists/0/workPattern/0/weeks/0', [], wrong(object)),
  bad('a text as rates', '/agreements/0/ratesCentsPerHour', '61.50', wrong(object)),
  bad('a list as time of a requirement', '/requirements/0/when', [], wrong(object)),
  bad('a text as conflicting areas', '/region/conflicts/0/areas', 'audit', wrong(list)),
]

export const missing: readonly Row[] = (
  [
    ['/format', oneOf('vertretbar-region/1')],
    ['/region', object],
    ['/region/timeZone', oneOf('Europe/Berlin')],
    [horizon, integer],
    ['/region/collectionOffices/0/state', oneOf(...states)],
    ['/serviceAreas/0/name/de', name],
    ['/serviceAreas/0/roles/0/authorisation', oneOf('none', 'required')],
    ['/products/0/accessLeadWorkingDays', integer],
    ['/authorities/0/state', oneOf(...states)],
    ['/authorities/0/keys/0/key', { expected: 'text', format: 'official-key' }],
    ['/authorities/0/deployments/0/validFrom', date],
    ['/agreements/0/legalForm', oneOf('assistance', 'mandate', 'delegation')],
    ['/agreements/0/validFrom', date],
    ['/specialists', list],
    ['/specialists/0/employment', object],
    ['/specialists/0/workPattern/0/weeks', list],
    ['/requirements/0/when', object],
    ['/requirements/0/when/kind', oneOf('weekly', 'deadline', 'dates')],
    ['/requirements/0/when/halves', list],
    ['/requirements/1/when/deadline', oneOf('contribution-statement', 'contributions', 'payday', 'wage-tax-return')],
    ['/requirements/33/when/halfDays', list],
    ['/requirements/0/needs/0/count', integer],
    ['/absences/0/from', halfDay],
    ['/bookings/0/status', oneOf('requested', 'confirmed', 'active', 'done', 'reconciled', 'ended')],
    ['/refusals/0/need', integer],
  ] satisfies readonly (readonly [string, Wanted])[]
).map(([pointer, wanted]) => bad(`no ${pointer}`, pointer, undefined, { code: 'missing-field', ...wanted }))

const fieldsOfAbsence = 'id specialist from to reviewOn'
const fieldsOfFile =
  '$schema format asOf region serviceAreas products authorities agreements specialists requirements absences bookings refusals gapMarks'
const fieldsOfAgreement =
  'id givers receivers areas legalForm validFrom validTo ratesCentsPerHour monthlyHalfDayLimit noticeWorkingDays document vat'
const fieldsOfSpecialist =
  'id displayName authority homeArea employment weeklyMinutes workPattern competences authorisations access exclusions coverLimitHalfDaysPerWeek'

const fieldsOfBooking =
  'id specialist authority area agreement halfDays status reason mode ruleSet requestedAt requestedBy expiresAt consents released handOver worked closedAt'

const unknown: readonly Row[] = (
  [
    ['/comment', fieldsOfFile],
    ['/a~1b~0c', fieldsOfFile],
    ['/region/comment', 'id name timeZone collectionOffices conflicts settings'],
    ['/region/settings/comment', 'horizonDays requestExpiryWorkingDays'],
    ['/region/collectionOffices/0/comment', 'id name state'],
    ['/serviceAreas/0/comment', 'id name roles lenderConsent blocks'],
    ['/products/0/comment', 'id name vendor accessLeadWorkingDays'],
    ['/authorities/0/comment', 'id name kind keys state closures openOnDefaultClosures deployments'],
    ['/authorities/0/closures/0/comment', 'date half'],
    ['/agreements/0/comment', fieldsOfAgreement],
    ['/specialists/0/comment', fieldsOfSpecialist],
    ['/specialists/0/employment/reason', 'validFrom validTo'],
    ['/specialists/21/exclusions/0/reason', 'authority area validFrom validTo'],
    ['/requirements/0/when/comment', 'kind days halves validFrom validTo'],
    ['/requirements/1/when/days', 'kind deadline workingDaysBefore workingDaysAfter halves'],
    ['/requirements/33/when/validTo', 'kind halfDays'],
    ['/requirements/0/needs/0/comment', 'anyOf count indivisible'],
    ['/absences/0/kind', fieldsOfAbsence],
    ['/absences/0/reason', fieldsOfAbsence],
    ['/bookings/0/comment', fieldsOfBooking],
    ['/refusals/0/reason', 'requirement need halfDay specialist'],
  ] as const
).map(([pointer, known]) => bad(`a field ${pointer}`, pointer, 'x', { code: 'unknown-field', known: known.split(' ') }))

/** Fields that every JavaScript object seems to have already. */
const inherited: readonly Row[] = [
  [
    '__proto__ as a field of the file',
    write('{', '{ "__proto__": {},'),
    { pointer: '/__proto__', code: 'unknown-field', known: [] },
  ],
  [
    '__proto__ as a field of a name',
    write('"de": "Personalabrechnung"', '"de": "Personalabrechnung", "__proto__": 1'),
    { pointer: '/serviceAreas/0/name/__proto__', code: 'unknown-field', known: [] },
  ],
  [
    '__proto__ as an area with a rate',
    write('"payroll": 6150', '"payroll": 6150, "__proto__": 1'),
    { pointer: '/agreements/0/ratesCentsPerHour/__proto__', code: 'unknown-field', known: [] },
  ],
  [
    'constructor as an area with a rate',
    write('"payroll": 6150', '"payroll": 6150, "constructor": 1'),
    {
      pointer: '/agreements/0/ratesCentsPerHour/constructor',
      code: 'unknown-reference',
      to: 'area',
      id: 'constructor',
    },
  ],
]

export const unknownField: readonly Row[] = [...unknown, ...inherited]
