import { describe, expect, it } from 'vitest'
import type { Booking } from './booking.ts'
import { detectGaps } from './gap.ts'
import type { GapCause } from './gap-cause.ts'
import { dayOf } from './half-day.ts'
import { parseRegion } from './read-region.ts'
import type { Region } from './region.ts'
import { RegionIndex } from './region-index.ts'
import type { Specialist } from './specialist.ts'

/*
 * Two clerks of the city, Anna and Ben, are both needed on the mornings of Tuesday 9 and Wednesday 10 June 2026.
 * Guest has a post in the parish and may be booked in.
 */
interface Case {
  readonly anna?: Partial<Specialist>
  readonly others?: Partial<Specialist>
  readonly absences?: readonly (readonly [specialist: string, from: string, to: string])[]
  readonly bookings?: readonly Booking[]
  readonly deployedFrom?: string
  readonly count?: number
}

const since = { validFrom: '2025-01-01' }
const name = { de: 'Name', en: 'Name' }
const authority = (id: string): Region['authorities'][number] => ({
  id,
  name: id,
  kind: 'city',
  keys: [],
  state: 'DE-NI',
  closures: [],
  deployments: [],
})
const person = (id: string, fields: Partial<Specialist> = {}): Specialist => ({
  id,
  displayName: id,
  authority: 'city',
  homeArea: 'payroll',
  employment: since,
  weeklyMinutes: [],
  workPattern: [{ ...since, weeks: [{ mo: 'full', tu: 'full', we: 'full', th: 'full', fr: 'full' }] }],
  competences: [{ area: 'payroll', roles: ['clerk'], products: ['a', 'b'] }],
  authorisations: [],
  access: [],
  exclusions: [],
  ...fields,
})
const booking = (specialist: string, to: string, fields: Partial<Booking> = {}): Booking => ({
  id: `${specialist}-${to}`,
  specialist,
  authority: to,
  area: 'payroll',
  halfDays: ['2026-06-10/am'],
  status: 'confirmed',
  ...fields,
})

const regionOf = (one: Case): Region => ({
  format: 'vertretbar-region/1',
  region: {
    id: 'region',
    name: 'Region',
    timeZone: 'Europe/Berlin',
    collectionOffices: [],
    conflicts: [],
    settings: { horizonDays: 90, requestExpiryWorkingDays: 3 },
  },
  serviceAreas: [
    {
      id: 'payroll',
      name,
      roles: [{ id: 'clerk', name, authorisation: 'none' }],
      lenderConsent: 'hr-manager',
      blocks: [],
    },
    {
      id: 'registry',
      name,
      roles: [{ id: 'registrar', name, authorisation: 'none' }],
      lenderConsent: 'hr-manager',
      blocks: [],
    },
  ],
  products: ['a', 'b'].map((id) => ({ id, name: id, vendor: id, accessLeadWorkingDays: 3 })),
  authorities: [
    {
      ...authority('city'),
      deployments: [{ area: 'payroll', product: 'a', validFrom: one.deployedFrom ?? '2025-01-01' }],
    },
    authority('parish'),
  ],
  agreements: [],
  specialists: [
    person('anna', { ...one.others, ...one.anna }),
    person('ben', one.others ?? {}),
    person('guest', { authority: 'parish' }),
  ],
  requirements: [
    {
      id: 'run',
      authority: 'city',
      area: 'payroll',
      label: 'Abrechnung',
      criticality: 'normal',
      when: { kind: 'weekly', days: ['tu', 'we'], halves: ['am'], validFrom: '2026-06-09', validTo: '2026-06-10' },
      needs: [{ anyOf: ['clerk'], count: one.count ?? 2 }],
    },
  ],
  absences: (one.absences ?? []).map(([specialist, from, to], index) => ({
    id: `absence-${index}`,
    specialist,
    from,
    to,
  })),
  bookings: one.bookings ?? [],
  refusals: [],
})

/** The causes of each gap, as `absent 1`. */
function causesIn(one: Case): string[][] {
  const region = parseRegion(regionOf(one))
  if (!region.ok) throw new Error(JSON.stringify(region.refusal))
  const days = { first: dayOf('2026-06-01'), last: dayOf('2026-06-30') }
  const gaps = detectGaps(new RegionIndex(region.value), days, dayOf('2026-06-01'))
  return gaps.map(({ causes }) => causes.map(({ cause, people }) => `${cause} ${people}`))
}

const pattern = (weeks: Specialist['workPattern'][number]['weeks']) => ({ workPattern: [{ ...since, weeks }] })
const knowing = (...products: string[]) => ({ competences: [{ area: 'payroll', roles: ['clerk'], products }] })

type Row = readonly [boundary: string, one: Case, causes: string[][]]

