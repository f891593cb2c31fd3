import { readFileSync } from 'node:fs'
import type { Problem } from '@vertretbar/domain/problem'
import { readRegion } from '@vertretbar/domain/read-region'
import { describe, expect, it } from 'vitest'

const bytes = readFileSync(new URL('../packages/domain/regions/wolfenbuettel.json', import.meta.url))
const text = bytes.toString('utf8')

type Change = () => string | Uint8Array
type Row = readonly [name: string, change: Change, pointer: string, code: Problem['code']]

/** The file with the value at the pointer replaced or added; `undefined` takes the field out. */
const put = (pointer: string, value: unknown): Change => {
  return () => {
    const file: unknown = JSON.parse(text)
    const [field = '', ...path] = steps(pointer).toReversed()
    const owner = path.toReversed().reduce(child, file)
    if (typeof owner !== 'object' || owner === null) throw new Error(`nothing at ${pointer}`)
    if (value === undefined) Reflect.deleteProperty(owner, field)
    else Reflect.set(owner, field, value)
    return JSON.stringify(file)
  }
}

const without = (pointer: string): Change => put(pointer, undefined)

/** The file with a copy of the first entry of a list at its end, the copy changed in these fields. */
const repeat = (pointer: string, fields: Record<string, unknown> = {}): Change => {
  const list = steps(pointer).reduce(child, JSON.parse(text))
  if (!Array.isArray(list)) throw new Error(`no list at ${pointer}`)
  return put(`${pointer}/${list.length}`, Object.assign({}, list[0], fields))
}

/** The file with the first occurrence of a text replaced by another. */
const write = (before: string, after: string): Change => {
  return () => {
    if (!text.includes(before)) throw new Error(`the file has no ${before}`)
    return text.replace(before, () => after)
  }
}

