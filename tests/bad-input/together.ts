import type { Referent } from '@vertretbar/domain/problem'
import { bad, listAt, put, type Row, repeat } from './file.ts'

const dangling: readonly Row[] = (
  [
    ['/region/conflicts/0/areas/1', 'area'],
    ['/serviceAreas/1/blocks/0', 'area'],
    ['/authorities/0/deployments/0/area', 'area'],
    ['/authorities/0/deployments/0/product', 'product'],
    ['/agreements/0/givers/0', 'authority'],
    ['/agreements/0/receivers/0', 'authority'],
    ['/agreements/0/areas/0', 'area'],
    ['/specialists/0/authority', 'authority'],
    ['/specialists/0/homeArea', 'area'],
    ['/specialists/0/competences/0/roles/0', 'role'],
    ['/specialists/0/competences/0/products/0', 'product'],
    ['/specialists/0/authorisations/0/authority', 'authority'],
    ['/specialists/0/authorisations/0/area', 'area'],
    ['/specialists/0/access/0/authority', 'authority'],
    ['/specialists/0/access/0/product', 'product'],
    ['/specialists/21/exclusions/0/authority', 'authority'],
    ['/specialists/21/exclusions/0/area', 'area'],
    ['/requirements/0/authority', 'authority'],
    ['/requirements/0/needs/0/anyOf/0', 'role'],
    ['/absences/0/specialist', 'specialist'],
    ['/bookings/0/specialist', 'specialist'],
    ['/bookings/0/authority', 'authority'],
    ['/bookings/0/area', 'area'],
    ['/bookings/0/agreement', 'agreement'],
    ['/refusals/0/specialist', 'specialist'],
  ] satisfies readonly (readonly [string, Referent])[]
).map(([pointer, to]) =>
  bad(`${pointer} names nothing`, pointer, 'nowhere', { code: 'unknown-reference', to, id: 'nowhere' }),
)

export const unknownReference: readonly Row[] = [
  ...dangling,
  bad('a rate for an unknown area', '/agreements/0/ratesCentsPerHour/nowhere', 1, {
    code: 'unknown-reference',
    to: 'area',
    id: 'nowhere',
  }),
  bad('a refusal of an unknown need', '/refusals/0/need', 1, { code: 'unknown-reference', to: 'need', id: '1' }),
  bad('a role of another area', '/requirements/0/needs/0/anyOf/0', 'auditor', {
    code: 'unknown-reference',
    to: 'role',
    id: 'auditor',
  }),
]

const reversed = (pointer: string, from: string, to: string): Row =>
  bad(`${pointer} ${to} before ${from}`, pointer, to, { code: 'reversed-period', from, to })

export const reversedPeriod: readonly Row[] = [
  reversed('/authorities/0/keys/0/validTo', '2015-01-01', '2014-12-31'),
  reversed('/authorities/0/deployments/0/validTo', '2020-01-01', '2019-12-31'),
  reversed('/agreements/0/validTo', '2025-01-01', '2024-12-31'),
  reversed('/specialists/0/employment/validTo', '2019-01-01', '2018-12-31'),
  reversed('/specialists/0/weeklyMinutes/0/validTo', '2019-01-01', '2018-12-31'),
  reversed('/specialists/0/workPattern/0/validTo', '2019-01-07', '2019-01-06'),
  reversed('/specialists/0/authorisations/0/validTo', '2025-01-01', '2024-12-31'),
  reversed('/specialists/0/access/0/validTo', '2025-01-01', '2024-12-31'),
  reversed('/specialists/21/exclusions/0/validTo', '2026-12-01', '2026-11-30'),
  [
    'a requirement that ends the day before it begins',
    put('/requirements/0/when', {
      kind: 'weekly',
      days: ['mo'],
      halves: ['am'],
      validFrom: '2026-06-02',
      validTo: '2026-06-01',
    }),
    { pointer: '/requirements/0/when/validTo', code: 'reversed-period', from: '2026-06-02', to: '2026-06-01' },
  ],
  reversed('/absences/0/to', '2026-12-14/am', '2026-12-13/pm'),
  reversed('/absences/11/to', '2026-12-10/pm', '2026-12-10/am'),
  reversed('/absences/21/reviewOn', '2026-11-16/am', '2026-11-15'),
]

