import type { Fault, Format } from '@vertretbar/domain/problem'
import { bad, type Row } from './file.ts'

/** The federal states as ISO 3166-2 writes them. */
export const states = 'BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH'.split(' ').map((state) => `DE-${state}`)

const key = '/authorities/0/keys/0/key'

export const wrongFormat: readonly Row[] = (
  [
    ['30 February', '/specialists/0/employment/validFrom', '2026-02-30', 'date'],
    ['29 February of a common year', '/authorities/0/closures/0/date', '2027-02-29', 'date'],
    ['29 February of 2100', '/asOf', '2100-02-29', 'date'],
    ['a 13th month', '/agreements/0/validFrom', '2026-13-01', 'date'],
    ['a date as people write it', '/agreements/0/validFrom', '1.1.2026', 'date'],
    ['an instant as date', '/agreements/0/validFrom', '2026-01-01T00:00:00Z', 'date'],
    ['a half-day on 31 November', '/absences/0/from', '2026-11-31/am', 'half-day'],
    ['a half-day without its half', '/bookings/0/halfDays/0', '2026-12-21', 'half-day'],
    ['a half-day at noon', '/refusals/0/halfDay', '2027-01-20/noon', 'half-day'],
    ['a bid opening on 30 February', '/requirements/33/when/halfDays/0', '2026-02-30/am', 'half-day'],
    ['a key of 4 digits', key, '0315', 'official-key'],
    ['a key of 6 digits', key, '031580', 'official-key'],
    ['a key of 10 digits', key, '0315803700', 'official-key'],
    ['a key of 13 digits', key, '0315803700000', 'official-key'],
    ['a key with a letter', key, '0315A', 'official-key'],
    ['HTML in a name', '/specialists/0/displayName', '<b>LK P1</b>', 'name'],
    ['a line break in a name', '/specialists/0/displayName', 'LK\nP1', 'name'],
    ['a NUL in a name', '/region/name', 'Region\u0000', 'name'],
    ['half a surrogate pair in a name', '/region/name', 'Region \ud800', 'name'],
    ['an id with a space', '/region/id', 'lk wolfenbuettel', 'id'],
    ['an id with a capital', '/region/id', 'Wolfenbuettel', 'id'],
    ['an id with an umlaut', '/region/id', 'wolfenbüttel', 'id'],
    ['a rate for an area with a capital', '/agreements/0/ratesCentsPerHour/Audit', 1, 'id'],
  ] satisfies readonly (readonly [string, string, unknown, Format])[]
).map(([name, pointer, value, format]) => bad(name, pointer, value, { code: 'wrong-format', format }))

const atLeast = (minimum: number): Fault => ({ code: 'too-small', of: 'value', minimum })
const atMost = (maximum: number): Fault => ({ code: 'too-large', of: 'value', maximum })
const characters = { of: 'characters' } as const
const entriesAtLeast = (minimum: number): Fault => ({ code: 'too-small', of: 'entries', minimum })
const entriesAtMost = (maximum: number): Fault => ({ code: 'too-large', of: 'entries', maximum })
const weeks = '/specialists/0/workPattern/0/weeks'
const conflicting = '/region/conflicts/0/areas'

