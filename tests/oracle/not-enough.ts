import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { validAgreements } from './agreements.ts'
import { assignmentsOf, type Cover, coversOf } from './assignments.ts'
import { shortageToPlan } from './counting.ts'
import { dateOf } from './dates.ts'
import { codesOf, isCandidate, isPass } from './eligibility-codes.ts'
import { type NeedId, questionOf } from './eligibility-question.ts'
import { canServe } from './people.ts'
import { checkPlan } from './plan.ts'
import { type Assignment, type Horizon, needOf, requirementOf, samePlace, specialistOf } from './region.ts'

/**
 * Whether a feasible plan leaves an indivisible need short and those who would still pass are too few: no group of as
 * many of them as are missing could come together.
 */
export function isNotEnough(
  { region, horizon, plan }: { region: Region; horizon: Horizon; plan: readonly Assignment[] },
  need: NeedId,
  halfDay: HalfDay,
): boolean {
  const requirement = requirementOf(region, need.requirement)
  const { anyOf, indivisible } = needOf(requirement, need.need)
  if (indivisible !== true) return false
  const there = coversOf(plan).filter((cover) => cover.halfDay === halfDay && samePlace(cover, requirement))
  const serving = there.filter(({ specialist, date }) =>
    canServe(region, { specialist: specialistOf(region, specialist), place: requirement, anyOf }, date),
  )
  const missing = shortageToPlan(region, { requirement, need: need.need }, halfDay) - serving.length
  const passing = region.specialists.filter(
    ({ id }) =>
      isCandidate(region, id, requirement.id) &&
      !there.some((cover) => cover.specialist === id) &&
      isPass(codesOf(questionOf({ region, horizon, plan }, id, need, halfDay))),
  )
  const { authority, area } = requirement
  const ways = passing.map(({ id }) => waysOf(region, { specialist: id, authority, area, halfDay }))
  return (
    missing > 0 && !groups(ways, missing).some((group) => isFeasible(region, horizon, [...coversOf(plan), ...group]))
  )
}

function isFeasible(region: Region, horizon: Horizon, covers: readonly Cover[]): boolean {
  return checkPlan(region, horizon, assignmentsOf(covers)).length === 0
}

/** One person's cover under each agreement that may carry it. */
function waysOf(region: Region, cover: Omit<Cover, 'agreement' | 'date'>): Cover[] {
  const specialist = specialistOf(region, cover.specialist)
  const date = dateOf(cover.halfDay)
  if (specialist.authority === cover.authority) return [{ ...cover, date, agreement: undefined }]
  return validAgreements(region, specialist, cover, date).map(({ id }) => ({ ...cover, date, agreement: id }))
}

/** Every choice of so many people, each in one of their ways. */
function groups(people: readonly (readonly Cover[])[], size: number): Cover[][] {
  if (size === 0) return [[]]
  const [first, ...others] = people
  if (first === undefined) return []
  const withFirst = groups(others, size - 1).flatMap((group) => first.map((way) => [way, ...group]))
  return [...withFirst, ...groups(others, size)]
}
