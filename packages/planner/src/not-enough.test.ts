import { type CoverHalfDay, coverState } from '@vertretbar/domain/cover'
import { findGaps } from '@vertretbar/domain/gap'
import { dayOf } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { testRegion } from '@vertretbar/domain/test-region'
import { describe, expect, it } from 'vitest'
import { nearestCandidates } from './nearest.ts'
import { openNeeds } from './options.ts'
import type { PlanOptions } from './plan.ts'
import { able, awayThen, clerks, critical, home, notIn, pool, registryWanted, type Told, toldOf } from './test-plan.ts'

describe('those who are free are not enough', () => {
  it.each<readonly [boundary: string, fields: Partial<Region>, nearest: readonly Told[]]>([
    [
      'one of two is free',
      {
        specialists: [able('city-p1'), able('city-p2')],
        absences: awayThen('city-p2'),
        requirements: [clerks(2, true)],
      },
      [
        [
          ['city-p1', 'not-enough'],
          ['city-p2', 'not-available'],
        ],
      ],
    ],
    [
      'one of two is free, and one is worth something',
      {
        specialists: [able('city-p1'), able('city-p2')],
        absences: awayThen('city-p2'),
        requirements: [clerks(2, false)],
      },
      [[['city-p2', 'not-available']]],
    ],
    ['both are free', { specialists: [able('city-p1'), able('city-p2')], requirements: [clerks(2, true)] }, []],
    [
      'both are free, but the home can spare one',
      { specialists: [able('city-p1'), able('city-p2')], requirements: [clerks(2, true), home(1)] },
      [
        [
          ['city-p1', 'not-enough'],
          ['city-p2', 'not-enough'],
        ],
      ],
    ],
    [
      'the plan needs one of two elsewhere',
      {
        specialists: [able('city-p1'), able('city-p2', notIn('payroll'))],
        requirements: [critical('2026-06-10/am'), registryWanted('2026-06-10/am', 2)],
      },
      [
        [
          ['city-p1', 'used-elsewhere'],
          ['city-p2', 'not-enough'],
        ],
      ],
    ],
    [
      'at short notice',
      {
        agreements: [pool({ noticeWorkingDays: 10 })],
        specialists: [able('city-p1')],
        requirements: [clerks(2, true)],
      },
      [[['city-p1', 'short-notice', 'not-enough']]],
    ],
  ])('%s', async (_, fields, nearest) => {
    expect(await toldOf(fields)).toEqual(nearest)
  })
})

const told = (cover: readonly CoverHalfDay[]) => ({
  cover,
  leastShort: { critical: false, normal: false },
  idOf: (id: string) => id,
  apart: false,
})

describe('where no proof says that they are too few, free people are counted', () => {
  const one = { specialists: [able('city-p1')], requirements: [clerks(2, true)] }
  const two = { ...one, specialists: [able('city-p1'), able('city-p2')] }

  it.each<readonly [boundary: string, fields: Partial<Region>, options: Partial<PlanOptions>, nearest: Told]>([
    ['one would not, whatever the time', one, { timeLimitSeconds: 0 }, [['city-p1', 'not-enough']]],
    ['two would have done, but the day is over', two, { today: dayOf('2026-06-11') }, [['city-p1'], ['city-p2']]],
    ['one would not have done', one, { today: dayOf('2026-06-11') }, [['city-p1', 'not-enough']]],
  ])('%s', async (_, fields, options, nearest) => {
    expect(await toldOf(fields, options)).toEqual([nearest])
  })

  const at = { first: dayOf('2026-06-10'), last: dayOf('2026-06-10') }
  const state = coverState(testRegion({ ...two, agreements: [pool()] }), at, at.first)
  const [open] = openNeeds(state, findGaps(state.supply, state.span))
  if (open === undefined) throw new Error('nothing is open')

  it('two would do, but the search did not find them', () => {
    const nearest = nearestCandidates(state, told([]))
    expect(nearest(open).nearest).toEqual([
      { specialist: 'city-p1', codes: [] },
      { specialist: 'city-p2', codes: [] },
    ])
  })

  it('who comes by the plan is counted with them', () => {
    const place = { authority: 'parish', area: 'payroll' }
    const cover = [{ specialist: 'city-p1', place, halfDay: open.halfDay, agreement: 'pool' }]
    const nearest = nearestCandidates(state, told(cover))
    expect(nearest(open).nearest).toEqual([{ specialist: 'city-p2', codes: [] }])
  })
})