const next = listAt('/absences').length

export const absences: readonly Row[] = [
  ['an absence without end', put('/absences/0/to', undefined), { pointer: '/absences/0', code: 'absence-without-end' }],
  bad('an absence with two ends', '/absences/0/reviewOn', '2026-12-23', { code: 'absence-with-two-ends' }),
  [
    'an absence that begins in the last half-day of another',
    repeat('/absences', { id: 'abs-new', from: '2026-12-23/pm', to: '2026-12-24/am' }),
    { pointer: `/absences/${next}/from`, code: 'overlapping-absences', other: '/absences/0' },
  ],
  [
    'an absence inside another',
    repeat('/absences', { id: 'abs-new', from: '2026-12-15/am', to: '2026-12-15/am' }),
    { pointer: `/absences/${next}/from`, code: 'overlapping-absences', other: '/absences/0' },
  ],
  [
    'an absence after the review of an open-ended one',
    repeat('/absences', { id: 'abs-new', specialist: 'lk-r4', from: '2027-06-01/am', to: '2027-06-01/pm' }),
    { pointer: `/absences/${next}/from`, code: 'overlapping-absences', other: '/absences/21' },
  ],
  [
    'an absence around a later one',
    repeat('/absences', { id: 'abs-new', from: '2026-12-01/am', to: '2027-01-31/pm' }),
    { pointer: '/absences/0/from', code: 'overlapping-absences', other: `/absences/${next}` },
  ],
]

const sameIds: readonly Row[] = (
  [
    ['/serviceAreas', 'payroll'],
    ['/products', 'payroll-a'],
    ['/authorities', 'lk-wolfenbuettel'],
    ['/agreements', 'zv-kreis-stadt'],
    ['/specialists', 'lk-p1'],
    ['/requirements', 'lk-wolfenbuettel.payroll.1'],
    ['/region/collectionOffices', 'seat-ni'],
    ['/serviceAreas/0/roles', 'clerk'],
  ] as const
).map(([list, id]) => [
  `an id twice in ${list}`,
  repeat(list),
  { pointer: `${list}/${listAt(list).length}/id`, code: 'duplicate-id', id, first: `${list}/0/id` },
])

const booked = { code: 'double-booking', halfDay: '2026-12-21/am', other: '/bookings/0/halfDays/0' } as const
const bookings = listAt('/bookings').length

export const together: readonly Row[] = [
  [
    'a person booked twice at one half-day',
    repeat('/bookings', { id: 'booking-new', authority: 'cremlingen', status: 'requested' }),
    { pointer: `/bookings/${bookings}/halfDays/0`, ...booked },
  ],
  [
    'a half-day twice in one booking',
    put('/bookings/0/halfDays', ['2026-12-21/am', '2026-12-21/am']),
    { pointer: '/bookings/0/halfDays/1', ...booked },
  ],
  [
    'a booking at one’s own post',
    put('/bookings/0/authority', 'lk-wolfenbuettel'),
    { pointer: '/bookings/0/area', code: 'own-post' },
  ],
  bad('an agreement with only itself', '/agreements/2/receivers', ['stadt-wolfenbuettel'], {
    code: 'no-other-receiver',
  }),
  [
    'a conflict of an area with itself',
    put('/region/conflicts/0/areas', ['audit', 'audit']),
    { pointer: '/region/conflicts/0/areas/1', code: 'same-area' },
  ],
  bad('a reason for an end that did not come', '/bookings/0/reason', 'declined', { code: 'reason-without-end' }),
  ...sameIds,
  bad('an id twice in /absences', '/absences/1/id', 'abs-001', {
    code: 'duplicate-id',
    id: 'abs-001',
    first: '/absences/0/id',
  }),
  [
    'an id twice in /bookings',
    repeat('/bookings', { halfDays: [] }),
    {
      pointer: `/bookings/${bookings}/id`,
      code: 'duplicate-id',
      id: '01J0000000000000000000BK01',
      first: '/bookings/0/id',
    },
  ],
]
