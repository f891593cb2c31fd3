import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { codesOf, isPass } from './eligibility-codes.ts'
import { type NeedId, questionOf } from './eligibility-question.ts'
import { isNotEnough } from './not-enough.ts'
import type { Assignment, Horizon } from './region.ts'

/**
 * Every code of § 6 that applies to the specialist for the need at the half-day, sorted. With a plan the codes are
 * checked against state and plan, the plan's own use of the person there at that half-day left out of the count.
 */
export function oracleCodes(
  region: Region,
  horizon: Horizon,
  specialistId: string,
  need: NeedId,
  halfDay: HalfDay,
  plan?: readonly Assignment[],
): string[] {
  const codes = codesOf(questionOf({ region, horizon, plan: plan ?? [] }, specialistId, need, halfDay))
  const isOneOfTooFew = plan !== undefined && isPass(codes) && isNotEnough({ region, horizon, plan }, need, halfDay)
  return (isOneOfTooFew ? [...codes, 'not-enough'] : codes).toSorted()
}
