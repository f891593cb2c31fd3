import { dayOf } from '@vertretbar/domain/half-day'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { planCover } from '@vertretbar/planner/plan'
import { expect, it } from 'vitest'
import { medium } from '../generate/knobs.ts'
import { generateRegion } from '../generate/region.ts'
import { checkPlan } from '../oracle/plan.ts'
import { recount } from '../oracle/recount.ts'

it('a fault inside of the solver costs no plan', { timeout: 120_000 }, async () => {
  // HiGHS 1.15.3 faults at level 6 of this region: "memory access out of bounds".
  const { region, ...horizon } = generateRegion(1_491_181_800, medium)
  const plan = await planCover(new RegionIndex(region), {
    today: dayOf(horizon.today),
    first: dayOf(horizon.from),
    last: dayOf(horizon.to),
    timeLimitSeconds: 60,
    now: () => performance.now(),
  })
  expect(plan.status).toBe('optimal')
  expect(checkPlan(region, horizon, plan.assignments)).toEqual([])
  expect(recount(region, horizon, plan.assignments)).toEqual(plan.objective)
})
