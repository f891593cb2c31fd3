import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { oracleCodes } from './eligibility.ts'
import { isCandidate } from './eligibility-codes.ts'
import type { NeedId } from './eligibility-question.ts'
import { type Assignment, type Horizon, requirementOf, samePlace } from './region.ts'

/** The three candidates with the fewest codes against them beside a plan, then by id; not who comes by the plan. */
export function nearestCandidates(
  { region, horizon, plan }: { region: Region; horizon: Horizon; plan: readonly Assignment[] },
  need: NeedId,
  halfDay: HalfDay,
): { specialist: string; codes: readonly string[] }[] {
  const place = requirementOf(region, need.requirement)
  const comes = (id: string) =>
    plan.some((one) => one.specialist === id && samePlace(one, place) && one.halfDays.includes(halfDay))
  return region.specialists
    .filter(({ id }) => isCandidate(region, id, need.requirement) && !comes(id))
    .map(({ id }) => ({ specialist: id, codes: oracleCodes(region, horizon, id, need, halfDay, plan) }))
    .toSorted((a, b) => a.codes.length - b.codes.length || (a.specialist < b.specialist ? -1 : 1))
    .slice(0, 3)
}
