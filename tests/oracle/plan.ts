import type { Region } from '@vertretbar/domain/region'
import { givenInMonth, validAgreements } from './agreements.ts'
import { type Cover, coversOf, liveCovers } from './assignments.ts'
import { allNeeds, lendable, shortageOf, spareOf } from './counting.ts'
import { daysBetween, mondayOf, monthOf } from './dates.ts'
import { barsOf, codesOf, isCandidate } from './eligibility-codes.ts'
import { questionOf } from './eligibility-question.ts'
import { occurrenceAt } from './occurrences.ts'
import { type Assignment, agreementOf, type Horizon, postOf, samePlace, specialistOf } from './region.ts'

/** Every constraint of § 7 that the plan violates, as sentences for people; empty if the plan is feasible. */
export function checkPlan(region: Region, horizon: Horizon, assignments: readonly Assignment[]): string[] {
  const plan = coversOf(assignments)
  return [
    ...plan.flatMap((cover) => faultsOf(region, horizon, cover)),
    ...twoPlaces(plan),
    ...overSurplus(region, plan),
    ...overWeeklyLimit(region, plan),
    ...overAgreementLimit(region, plan),
    ...conflicts(region, plan),
  ]
}

/** What is wrong with one half-day of one person, whatever else the plan does. */
function faultsOf(region: Region, { today, from, to }: Horizon, cover: Cover): string[] {
  const faults = [
    ...(cover.date < today ? ['past: before today'] : []),
    ...(cover.date < from || cover.date > to ? ['outside: not in the horizon'] : []),
    ...(samePlace(postOf(specialistOf(region, cover.specialist)), cover)
      ? ['own-post: nobody covers their own post']
      : []),
    ...agreementFaults(region, cover),
  ]
  const eligibility = faults.length > 0 ? [] : whyNot(region, { today, from, to }, cover)
  return [...faults, ...eligibility].map((fault) => `${fault}: ${told(cover)}`)
}

function agreementFaults(region: Region, cover: Cover): string[] {
  const specialist = specialistOf(region, cover.specialist)
  const inHouse = specialist.authority === cover.authority
  if (inHouse) return cover.agreement === undefined ? [] : ['agreement: in-house cover names none']
  const valid = validAgreements(region, specialist, cover, cover.date)
  return valid.some(({ id }) => id === cover.agreement) ? [] : ['agreement: none that is valid is named']
}

/** The person must pass for at least one need that is short there. */
function whyNot(region: Region, horizon: Horizon, cover: Cover): string[] {
  const short = allNeeds(region).filter(
    (need) =>
      samePlace(need.requirement, cover) &&
      isCandidate(region, cover.specialist, need.requirement.id) &&
      occurrenceAt(region, need.requirement, cover.halfDay) !== undefined &&
      shortageOf(region, need, cover.halfDay) > 0,
  )
  if (short.length === 0) return ['not-short: no need there is short']
  const bars = short.map(({ requirement, need }) => {
    const asked = { requirement: requirement.id, need }
    return barsOf(codesOf(questionOf({ region, horizon, plan: [] }, cover.specialist, asked, cover.halfDay)))
  })
  return bars.some((codes) => codes.length === 0) ? [] : [...new Set(bars.flat())]
}

function twoPlaces(plan: readonly Cover[]): string[] {
  return groups(plan, ({ specialist, halfDay }) => `${specialist} ${halfDay}`)
    .filter(([, covers]) => covers.length > 1)
    .map(([key]) => `two-places: ${key}`)
}

/** Whom the plan lends from one need at one half-day must not be more than the need can spare. */
function overSurplus(region: Region, plan: readonly Cover[]): string[] {
  return allNeeds(region).flatMap((need) =>
    groups(plan, ({ halfDay }) => halfDay)
      .filter(([halfDay, covers]) => {
        if (occurrenceAt(region, need.requirement, halfDay) === undefined) return false
        const away = new Set(covers.map(({ specialist }) => specialist))
        const lent = lendable(region, need, halfDay).filter((person) => away.has(person))
        return lent.length > Math.max(0, spareOf(region, need, halfDay))
      })
      .map(([halfDay]) => `surplus: ${need.requirement.id} need ${need.need} at ${halfDay}`),
  )
}

function overWeeklyLimit(region: Region, plan: readonly Cover[]): string[] {
  const live = liveCovers(region)
  return groups(plan, ({ specialist, date }) => `${specialist} ${mondayOf(date)}`)
    .filter(([, [first]]) => {
      if (first === undefined) return false
      const limit = specialistOf(region, first.specialist).coverLimitHalfDaysPerWeek
      const inWeek = [...live, ...plan].filter(
        ({ specialist, date }) => specialist === first.specialist && mondayOf(date) === mondayOf(first.date),
      )
      return limit !== undefined && inWeek.length > limit
    })
    .map(([key]) => `weekly-limit: ${key}`)
}

function overAgreementLimit(region: Region, plan: readonly Cover[]): string[] {
  const giverOf = ({ specialist }: Cover) => specialistOf(region, specialist).authority
  return groups(
    plan.filter(({ agreement }) => agreement !== undefined),
    (cover) => `${cover.agreement} ${giverOf(cover)} ${monthOf(cover.date)}`,
  )
    .filter(([, [first]]) => {
      if (first?.agreement === undefined) return false
      const limit = agreementOf(region, first.agreement).monthlyHalfDayLimit
      const month = { agreement: first.agreement, giver: giverOf(first), month: monthOf(first.date) }
      return limit !== undefined && givenInMonth(region, plan, month) > limit
    })
    .map(([key]) => `agreement-limit: ${key}`)
}

/** One person in conflicting areas of one authority, within the look-back, both by the plan. */
function conflicts(region: Region, plan: readonly Cover[]): string[] {
  return plan.flatMap((one, index) =>
    plan
      .slice(index + 1)
      .filter(
        (other) =>
          other.specialist === one.specialist &&
          other.authority === one.authority &&
          region.region.conflicts.some(
            ({ areas, lookBackDays }) =>
              one.area !== other.area &&
              areas.includes(one.area) &&
              areas.includes(other.area) &&
              Math.abs(daysBetween(one.date, other.date)) <= lookBackDays,
          ),
      )
      .map((other) => `conflict: ${told(one)} and ${told(other)}`),
  )
}

/** The covers by a key, the keys in their order. */
function groups(covers: readonly Cover[], keyOf: (cover: Cover) => string): [string, Cover[]][] {
  return [...Map.groupBy(covers, keyOf)].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

const told = ({ specialist, authority, area, halfDay }: Cover): string =>
  `${specialist} at ${authority} ${area} ${halfDay}`
