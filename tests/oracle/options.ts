import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import type { Specialist } from '@vertretbar/domain/specialist'
import { validAgreements } from './agreements.ts'
import type { Cover } from './assignments.ts'
import { allNeeds, type NeedRef, shortageToPlan } from './counting.ts'
import { dateOf, halfDaysFrom } from './dates.ts'
import { codesOf, isCandidate, isPass } from './eligibility-codes.ts'
import { questionOf } from './eligibility-question.ts'
import { occurrenceAt } from './occurrences.ts'
import { type Horizon, type Place, samePlace } from './region.ts'

/**
 * Every (specialist, place, half-day, agreement) that the state allows and that could reduce a shortage. Someone who
 * serves no need that is still short only costs half-days; such options are in no best plan.
 */
export const optionsOf = (region: Region, horizon: Horizon): Cover[] =>
  halfDaysFrom(horizon.from, horizon.to)
    .filter((halfDay) => dateOf(halfDay) >= horizon.today)
    .flatMap((halfDay) => {
      const short = allNeeds(region).filter(
        (need) =>
          occurrenceAt(region, need.requirement, halfDay) !== undefined && shortageToPlan(region, need, halfDay) > 0,
      )
      return placesOf(short).flatMap((place) =>
        region.specialists
          .filter((specialist) => passesAnywhere(region, horizon, { specialist, place, short, halfDay }))
          .flatMap((specialist) => covers(region, specialist, place, halfDay)),
      )
    })

function placesOf(needs: readonly NeedRef[]): Place[] {
  const places = needs.map(({ requirement: { authority, area } }) => ({ authority, area }))
  return places.filter((place, index) => places.findIndex((other) => samePlace(place, other)) === index)
}

function passesAnywhere(
  region: Region,
  horizon: Horizon,
  candidate: { specialist: Specialist; place: Place; short: readonly NeedRef[]; halfDay: HalfDay },
): boolean {
  const { specialist, place, short, halfDay } = candidate
  return short
    .filter(({ requirement }) => samePlace(requirement, place) && isCandidate(region, specialist.id, requirement.id))
    .some(({ requirement, need }) => {
      const asked = { requirement: requirement.id, need }
      return isPass(codesOf(questionOf({ region, horizon, plan: [] }, specialist.id, asked, halfDay)))
    })
}

/** One cover per agreement worth trying: levels 1 to 4 know agreements by their limits only, so one without is enough. */
function covers(region: Region, specialist: Specialist, place: Place, halfDay: HalfDay): Cover[] {
  const cover = { specialist: specialist.id, ...place, halfDay, date: dateOf(halfDay) }
  if (specialist.authority === place.authority) return [{ ...cover, agreement: undefined }]
  const valid = validAgreements(region, specialist, place, cover.date)
  const unlimited = valid.filter(({ monthlyHalfDayLimit }) => monthlyHalfDayLimit === undefined)
  return (unlimited.length > 0 ? unlimited.slice(0, 1) : valid).map(({ id }) => ({ ...cover, agreement: id }))
}
