import { dayOf } from '@vertretbar/domain/half-day'
import { levelNames } from '@vertretbar/domain/plan'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { planCover } from '@vertretbar/planner/plan'
import { expect } from 'vitest'
import { campaign } from '../campaign.ts'
import { type Random, randomOf } from '../generate/random.ts'
import { generateRegion } from '../generate/region.ts'
import { assignmentsOf, type Cover, coversOf } from '../oracle/assignments.ts'
import { optionsOf } from '../oracle/options.ts'
import { checkPlan } from '../oracle/plan.ts'
import { recount } from '../oracle/recount.ts'

/** One half-day taken away, added, or given to somebody else. */
function mutated(random: Random, plan: readonly Cover[], options: readonly Cover[]): readonly Cover[] {
  const without = plan.length === 0 ? plan : plan.toSpliced(random.int(0, plan.length - 1), 1)
  if (options.length === 0) return without
  const further = random.pick(options)
  return random.pick([() => without, () => [...plan, further], () => [...without, further]])()
}

campaign('planner: a changed plan is infeasible or no better', { test: 10, prove: 100 }, async (seed) => {
  const { region, ...horizon } = generateRegion(seed)
  const plan = await planCover(new RegionIndex(region), {
    today: dayOf(horizon.today),
    first: dayOf(horizon.from),
    last: dayOf(horizon.to),
    timeLimitSeconds: 60,
    now: () => performance.now(),
  })
  const random = randomOf(seed)
  const options = optionsOf(region, horizon)
  for (let mutation = 0; mutation < 5; mutation += 1) {
    const assignments = assignmentsOf(mutated(random, coversOf(plan.assignments), options))
    if (checkPlan(region, horizon, assignments).length > 0) continue
    const levels = recount(region, horizon, assignments)
    const differing = levelNames.find((level) => levels[level] !== plan.objective[level])
    if (differing) expect(levels[differing]).toBeGreaterThan(plan.objective[differing])
  }
})
