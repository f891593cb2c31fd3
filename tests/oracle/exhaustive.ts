import type { Region } from '@vertretbar/domain/region'
import { assignmentsOf, type Cover } from './assignments.ts'
import { type Best, compare } from './brute-force.ts'
import { datesFrom, halves } from './dates.ts'
import { checkPlan } from './plan.ts'
import { recount } from './recount.ts'
import type { Horizon } from './region.ts'

/**
 * The same optimum by nothing but `checkPlan` and `recount` over every subset of the assignments that are allowed
 * alone; undefined if these are more than asked for. It keeps the faster search honest.
 */
export function exhaustive(region: Region, horizon: Horizon, mostOptions: number): Best | undefined {
  const options = everyCover(region, horizon).filter(
    (cover) => checkPlan(region, horizon, assignmentsOf([cover])).length === 0,
  )
  if (options.length > mostOptions) return undefined
  let best: Best | undefined
  for (let subset = 0; subset < 2 ** options.length; subset += 1) {
    const chosen = options.filter((_, index) => Math.floor(subset / 2 ** index) % 2 === 1)
    const assignments = assignmentsOf(chosen)
    if (checkPlan(region, horizon, assignments).length > 0) continue
    const objective = recount(region, horizon, assignments)
    if (best === undefined || compare(objective, best.objective) < 0) best = { objective, assignments }
  }
  return best
}

/** Everybody, everywhere, under every agreement and under none. */
function everyCover(region: Region, { from, to }: Horizon): Cover[] {
  const agreements = [undefined, ...region.agreements.map(({ id }) => id)]
  return datesFrom(from, to).flatMap((date) =>
    halves.flatMap((half) =>
      region.specialists.flatMap(({ id: specialist }) =>
        region.authorities.flatMap(({ id: authority }) =>
          region.serviceAreas.flatMap(({ id: area }) =>
            agreements.map((agreement) => ({
              specialist,
              authority,
              area,
              agreement,
              halfDay: `${date}/${half}`,
              date,
            })),
          ),
        ),
      ),
    ),
  )
}
