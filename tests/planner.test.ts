import { readFileSync } from 'node:fs'
import { dayOf } from '@vertretbar/domain/half-day'
import { levelNames, type Plan } from '@vertretbar/domain/plan'
import { readRegion } from '@vertretbar/domain/read-region'
import type { Region } from '@vertretbar/domain/region'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { planCover } from '@vertretbar/planner/plan'
import { describe, expect, it } from 'vitest'
import { campaign } from './campaign.ts'
import { medium } from './generate/knobs.ts'
import { generateRegion } from './generate/region.ts'
import { bruteForce } from './oracle/brute-force.ts'
import { nearestCandidates } from './oracle/nearest.ts'
import { checkPlan } from './oracle/plan.ts'
import { recount } from './oracle/recount.ts'
import type { Horizon } from './oracle/region.ts'

const solve = (region: Region, { today, from, to }: Horizon, timeLimitSeconds = 60): Promise<Plan> =>
  planCover(new RegionIndex(region), {
    today: dayOf(today),
    first: dayOf(from),
    last: dayOf(to),
    timeLimitSeconds,
    now: () => performance.now(),
  })

const reference = (): Region => {
  const read = readRegion(readFileSync(new URL('../packages/domain/regions/wolfenbuettel.json', import.meta.url)))
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}
const winter = { today: '2026-11-23', from: '2026-11-23', to: '2027-02-20' }

describe('the plan of the reference region', () => {
  it('is proved optimal on all six levels, and its levels recount', { timeout: 60_000 }, async () => {
    const region = reference()
    const plan = await solve(region, winter)
    expect(plan).toMatchObject({
      status: 'optimal',
      deterministic: true,
      objective: { criticalShortage: 22, normalShortage: 12, handOvers: 26, halfDays: 62, effort: 60, fairness: 2608 },
    })
    expect(plan.bound).toEqual(plan.objective)
    expect(checkPlan(region, winter, plan.assignments)).toEqual([])
    expect(recount(region, winter, plan.assignments)).toEqual(plan.objective)
  })

  it('is the same each time', { timeout: 60_000 }, async () => {
    const region = reference()
    expect(await solve(region, winter)).toEqual(await solve(region, winter))
  })

  it('keeps every rule when there is no time, and says how far it may be from the best', async () => {
    const region = reference()
    const plan = await solve(region, winter, 0)
    expect(plan).toMatchObject({ status: 'feasible', deterministic: false })
    expect(checkPlan(region, winter, plan.assignments)).toEqual([])
    expect(recount(region, winter, plan.assignments)).toEqual(plan.objective)
    for (const level of levelNames) expect(plan.bound[level]).toBeLessThanOrEqual(plan.objective[level])
    expect(plan.bound.criticalShortage).toBeLessThanOrEqual(22)
  })

  it('names somebody and a reason for each half-day it leaves open', { timeout: 60_000 }, async () => {
    const { uncovered } = await solve(reference(), winter)
    expect(uncovered.length).toBeGreaterThan(0)
    for (const { nearest } of uncovered) {
      expect(nearest).toHaveLength(3)
      for (const { codes } of nearest) expect(codes.length).toBeGreaterThan(0)
    }
  })
})

campaign('planner: levels 1 to 4 equal brute force on small regions', { test: 40, prove: 2000 }, async (seed) => {
  const { region, ...horizon } = generateRegion(seed)
  const best = bruteForce(region, horizon, { mostOptions: 120 })
  const plan = await solve(region, horizon)
  expect(plan.status).toBe('optimal')
  expect(checkPlan(region, horizon, plan.assignments)).toEqual([])
  expect(recount(region, horizon, plan.assignments)).toEqual(plan.objective)
  if (best) expect(plan.objective).toMatchObject(best.objective)
})

campaign("planner: the nearest candidates and their codes equal the twin's", { test: 20, prove: 500 }, async (seed) => {
  const { region, ...horizon } = generateRegion(seed)
  const plan = await solve(region, horizon)
  // No plan covers what is past: there the twin cannot tell free people from too few.
  for (const open of plan.uncovered.filter(({ halfDay }) => halfDay.slice(0, 10) >= horizon.today)) {
    const nearest = open.nearest.map(({ specialist, codes }) => ({ specialist, codes: codes.toSorted() }))
    expect(nearest, `${open.requirement} need ${open.need} at ${open.halfDay}`).toEqual(
      nearestCandidates({ region, horizon, plan: plan.assignments }, open, open.halfDay),
    )
  }
})

campaign('planner: plans of medium regions keep every rule and recount', { test: 4, prove: 60 }, async (seed) => {
  const { region, ...horizon } = generateRegion(seed, medium)
  const plan = await solve(region, horizon, 5)
  expect(checkPlan(region, horizon, plan.assignments)).toEqual([])
  expect(recount(region, horizon, plan.assignments)).toEqual(plan.objective)
})
