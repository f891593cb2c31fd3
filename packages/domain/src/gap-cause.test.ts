import { describe, expect, it } from 'vitest'
import type { Booking } from './booking.ts'
import { detectGaps } from './gap.ts'
import type { GapCause } from './gap-cause.ts'
import { dayOf } from './half-day.ts'
import type { Specialist } from './specialist.ts'
import {
  authority,
  awayFor,
  booking as coverOf,
  requirement,
  runsA,
  since,
  specialist,
  testRegion,
} from './test-region.ts'

/*
 * Two clerks of the city, city-p1 and city-p2, are both needed on the mornings of Tuesday 9 and Wednesday 10 June 2026.
 * parish-p1 has a post in the parish and may be booked in.
 */
interface Case {
  readonly p1?: Partial<Specialist>
  readonly both?: Partial<Specialist>
  readonly absences?: readonly (readonly [specialist: string, from: string, to: string])[]
  readonly bookings?: readonly Booking[]
  readonly deployedFrom?: string
  readonly count?: number
}

const booking = (who: string, to: string, fields: Partial<Booking> = {}): Booking =>
  coverOf(who, '2026-06-10/am', { authority: to, area: 'payroll', ...fields })

/** The causes of each gap, as `absent 1`. */
function causesIn(one: Case): string[][] {
  const index = testRegion({
    authorities: [
      authority('city', { deployments: [{ ...runsA, validFrom: one.deployedFrom ?? runsA.validFrom }] }),
      authority('parish'),
    ],
    specialists: [
      specialist('city-p1', { ...one.both, ...one.p1 }),
      specialist('city-p2', one.both),
      specialist('parish-p1', { authority: 'parish' }),
    ],
    requirements: [
      requirement('run', {
        authority: 'city',
        when: { kind: 'weekly', days: ['tu', 'we'], halves: ['am'], validFrom: '2026-06-09', validTo: '2026-06-10' },
        needs: [{ anyOf: ['clerk'], count: one.count ?? 2 }],
      }),
    ],
    absences: (one.absences ?? []).map((absence) => awayFor(...absence)),
    bookings: one.bookings ?? [],
  })
  const gaps = detectGaps(index, { first: dayOf('2026-06-01'), last: dayOf('2026-06-30') }, dayOf('2026-06-01'))
  return gaps.map(({ causes }) => causes.map(({ cause, people }) => `${cause} ${people}`))
}

const pattern = (weeks: Specialist['workPattern'][number]['weeks']) => ({ workPattern: [{ ...since, weeks }] })
const knowing = (...products: string[]) => ({ competences: [{ area: 'payroll', roles: ['clerk'], products }] })

type Row = readonly [boundary: string, one: Case, causes: string[][]]

const tables: Readonly<Record<GapCause['cause'], readonly Row[]>> = {
  absent: [
    ['away to the half-day before', { absences: [['city-p1', '2026-06-01/am', '2026-06-08/pm']] }, []],
    ['away to the first morning', { absences: [['city-p1', '2026-06-01/am', '2026-06-09/am']] }, [['absent 1']]],
    ['away in the afternoon', { absences: [['city-p1', '2026-06-09/pm', '2026-06-09/pm']] }, []],
    ['away on both days is told once', { absences: [['city-p1', '2026-06-09/am', '2026-06-10/am']] }, [['absent 1']]],
    [
      'each away on another day',
      {
        absences: [
          ['city-p1', '2026-06-09/am', '2026-06-09/am'],
          ['city-p2', '2026-06-10/am', '2026-06-10/am'],
        ],
      },
      [['absent 2']],
    ],
    [
      'absence is told before the pattern, though it comes later',
      { p1: pattern([{ we: 'am' }]), absences: [['city-p1', '2026-06-10/am', '2026-06-10/am']] },
      [['absent 1']],
    ],
  ],
  'off-pattern': [
    ['mornings on pattern', { p1: pattern([{ tu: 'am', we: 'am' }]) }, []],
    ['afternoons only', { p1: pattern([{ tu: 'pm', we: 'pm' }]) }, [['off-pattern 1']]],
    ['no valid pattern', { p1: { workPattern: [] } }, [['off-pattern 1']]],
  ],
  lent: [
    ['a confirmed booking elsewhere', { bookings: [booking('city-p1', 'parish', { area: 'registry' })] }, [['lent 1']]],
    [
      'a requested booking elsewhere',
      { bookings: [booking('city-p1', 'parish', { area: 'registry', status: 'requested' })] },
      [],
    ],
    ['a booking that ended', { bookings: [booking('city-p1', 'parish', { area: 'registry', status: 'ended' })] }, []],
    [
      'a booking in the afternoon',
      { bookings: [booking('city-p1', 'parish', { area: 'registry', halfDays: ['2026-06-10/pm'] })] },
      [],
    ],
  ],
  'product-missing': [
    ['the software begins on the last day', { p1: knowing('b'), deployedFrom: '2026-06-10' }, [['product-missing 1']]],
    ['the software begins the day after', { p1: knowing('b'), deployedFrom: '2026-06-11' }, []],
  ],
  left: [
    ['employed to the last day', { p1: { employment: { ...since, validTo: '2026-06-10' } } }, []],
    ['employed to the day before', { p1: { employment: { ...since, validTo: '2026-06-09' } } }, [['left 1']]],
    ['employed from the first day', { p1: { employment: { validFrom: '2026-06-09' } } }, []],
    ['employed from the second day', { p1: { employment: { validFrom: '2026-06-10' } } }, [['left 1']]],
  ],
  vacant: [
    ['nobody has the post', { both: { homeArea: 'registry' } }, [['vacant 2']]],
    ['nobody has the role', { both: { competences: [] } }, [['vacant 2']]],
    ['somebody had both and left', { both: { employment: { ...since, validTo: '2026-06-08' } } }, [['left 2']]],
  ],
  understaffed: [
    ['as many holders as are needed', {}, []],
    ['one holder for two', { p1: { homeArea: 'registry' } }, [['understaffed 1']]],
    ['two holders for four', { count: 4 }, [['understaffed 2']]],
    [
      'two holders for three, one of them absent',
      { count: 3, absences: [['city-p1', '2026-06-09/am', '2026-06-09/am']] },
      [['absent 1', 'understaffed 1']],
    ],
  ],
  'cover-broken': [
    [
      'the colleague of the parish comes on Wednesday, Tuesday is short',
      { count: 3, bookings: [booking('parish-p1', 'city')] },
      [['understaffed 1']],
    ],
    [
      'the colleague of the parish is absent on Wednesday',
      {
        count: 3,
        bookings: [booking('parish-p1', 'city')],
        absences: [['parish-p1', '2026-06-10/am', '2026-06-10/am']],
      },
      [['understaffed 1', 'cover-broken 1']],
    ],
    [
      'the colleague of the parish was only requested',
      {
        count: 3,
        bookings: [booking('parish-p1', 'city', { status: 'requested' })],
        absences: [['parish-p1', '2026-06-10/am', '2026-06-10/am']],
      },
      [['understaffed 1']],
    ],
    [
      'the cover ended as broken, so its half-days are open again',
      { count: 3, bookings: [booking('parish-p1', 'city', { status: 'ended', reason: 'broken' })] },
      [['understaffed 1']],
    ],
  ],
}

describe.each(Object.entries(tables))('a gap is explained by %s', (_, rows) => {
  it.each(rows)('%s', (_boundary, one, causes) => {
    expect(causesIn(one)).toEqual(causes)
  })
})
