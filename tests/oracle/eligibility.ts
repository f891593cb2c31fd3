import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { codesOf, isPass } from './eligibility-codes.ts'
import { type NeedId, questionOf } from './eligibility-question.ts'
import { isNotEnough } from './not-enough.ts'
import type { Assignment, Horizon } from './region.ts'

/**
 * Every code of § 6 that applies to the specialist for the need at the half-day, sorted. With a plan the codes are
 * checked against state and plan, the plan's own use of the person there at that half-day left out of the count;
 * `used-elsewhere` is told of those only whom nothing but the plan keeps from coming.
 */
export function oracleCodes(
  region: Region,
  horizon: Horizon,
  specialistId: string,
  need: NeedId,
  halfDay: HalfDay,
  plan?: readonly Assignment[],
): string[] {
  const besides = (covers: readonly Assignment[]) =>
    codesOf(questionOf({ region, horizon, plan: covers }, specialistId, need, halfDay))
  const codes = besides(plan ?? []).filter((code) => code !== 'used-elsewhere' || isPass(besides([])))
  const isOneOfTooFew = plan !== undefined && isPass(codes) && isNotEnough({ region, horizon, plan }, need, halfDay)
  return (isOneOfTooFew ? [...codes, 'not-enough'] : codes).toSorted()
}