/** The field names of a JSON pointer (RFC 6901). */
function steps(pointer: string): string[] {
  const names = pointer.slice(1).split('/')
  return names.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function child(value: unknown, step: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
}

function brokenAt(position: number, ...broken: number[]): Uint8Array {
  return Buffer.concat([bytes.subarray(0, position), Uint8Array.from(broken), bytes.subarray(position)])
}

const reversed = { validFrom: '2026-06-02', validTo: '2026-06-01' }
const brackets = '['.repeat(200_000) + ']'.repeat(200_000)
const braces = '{"a":'.repeat(200_000)

const notJson: readonly Row[] = [
  ['an empty file', () => '', '', 'not-json'],
  ['only white space', () => ' \n', '', 'not-json'],
  ['a text that is not JSON', () => 'Abteilung;Name\n', '', 'not-json'],
  ['a file cut in half', () => text.slice(0, text.length / 2), '', 'not-json'],
  ['a file without its last brace', () => text.slice(0, text.lastIndexOf('}')), '', 'not-json'],
  ['a second document behind the first', () => `${text}{}`, '', 'not-json'],
  ['a comment', write('{', '{ // Stand November\n'), '', 'not-json'],
  ['a comma behind the last entry', write('"DE-NW"\n   }', '"DE-NW"\n   },'), '', 'not-json'],
  ['single quotes', write('"DE-NI"', "'DE-NI'"), '', 'not-json'],
  ['a number with a leading zero', write('"horizonDays": 90', '"horizonDays": 090'), '', 'not-json'],
  ['a number that is NaN', write('"horizonDays": 90', '"horizonDays": NaN'), '', 'not-json'],
  ['a line break inside a text', write('Region Wolf', 'Region\nWolf'), '', 'not-json'],
  ['an unknown escape', write('Region Wolf', 'Region\\xWolf'), '', 'not-json'],
  ['a byte that is never UTF-8', () => brokenAt(200, 0xff), '', 'not-utf8'],
  ['half a character at the end of the file', () => brokenAt(bytes.length, 0xc3), '', 'not-utf8'],
  ['an overlong character', () => brokenAt(200, 0xc0, 0xaf), '', 'not-utf8'],
  ['a surrogate written as UTF-8', () => brokenAt(200, 0xed, 0xa0, 0x80), '', 'not-utf8'],
  ['UTF-16', () => Buffer.from(`\uFEFF${text}`, 'utf16le'), '', 'not-utf8'],
  ['200,000 brackets', () => brackets, '/0'.repeat(64), 'too-deep'],
  ['200,000 brackets that are never closed', () => '['.repeat(200_000), '/0'.repeat(64), 'too-deep'],
  ['200,000 braces', () => braces, '/a'.repeat(64), 'too-deep'],
  [
    '200,000 brackets as a name',
    write('"Region Wolfenbüttel"', brackets),
    `/region/name${'/0'.repeat(62)}`,
    'too-deep',
  ],
]

const wrongType: readonly Row[] = [
  ['null as the file', () => 'null', '', 'wrong-type'],
  ['a list as the file', () => '[]', '', 'wrong-type'],
  ['a list as the head', put('/region', []), '/region', 'wrong-type'],
  ['a number as name', put('/region/name', 7), '/region/name', 'wrong-type'],
  ['null as name', put('/authorities/0/name', null), '/authorities/0/name', 'wrong-type'],
  ['a text as number', put('/region/settings/horizonDays', '90'), '/region/settings/horizonDays', 'wrong-type'],
  ['half a person', put('/requirements/0/needs/0/count', 1.5), '/requirements/0/needs/0/count', 'wrong-type'],
  [
    'the number 1e999',
    write('"horizonDays": 90', '"horizonDays": 1e999'),
    '/region/settings/horizonDays',
    'wrong-type',
  ],
  ['an object as list', put('/specialists', {}), '/specialists', 'wrong-type'],
  ['a text as absence', put('/absences/0', 'lk-p2'), '/absences/0', 'wrong-type'],
  [
    'a text for yes',
    put('/authorities/0/openOnDefaultClosures', 'true'),
    '/authorities/0/openOnDefaultClosures',
    'wrong-type',
  ],
  ['a number as date', put('/authorities/0/closures/0/date', 20260101), '/authorities/0/closures/0/date', 'wrong-type'],
  [
    'a list as work pattern week',
    put('/specialists/0/workPattern/0/weeks/0', []),
    '/specialists/0/workPattern/0/weeks/0',
    'wrong-type',
  ],
  ['a text as rates', put('/agreements/0/ratesCentsPerHour', '61.50'), '/agreements/0/ratesCentsPerHour', 'wrong-type'],
  ['a list as time of a requirement', put('/requirements/0/when', []), '/requirements/0/when', 'wrong-type'],
  ['a text as conflicting areas', put('/region/conflicts/0/areas', 'audit'), '/region/conflicts/0/areas', 'wrong-type'],
]

const missing: readonly Row[] = [
  '/format',
  '/region',
  '/region/timeZone',
  '/region/settings/horizonDays',
  '/region/collectionOffices/0/state',
  '/serviceAreas/0/name/de',
  '/serviceAreas/0/roles/0/authorisation',
  '/products/0/accessLeadWorkingDays',
  '/authorities/0/state',
  '/authorities/0/keys/0/key',
  '/authorities/0/deployments/0/validFrom',
  '/agreements/0/legalForm',
  '/agreements/0/validFrom',
  '/specialists',
  '/specialists/0/employment',
  '/specialists/0/workPattern/0/weeks',
  '/requirements/0/when/kind',
  '/requirements/0/when/halves',
  '/requirements/1/when/deadline',
  '/requirements/33/when/halfDays',
  '/requirements/0/needs/0/count',
  '/absences/0/from',
  '/bookings/0/status',
  '/refusals/0/need',
].map((pointer) => [`no ${pointer}`, without(pointer), pointer, 'missing-field'])

const unknown: readonly Row[] = [
  '/comment',
  '/region/comment',
  '/region/settings/comment',
  '/region/collectionOffices/0/comment',
  '/serviceAreas/0/comment',
  '/products/0/comment',
  '/authorities/0/comment',
  '/authorities/0/closures/0/comment',
  '/agreements/0/comment',
  '/specialists/0/comment',
  '/specialists/0/employment/reason',
  '/specialists/21/exclusions/0/reason',
  '/requirements/0/when/comment',
  '/requirements/0/needs/0/comment',
  '/absences/0/kind',
  '/absences/0/reason',
  '/bookings/0/comment',
  '/refusals/0/reason',
  '/a~1b~0c',
].map((pointer) => [`a field ${pointer}`, put(pointer, 'x'), pointer, 'unknown-field'])

const unknownInText: readonly Row[] = [
  ['__proto__ as a field of the file', write('{', '{ "__proto__": {},'), '/__proto__', 'unknown-field'],
  [
    '__proto__ as a field of a name',
    write('"de": "Personalabrechnung"', '"de": "Personalabrechnung", "__proto__": 1'),
    '/serviceAreas/0/name/__proto__',
    'unknown-field',
  ],
  [
    '__proto__ as an area with a rate',
    write('"payroll": 6150', '"payroll": 6150, "__proto__": 1'),
    '/agreements/0/ratesCentsPerHour/__proto__',
    'unknown-field',
  ],
  [
    'constructor as an area with a rate',
    write('"payroll": 6150', '"payroll": 6150, "constructor": 1'),
    '/agreements/0/ratesCentsPerHour/constructor',
    'unknown-reference',
  ],
]

const duplicatedField: readonly Row[] = [
  ['the format twice', write('{', '{ "format": "vertretbar-region/1",'), '/format', 'duplicate-field'],
  [
    'an id twice in one object',
    write('"id": "payroll"', '"id": "x", "id": "payroll"'),
    '/serviceAreas/0/id',
    'duplicate-field',
  ],
  [
    'a field twice, once written with an escape',
    write('"horizonDays": 90', '"horizonDays": 90, "h\\u006frizonDays": 9'),
    '/region/settings/horizonDays',
    'duplicate-field',
  ],
  [
    'a rate twice',
    write('"audit": 7240', '"audit": 1, "audit": 7240'),
    '/agreements/0/ratesCentsPerHour/audit',
    'duplicate-field',
  ],
]

const wrongFormat: readonly Row[] = [
  ['30 February', '/specialists/0/employment/validFrom', '2026-02-30'],
  ['29 February of a common year', '/authorities/0/closures/0/date', '2027-02-29'],
  ['29 February of 2100', '/asOf', '2100-02-29'],
  ['a 13th month', '/agreements/0/validFrom', '2026-13-01'],
  ['a date as people write it', '/agreements/0/validFrom', '1.1.2026'],
  ['an instant as date', '/agreements/0/validFrom', '2026-01-01T00:00:00Z'],
  ['a half-day on 31 November', '/absences/0/from', '2026-11-31/am'],
  ['a half-day without its half', '/bookings/0/halfDays/0', '2026-12-21'],
  ['a half-day at noon', '/refusals/0/halfDay', '2027-01-20/noon'],
  ['a bid opening on 30 February', '/requirements/33/when/halfDays/0', '2026-02-30/am'],
  ['a key of 4 digits', '/authorities/0/keys/0/key', '0315'],
  ['a key of 6 digits', '/authorities/0/keys/0/key', '031580'],
  ['a key of 10 digits', '/authorities/0/keys/0/key', '0315803700'],
  ['a key of 13 digits', '/authorities/0/keys/0/key', '0315803700000'],
  ['a key with a letter', '/authorities/0/keys/0/key', '0315A'],
  ['HTML in a name', '/specialists/0/displayName', '<b>LK P1</b>'],
  ['a line break in a name', '/specialists/0/displayName', 'LK\nP1'],
  ['a NUL in a name', '/region/name', 'Region\u0000'],
  ['half a surrogate pair in a name', '/region/name', 'Region \ud800'],
  ['an id with a space', '/region/id', 'lk wolfenbuettel'],
  ['an id with a capital', '/region/id', 'Wolfenbuettel'],
].map(([name = '', pointer = '', value]) => [name, put(pointer, value), pointer, 'wrong-format'])

const outOfBounds: readonly Row[] = [
  ['a need for nobody', put('/requirements/0/needs/0/count', 0), '/requirements/0/needs/0/count', 'too-small'],
  [
    'a cover limit of −1',
    put('/specialists/0/coverLimitHalfDaysPerWeek', -1),
    '/specialists/0/coverLimitHalfDaysPerWeek',
    'too-small',
  ],
  [
    'a monthly limit of −1',
    put('/agreements/0/monthlyHalfDayLimit', -1),
    '/agreements/0/monthlyHalfDayLimit',
    'too-small',
  ],
  ['notice of −1 days', put('/agreements/0/noticeWorkingDays', -1), '/agreements/0/noticeWorkingDays', 'too-small'],
  [
    'a lead time of −1 days',
    put('/products/0/accessLeadWorkingDays', -1),
    '/products/0/accessLeadWorkingDays',
    'too-small',
  ],
  [
    'a rate of −1 cent',
    put('/agreements/0/ratesCentsPerHour/audit', -1),
    '/agreements/0/ratesCentsPerHour/audit',
    'too-small',
  ],
  [
    'a look-back of −1 days',
    put('/region/conflicts/0/lookBackDays', -1),
    '/region/conflicts/0/lookBackDays',
    'too-small',
  ],
  ['need −1 refused', put('/refusals/0/need', -1), '/refusals/0/need', 'too-small'],
  [
    'a horizon of a billion days',
    put('/region/settings/horizonDays', 1e9),
    '/region/settings/horizonDays',
    'too-large',
  ],
  [
    'a week of 15 half-days of cover',
    put('/specialists/0/coverLimitHalfDaysPerWeek', 15),
    '/specialists/0/coverLimitHalfDaysPerWeek',
    'too-large',
  ],
  ['a name of 201 characters', put('/region/name', 'x'.repeat(201)), '/region/name', 'too-large'],
  ['an id of 129 characters', put('/region/id', 'x'.repeat(129)), '/region/id', 'too-large'],
  ['an empty name', put('/region/name', ''), '/region/name', 'too-small'],
  [
    'a pattern of 5 weeks',
    put('/specialists/0/workPattern/0/weeks', [{}, {}, {}, {}, {}]),
    '/specialists/0/workPattern/0/weeks',
    'too-large',
  ],
  [
    'a pattern of no weeks',
    put('/specialists/0/workPattern/0/weeks', []),
    '/specialists/0/workPattern/0/weeks',
    'too-small',
  ],
  ['a requirement without needs', put('/requirements/0/needs', []), '/requirements/0/needs', 'too-small'],
  ['a need for no role', put('/requirements/0/needs/0/anyOf', []), '/requirements/0/needs/0/anyOf', 'too-small'],
  ['a weekly requirement on no day', put('/requirements/0/when/days', []), '/requirements/0/when/days', 'too-small'],
  ['an agreement without givers', put('/agreements/0/givers', []), '/agreements/0/givers', 'too-small'],
  ['an agreement without receivers', put('/agreements/0/receivers', []), '/agreements/0/receivers', 'too-small'],
  ['a conflict of one area', put('/region/conflicts/0/areas', ['audit']), '/region/conflicts/0/areas', 'too-small'],
  [
    'a conflict of three areas',
    put('/region/conflicts/0/areas', ['audit', 'payroll', 'procurement']),
    '/region/conflicts/0/areas',
    'too-large',
  ],
]

const notOneOf: readonly Row[] = [
  ['a later format', '/format', 'vertretbar-region/2'],
  ['another time zone', '/region/timeZone', 'Europe/Vienna'],
  ['a state that does not exist', '/authorities/0/state', 'DE-XX'],
  ['a state without its country', '/region/collectionOffices/0/state', 'NI'],
  ['an unknown kind of authority', '/authorities/0/kind', 'county'],
  ['a closure of the evening', '/authorities/0/closures/0/half', 'evening'],
  ['an unknown legal form', '/agreements/0/legalForm', 'handshake'],
  ['an unknown VAT treatment', '/agreements/0/vat', '19 %'],
  ['a whole day that is not full', '/specialists/0/workPattern/0/weeks/0/mo', 'whole'],
  ['an eighth day', '/requirements/0/when/days/0', 'xx'],
  ['an unknown kind of time', '/requirements/0/when/kind', 'monthly'],
  ['an unknown deadline', '/requirements/1/when/deadline', 'vat-return'],
  ['an unknown criticality', '/requirements/0/criticality', 'high'],
  ['an unknown status', '/bookings/0/status', 'accepted'],
  ['an unknown consent', '/serviceAreas/0/lenderConsent', 'mayor'],
].map(([name = '', pointer = '', value]) => [name, put(pointer, value), pointer, 'not-one-of'])

const dangling: readonly Row[] = [
  '/region/conflicts/0/areas/1',
  '/serviceAreas/1/blocks/0',
  '/authorities/0/deployments/0/area',
  '/authorities/0/deployments/0/product',
  '/agreements/0/givers/0',
  '/agreements/0/receivers/0',
  '/agreements/0/areas/0',
  '/specialists/0/authority',
  '/specialists/0/homeArea',
  '/specialists/0/competences/0/roles/0',
  '/specialists/0/competences/0/products/0',
  '/specialists/0/authorisations/0/authority',
  '/specialists/0/authorisations/0/area',
  '/specialists/0/access/0/authority',
  '/specialists/0/access/0/product',
  '/specialists/21/exclusions/0/authority',
  '/specialists/21/exclusions/0/area',
  '/requirements/0/authority',
  '/requirements/0/needs/0/anyOf/0',
  '/absences/0/specialist',
  '/bookings/0/specialist',
  '/bookings/0/authority',
  '/bookings/0/area',
  '/bookings/0/agreement',
  '/refusals/0/specialist',
].map((pointer) => [`${pointer} names nothing`, put(pointer, 'nowhere'), pointer, 'unknown-reference'])

const danglingOtherwise: readonly Row[] = [
  [
    'a rate for an unknown area',
    put('/agreements/0/ratesCentsPerHour/nowhere', 1),
    '/agreements/0/ratesCentsPerHour/nowhere',
    'unknown-reference',
  ],
  ['a refusal of an unknown need', put('/refusals/0/need', 1), '/refusals/0/need', 'unknown-reference'],
  [
    'a role of another area',
    put('/requirements/0/needs/0/anyOf/0', 'auditor'),
    '/requirements/0/needs/0/anyOf/0',
    'unknown-reference',
  ],
]

const reversedPeriods: readonly Row[] = [
  ...[
    '/authorities/0/keys/0',
    '/authorities/0/deployments/0',
    '/agreements/0',
    '/specialists/0/employment',
    '/specialists/0/weeklyMinutes/0',
    '/specialists/0/workPattern/0',
    '/specialists/0/authorisations/0',
    '/specialists/0/access/0',
    '/specialists/21/exclusions/0',
  ].map(
    (pointer): Row => [
      `${pointer} ends before it begins`,
      put(`${pointer}/validTo`, '1999-12-31'),
      `${pointer}/validTo`,
      'reversed-period',
    ],
  ),
  [
    'a requirement that ends the day before it begins',
    put('/requirements/0/when', { kind: 'weekly', days: ['mo'], halves: ['am'], ...reversed }),
    '/requirements/0/when/validTo',
    'reversed-period',
  ],
  [
    'an absence that ends the half-day before it begins',
    put('/absences/0/to', '2026-12-13/pm'),
    '/absences/0/to',
    'reversed-period',
  ],
  [
    'an absence from the afternoon to the morning',
    put('/absences/11/to', '2026-12-10/am'),
    '/absences/11/to',
    'reversed-period',
  ],
  [
    'a review the day before the absence',
    put('/absences/21/reviewOn', '2026-11-15'),
    '/absences/21/reviewOn',
    'reversed-period',
  ],
]

const absences: readonly Row[] = [
  ['an absence without end', without('/absences/0/to'), '/absences/0', 'absence-without-end'],
  [
    'an absence with two ends',
    put('/absences/0/reviewOn', '2026-12-23'),
    '/absences/0/reviewOn',
    'absence-with-two-ends',
  ],
  [
    'an absence that begins in the last half-day of another',
    repeat('/absences', { id: 'abs-new', from: '2026-12-23/pm', to: '2026-12-24/am' }),
    '/absences/23/from',
    'overlapping-absences',
  ],
  [
    'an absence inside another',
    repeat('/absences', { id: 'abs-new', from: '2026-12-15/am', to: '2026-12-15/am' }),
    '/absences/23/from',
    'overlapping-absences',
  ],
  [
    'an absence after the review of an open-ended one',
    repeat('/absences', { id: 'abs-new', specialist: 'lk-r4', from: '2027-06-01/am', to: '2027-06-01/pm' }),
    '/absences/23/from',
    'overlapping-absences',
  ],
  [
    'an absence around a later one',
    repeat('/absences', { id: 'abs-new', from: '2026-12-01/am', to: '2027-01-31/pm' }),
    '/absences/0/from',
    'overlapping-absences',
  ],
]

const together: readonly Row[] = [
  [
    'a person booked twice at one half-day',
    repeat('/bookings', { id: 'booking-new', authority: 'cremlingen', status: 'requested' }),
    '/bookings/3/halfDays/0',
    'double-booking',
  ],
  [
    'a half-day twice in one booking',
    put('/bookings/0/halfDays', ['2026-12-21/am', '2026-12-21/am']),
    '/bookings/0/halfDays/1',
    'double-booking',
  ],
  ['a booking at one’s own post', put('/bookings/0/authority', 'lk-wolfenbuettel'), '/bookings/0/area', 'own-post'],
  [
    'an agreement with only itself',
    put('/agreements/2/receivers', ['stadt-wolfenbuettel']),
    '/agreements/2/receivers',
    'no-other-receiver',
  ],
  [
    'a conflict of an area with itself',
    put('/region/conflicts/0/areas', ['audit', 'audit']),
    '/region/conflicts/0/areas/1',
    'same-area',
  ],
  [
    'a reason for an end that did not come',
    put('/bookings/0/reason', 'declined'),
    '/bookings/0/reason',
    'reason-without-end',
  ],
  ...(
    [
      ['/serviceAreas', 3],
      ['/products', 5],
      ['/authorities', 8],
      ['/agreements', 3],
      ['/specialists', 34],
      ['/requirements', 37],
      ['/region/collectionOffices', 2],
      ['/serviceAreas/0/roles', 2],
    ] as const
  ).map(([list, position]): Row => [`an id twice in ${list}`, repeat(list), `${list}/${position}/id`, 'duplicate-id']),
  ['an id twice in /absences', put('/absences/1/id', 'abs-001'), '/absences/1/id', 'duplicate-id'],
  ['an id twice in /bookings', repeat('/bookings', { halfDays: [] }), '/bookings/3/id', 'duplicate-id'],
]

const tables = {
  'is not JSON': notJson,
  'has a value of the wrong type': wrongType,
  'lacks a field': missing,
  'has an unknown field': [...unknown, ...unknownInText],
  'has a field twice': duplicatedField,
  'has a text of the wrong format': wrongFormat,
  'leaves the bounds': outOfBounds,
  'has an unknown word': notOneOf,
  'refers to nothing': [...dangling, ...danglingOtherwise],
  'has a period that ends before it begins': reversedPeriods,
  'has absences that cannot be': absences,
  'does not hold together': together,
}

describe.each(Object.entries(tables))('a region file that %s is refused at its place', (_, rows) => {
  it.each(rows)('%s', (_name, change, pointer, code) => {
    const changed = change()
    const result = readRegion(typeof changed === 'string' ? Buffer.from(changed) : changed)
    const problems = result.ok
      ? []
      : result.refusal.map((problem) => ({ pointer: problem.pointer, code: problem.code }))
    expect(problems).toEqual([{ pointer, code }])
  })
})

describe('a region file that holds together is accepted', () => {
  it.each<readonly [string, Change]>([
    ['the reference region', () => bytes],
    ['the same with a byte order mark', () => `\uFEFF${text}`],
    ['a period of one day', put('/specialists/0/employment/validTo', '2019-01-01')],
    ['an absence of one half-day', put('/absences/0/to', '2026-12-14/am')],
    ['a review on the first day of the absence', put('/absences/21/reviewOn', '2026-11-16')],
    [
      'an absence that begins the half-day after another',
      repeat('/absences', { id: 'abs-new', from: '2026-12-24/am', to: '2026-12-24/am' }),
    ],
    ['a pattern of 4 weeks', put('/specialists/0/workPattern/0/weeks', [{}, {}, {}, {}])],
    ['limits of 0', put('/agreements/0/monthlyHalfDayLimit', 0)],
    ['a key of 12 digits', put('/authorities/0/keys/0/key', '031585407001')],
    ['29 February of a leap year', put('/asOf', '2028-02-29')],
    ['a booking that ended beside a live one', repeat('/bookings', { id: 'booking-new', status: 'ended' })],
  ])('%s', (_name, change) => {
    const changed = change()
    expect(readRegion(typeof changed === 'string' ? Buffer.from(changed) : changed)).toMatchObject({ ok: true })
  })
})