export const outOfBounds: readonly Row[] = [
  bad('a need for nobody', '/requirements/0/needs/0/count', 0, atLeast(1)),
  bad('a cover limit of −1', '/specialists/0/coverLimitHalfDaysPerWeek', -1, atLeast(0)),
  bad('a monthly limit of −1', '/agreements/0/monthlyHalfDayLimit', -1, atLeast(0)),
  bad('notice of −1 days', '/agreements/0/noticeWorkingDays', -1, atLeast(0)),
  bad('a lead time of −1 days', '/products/0/accessLeadWorkingDays', -1, atLeast(0)),
  bad('a rate of −1 cent', '/agreements/0/ratesCentsPerHour/audit', -1, atLeast(0)),
  bad('a look-back of −1 days', '/region/conflicts/0/lookBackDays', -1, atLeast(0)),
  bad('need −1 refused', '/refusals/0/need', -1, atLeast(0)),
  bad('a horizon of no days', '/region/settings/horizonDays', 0, atLeast(1)),
  bad('a horizon of a billion days', '/region/settings/horizonDays', 1e9, atMost(366)),
  bad('a week of 15 half-days of cover', '/specialists/0/coverLimitHalfDaysPerWeek', 15, atMost(14)),
  bad('a name of 201 characters', '/region/name', 'x'.repeat(201), { code: 'too-large', ...characters, maximum: 200 }),
  bad('an id of 129 characters', '/region/id', 'x'.repeat(129), { code: 'too-large', ...characters, maximum: 128 }),
  bad('an empty name', '/region/name', '', { code: 'too-small', ...characters, minimum: 1 }),
  bad('a pattern of 5 weeks', weeks, [{}, {}, {}, {}, {}], entriesAtMost(4)),
  bad(
    'a booking of 10,001 half-days',
    '/bookings/0/halfDays',
    Array(10_001).fill('2026-12-07/am'),
    entriesAtMost(10_000),
  ),
  bad('a pattern of no weeks', weeks, [], entriesAtLeast(1)),
  bad('a requirement without needs', '/requirements/0/needs', [], entriesAtLeast(1)),
  bad('a need for no role', '/requirements/0/needs/0/anyOf', [], entriesAtLeast(1)),
  bad('a weekly requirement on no day', '/requirements/0/when/days', [], entriesAtLeast(1)),
  bad('an agreement without givers', '/agreements/0/givers', [], entriesAtLeast(1)),
  bad('an agreement without receivers', '/agreements/0/receivers', [], entriesAtLeast(1)),
  bad('a conflict of one area', conflicting, ['audit'], entriesAtLeast(2)),
  bad('a conflict of three areas', conflicting, ['audit', 'payroll', 'procurement'], entriesAtMost(2)),
]

const kinds = 'city district municipality joint-municipality joint-body'
const deadlines = 'contribution-statement contributions payday wage-tax-return'

export const notOneOf: readonly Row[] = (
  [
    ['a later format', '/format', 'vertretbar-region/2', 'vertretbar-region/1'],
    ['another time zone', '/region/timeZone', 'Europe/Vienna', 'Europe/Berlin'],
    ['a state that does not exist', '/authorities/0/state', 'DE-XX', states.join(' ')],
    ['a state without its country', '/region/collectionOffices/0/state', 'NI', states.join(' ')],
    ['an unknown kind of authority', '/authorities/0/kind', 'county', kinds],
    ['a closure of the evening', '/authorities/0/closures/0/half', 'evening', 'am pm'],
    ['an unknown legal form', '/agreements/0/legalForm', 'handshake', 'assistance mandate delegation'],
    ['an unknown VAT treatment', '/agreements/0/vat', '19 %', 'section-2b taxable exempt'],
    ['a whole day that is not full', `${weeks}/0/mo`, 'whole', 'full am pm'],
    ['an eighth day', '/requirements/0/when/days/0', 'xx', 'mo tu we th fr sa su'],
    ['an unknown kind of time', '/requirements/0/when/kind', 'monthly', 'weekly deadline dates'],
    ['a number as kind of time', '/requirements/0/when/kind', 1, 'weekly deadline dates'],
    ['an unknown deadline', '/requirements/1/when/deadline', 'vat-return', deadlines],
    ['an unknown criticality', '/requirements/0/criticality', 'high', 'critical normal'],
    ['an unknown status', '/bookings/0/status', 'accepted', 'requested confirmed active done reconciled ended'],
    ['an unknown consent', '/serviceAreas/0/lenderConsent', 'mayor', 'hr-manager area-head'],
  ] as const
).map(([name, pointer, value, allowed]) =>
  bad(name, pointer, value, { code: 'not-one-of', allowed: allowed.split(' ') }),
)