const tables: Readonly<Record<GapCause['cause'], readonly Row[]>> = {
  absent: [
    ['away to the half-day before', { absences: [['anna', '2026-06-01/am', '2026-06-08/pm']] }, []],
    ['away to the first morning', { absences: [['anna', '2026-06-01/am', '2026-06-09/am']] }, [['absent 1']]],
    ['away in the afternoon', { absences: [['anna', '2026-06-09/pm', '2026-06-09/pm']] }, []],
    ['away on both days is told once', { absences: [['anna', '2026-06-09/am', '2026-06-10/am']] }, [['absent 1']]],
    [
      'each away on another day',
      {
        absences: [
          ['anna', '2026-06-09/am', '2026-06-09/am'],
          ['ben', '2026-06-10/am', '2026-06-10/am'],
        ],
      },
      [['absent 2']],
    ],
    [
      'absence is told before the pattern, though it comes later',
      { anna: pattern([{ we: 'am' }]), absences: [['anna', '2026-06-10/am', '2026-06-10/am']] },
      [['absent 1']],
    ],
  ],
  'off-pattern': [
    ['mornings on pattern', { anna: pattern([{ tu: 'am', we: 'am' }]) }, []],
    ['afternoons only', { anna: pattern([{ tu: 'pm', we: 'pm' }]) }, [['off-pattern 1']]],
    ['no valid pattern', { anna: { workPattern: [] } }, [['off-pattern 1']]],
  ],
  lent: [
    ['a confirmed booking elsewhere', { bookings: [booking('anna', 'parish', { area: 'registry' })] }, [['lent 1']]],
    [
      'a requested booking elsewhere',
      { bookings: [booking('anna', 'parish', { area: 'registry', status: 'requested' })] },
      [],
    ],
    ['a booking that ended', { bookings: [booking('anna', 'parish', { area: 'registry', status: 'ended' })] }, []],
    [
      'a booking in the afternoon',
      { bookings: [booking('anna', 'parish', { area: 'registry', halfDays: ['2026-06-10/pm'] })] },
      [],
    ],
  ],
  'product-missing': [
    [
      'the software begins on the last day',
      { anna: knowing('b'), deployedFrom: '2026-06-10' },
      [['product-missing 1']],
    ],
    ['the software begins the day after', { anna: knowing('b'), deployedFrom: '2026-06-11' }, []],
  ],
  left: [
    ['employed to the last day', { anna: { employment: { ...since, validTo: '2026-06-10' } } }, []],
    ['employed to the day before', { anna: { employment: { ...since, validTo: '2026-06-09' } } }, [['left 1']]],
    ['employed from the first day', { anna: { employment: { validFrom: '2026-06-09' } } }, []],
    ['employed from the second day', { anna: { employment: { validFrom: '2026-06-10' } } }, [['left 1']]],
  ],
  vacant: [
    ['nobody has the post', { others: { homeArea: 'registry' } }, [['vacant 2']]],
    ['nobody has the role', { others: { competences: [] } }, [['vacant 2']]],
    ['somebody had both and left', { others: { employment: { ...since, validTo: '2026-06-08' } } }, [['left 2']]],
  ],
  understaffed: [
    ['as many holders as are needed', {}, []],
    ['one holder for two', { anna: { homeArea: 'registry' } }, [['understaffed 1']]],
    ['two holders for four', { count: 4 }, [['understaffed 2']]],
    [
      'two holders for three, one of them absent',
      { count: 3, absences: [['anna', '2026-06-09/am', '2026-06-09/am']] },
      [['absent 1', 'understaffed 1']],
    ],
  ],
  'cover-broken': [
    [
      'the guest comes on Wednesday, Tuesday is short',
      { count: 3, bookings: [booking('guest', 'city')] },
      [['understaffed 1']],
    ],
    [
      'the guest is absent on Wednesday',
      { count: 3, bookings: [booking('guest', 'city')], absences: [['guest', '2026-06-10/am', '2026-06-10/am']] },
      [['understaffed 1', 'cover-broken 1']],
    ],
    [
      'the guest was only requested',
      {
        count: 3,
        bookings: [booking('guest', 'city', { status: 'requested' })],
        absences: [['guest', '2026-06-10/am', '2026-06-10/am']],
      },
      [['understaffed 1']],
    ],
    [
      'the cover ended as broken, so its half-days are open again',
      { count: 3, bookings: [booking('guest', 'city', { status: 'ended', reason: 'broken' })] },
      [['understaffed 1']],
    ],
  ],
}

describe.each(Object.entries(tables))('a gap is explained by %s', (_, rows) => {
  it.each(rows)('%s', (_boundary, one, causes) => {
    expect(causesIn(one)).toEqual(causes)
  })
})
