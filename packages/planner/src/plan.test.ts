import { levelNames } from '@vertretbar/domain/plan'
import { since, specialist } from '@vertretbar/domain/test-region'
import { describe, expect, it } from 'vitest'
import { coverIn, planOf, wanted } from './test-plan.ts'

const p1 = specialist('city-p1')
const p2 = specialist('city-p2')

describe('a gap that another pattern would close', () => {
  const mornings = specialist('parish-p1', {
    authority: 'parish',
    workPattern: [{ ...since, weeks: [{ we: 'am', th: 'am' }] }],
  })
  const region = { specialists: [mornings, p1], requirements: [wanted(['2026-06-10/am', '2026-06-11/pm'])] }

  it('is covered like any other', async () => {
    const plan = await planOf(region)
    expect(coverIn(plan)).toEqual(['city-p1 parish payroll 2026-06-11/pm'])
  })

  it('is left out of the plan and of its levels if it is to be skipped', async () => {
    const plan = await planOf(region, { skipStructural: true })
    expect(plan).toMatchObject({ status: 'optimal', assignments: [], uncovered: [], objective: { normalShortage: 0 } })
  })

  it('skipping it leaves the others', async () => {
    const plan = await planOf({ ...region, specialists: [p1] }, { skipStructural: true })
    expect(coverIn(plan)).toHaveLength(2)
  })
})

describe('with no time left', () => {
  const region = { specialists: [p1, p2], requirements: [wanted(['2026-06-10/am', '2026-06-11/pm'])] }

  it('the plan is feasible, its bounds hold, and it does not claim to be the one plan', async () => {
    const cut = await planOf(region, { timeLimitSeconds: 0 })
    const best = await planOf(region)
    expect(cut).toMatchObject({ status: 'feasible', deterministic: false })
    expect(best).toMatchObject({ status: 'optimal', deterministic: true, bound: best.objective })
    for (const level of levelNames) expect(cut.bound[level]).toBeLessThanOrEqual(cut.objective[level])
    expect(cut.bound.normalShortage).toBeLessThanOrEqual(best.objective.normalShortage)
    expect(cut.objective.normalShortage).toBe(cut.uncovered.reduce((sum, { shortage }) => sum + shortage, 0))
  })

  it('a plan for nothing is proven all the same', async () => {
    expect(await planOf({ specialists: [p1] }, { timeLimitSeconds: 0 })).toMatchObject({
      status: 'optimal',
      deterministic: true,
      assignments: [],
      uncovered: [],
    })
  })
})

it('a critical need goes before as many normal ones', async () => {
  const plan = await planOf({
    specialists: [specialist('city-p1', { coverLimitHalfDaysPerWeek: 1 })],
    requirements: [
      wanted(['2026-06-10/am']),
      { ...wanted(['2026-06-12/pm'], { criticality: 'critical' }), id: 'critical' },
    ],
  })
  expect(coverIn(plan)).toEqual(['city-p1 parish payroll 2026-06-12/pm'])
  expect(plan.objective).toMatchObject({ criticalShortage: 0, normalShortage: 1 })
})
