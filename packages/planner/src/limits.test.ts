import type { Region } from '@vertretbar/domain/region'
import { authority, booking, specialist } from '@vertretbar/domain/test-region'
import { describe, expect, it } from 'vitest'
import { coverIn, planOf, pool, wanted } from './test-plan.ts'

type Row = readonly [boundary: string, fields: Partial<Region>, coveredHalfDays: number]

const p1 = specialist('city-p1')
const p2 = specialist('city-p2')
const threeAuthorities = [authority('city'), authority('parish'), authority('village')]
const wide = pool({ receivers: ['parish', 'village'] })

const weekly = (limit: number, halfDays: readonly string[]) => ({
  specialists: [specialist('city-p1', { coverLimitHalfDaysPerWeek: limit })],
  requirements: [wanted(halfDays)],
})
const monthly = (halfDays: readonly string[]) => ({
  agreements: [pool({ monthlyHalfDayLimit: 1 })],
  specialists: [p1],
  requirements: [wanted(halfDays)],
})
const twoGivers = (halfDays: readonly string[]) => ({
  authorities: threeAuthorities,
  agreements: [pool({ givers: ['city', 'village'], monthlyHalfDayLimit: 1 })],
  specialists: [p1, specialist('village-p1', { authority: 'village' })],
  requirements: [wanted(halfDays)],
})
const usedOn = (halfDay: string) =>
  booking('city-p2', halfDay, { authority: 'parish', area: 'payroll', agreement: 'pool' })

const tables: Readonly<Record<string, readonly Row[]>> = {
  'a weekly limit holds over the plan': [
    ['a limit of 2, 3 wanted in a week', weekly(2, ['2026-06-08/am', '2026-06-10/am', '2026-06-12/pm']), 2],
    ['a limit of 3, 3 wanted in a week', weekly(3, ['2026-06-08/am', '2026-06-10/am', '2026-06-12/pm']), 3],
    [
      'a limit of 2, 3 wanted in a week at two places',
      {
        ...weekly(2, ['2026-06-08/am', '2026-06-10/am']),
        authorities: threeAuthorities,
        agreements: [wide],
        requirements: [wanted(['2026-06-08/am', '2026-06-10/am']), wanted(['2026-06-12/pm'], { authority: 'village' })],
      },
      2,
    ],
    ['a limit of 1, Friday and Monday wanted', weekly(1, ['2026-06-12/pm', '2026-06-15/am']), 2],
    [
      'a limit of 2, one requested elsewhere',
      {
        ...weekly(2, ['2026-06-08/am', '2026-06-10/am']),
        bookings: [booking('city-p1', '2026-06-12/pm', { status: 'requested' })],
      },
      1,
    ],
    [
      'a limit of 2, one ended elsewhere',
      {
        ...weekly(2, ['2026-06-08/am', '2026-06-10/am']),
        bookings: [booking('city-p1', '2026-06-12/pm', { status: 'ended' })],
      },
      2,
    ],
  ],
  'a monthly limit of an agreement holds over the plan': [
    ['a limit of 1, two wanted in June', monthly(['2026-06-08/am', '2026-06-30/pm']), 1],
    ['a limit of 1, wanted in June and July', monthly(['2026-06-30/pm', '2026-07-01/am']), 2],
    ['a limit of 1, two givers', twoGivers(['2026-06-29/am', '2026-06-30/pm']), 2],
    [
      'a limit of 1, two people of one giver',
      { ...monthly(['2026-06-29/am', '2026-06-30/pm']), specialists: [p1, p2] },
      1,
    ],
    [
      'a limit of 1, used by a colleague’s booking on the first of June',
      { ...monthly(['2026-06-30/pm']), specialists: [p1, p2], bookings: [usedOn('2026-06-01/am')] },
      0,
    ],
    [
      'a limit of 2, one used, two wanted',
      {
        ...monthly(['2026-06-29/am', '2026-06-30/pm']),
        agreements: [pool({ monthlyHalfDayLimit: 2 })],
        specialists: [p1, p2],
        bookings: [usedOn('2026-06-01/am')],
      },
      1,
    ],
    [
      'a limit of 1, used on the last of May',
      { ...monthly(['2026-06-30/pm']), specialists: [p1, p2], bookings: [usedOn('2026-05-29/pm')] },
      1,
    ],
  ],
}

describe.each(Object.entries(tables))('%s', (_, rows) => {
  it.each(rows)('%s', async (_boundary, fields, coveredHalfDays) => {
    const plan = await planOf(fields)
    expect(coverIn(plan)).toHaveLength(coveredHalfDays)
    expect(plan).toMatchObject({ status: 'optimal', objective: { halfDays: coveredHalfDays }, bound: plan.objective })
  })
})
