import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { type Cover, coversOf, liveCovers } from './assignments.ts'
import { allNeeds, type NeedRef, shortageToPlan } from './counting.ts'
import { dateOf, halfDaysFrom, mondayOf } from './dates.ts'
import { effortOf } from './effort.ts'
import { fairnessOf } from './fairness.ts'
import { occurrenceAt } from './occurrences.ts'
import { canServe } from './people.ts'
import { type Assignment, type Horizon, needOf, samePlace, specialistOf } from './region.ts'

/** The six levels of the objective (spec § 7), the first counting most. */
export interface Objective {
  readonly criticalShortage: number
  readonly normalShortage: number
  readonly handOvers: number
  readonly halfDays: number
  readonly effort: number
  readonly fairness: number
}

/** The objective of a plan, counted from scratch. */
export function recount(region: Region, horizon: Horizon, assignments: readonly Assignment[]): Objective {
  const plan = coversOf(assignments)
  const left = shortagesLeft(region, horizon, assignments)
  const total = (criticality: string) =>
    left.filter(({ need }) => need.requirement.criticality === criticality).reduce((sum, one) => sum + one.shortage, 0)
  return {
    criticalShortage: total('critical'),
    normalShortage: total('normal'),
    handOvers: newHandOvers(region, plan).length,
    halfDays: plan.length,
    effort: effortOf(region, horizon, plan),
    fairness: fairnessOf(region, horizon, plan),
  }
}

/** What stays short of each need at each half-day of the horizon; only what is more than nothing. */
export const shortagesLeft = (
  region: Region,
  { from, to }: Horizon,
  assignments: readonly Assignment[],
): { need: NeedRef; halfDay: HalfDay; shortage: number }[] =>
  halfDaysFrom(from, to).flatMap((halfDay) => {
    const plan = coversOf(assignments).filter((cover) => cover.halfDay === halfDay)
    return allNeeds(region)
      .filter(({ requirement }) => occurrenceAt(region, requirement, halfDay) !== undefined)
      .map((need) => ({ need, halfDay, shortage: shortageWith(region, need, halfDay, plan) }))
      .filter(({ shortage }) => shortage > 0)
  })

/** What stays short of a need if these people come; an indivisible need keeps its whole shortage unless met. */
function shortageWith(region: Region, need: NeedRef, halfDay: HalfDay, plan: readonly Cover[]): number {
  const { anyOf, indivisible } = needOf(need.requirement, need.need)
  const before = shortageToPlan(region, need, halfDay)
  const serving = plan.filter(
    (cover) =>
      samePlace(cover, need.requirement) &&
      canServe(
        region,
        { specialist: specialistOf(region, cover.specialist), place: need.requirement, anyOf },
        dateOf(halfDay),
      ),
  )
  const after = Math.max(0, before - serving.length)
  return indivisible === true && after > 0 ? before : after
}

/** The person, place and ISO week of each hand-over in the plan that no live booking contains already. */
function newHandOvers(region: Region, plan: readonly Cover[]): string[] {
  const live = new Set(liveCovers(region).map(handOverOf))
  return [...new Set(plan.map(handOverOf))].filter((handOver) => !live.has(handOver))
}

/** Who takes over what, in which ISO week. */
export const handOverOf = ({ specialist, authority, area, date }: Omit<Cover, 'agreement' | 'halfDay'>): string =>
  [specialist, authority, area, mondayOf(date)].join(' ')
