import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { canBeOpened, hasAccess, knownProducts } from './access.ts'
import { isShortNotice } from './agreements.ts'
import type { Cover } from './assignments.ts'
import { nextWorkingHalfDay } from './calendar.ts'
import { agreementOf, authorityOf, type Horizon, specialistOf } from './region.ts'

/** Level 5 (spec § 7): 2 per access to be opened, 1 per stretch, 1 per half-day at short notice. */
export const effortOf = (region: Region, horizon: Horizon, plan: readonly Cover[]): number =>
  2 * accessesToOpen(region, horizon, plan) + stretches(region, plan) + shortNotices(region, horizon, plan)

/** The fewest products per person and authority that give access at every half-day that has none yet. */
function accessesToOpen(region: Region, horizon: Horizon, plan: readonly Cover[]): number {
  const byPerson = Map.groupBy(plan, ({ specialist, authority }) => `${specialist} ${authority}`)
  return [...byPerson.values()]
    .map((covers) => fewest(covers.map((cover) => choices(region, horizon, cover)).filter((list) => list.length > 0)))
    .reduce((sum, count) => sum + count, 0)
}

/** The products any of which may be opened for this half-day; none if in-house, nothing runs, or one is open already. */
function choices(region: Region, horizon: Horizon, cover: Cover): string[] {
  const specialist = specialistOf(region, cover.specialist)
  if (specialist.authority === cover.authority) return []
  const known = knownProducts(region, specialist, cover, cover.date)
  if (known.some((product) => hasAccess(specialist, cover.authority, product, cover.date))) return []
  return known.filter((product) => canBeOpened(region, horizon, cover, product, cover.date))
}

/** The size of the smallest set that has one of each list. */
function fewest(lists: readonly (readonly string[])[]): number {
  const [first, ...others] = lists
  if (first === undefined) return 0
  const rests = first.map((chosen) => fewest(others.filter((list) => !list.includes(chosen))))
  return 1 + Math.min(...rests)
}

/** Runs of one person at one place in which each half-day is the next working one of the receiver. */
function stretches(region: Region, plan: readonly Cover[]): number {
  const byStay = Map.groupBy(plan, ({ specialist, authority, area }) => `${specialist} ${authority} ${area}`)
  const starts = (covers: readonly Cover[]) => {
    const halfDays = covers.map(({ halfDay }) => halfDay)
    return covers.filter((cover) => !halfDays.some((halfDay) => isNext(region, cover, halfDay)))
  }
  return [...byStay.values()].reduce((sum, covers) => sum + starts(covers).length, 0)
}

function isNext(region: Region, cover: Cover, before: HalfDay): boolean {
  return before < cover.halfDay && nextWorkingHalfDay(authorityOf(region, cover.authority), before) === cover.halfDay
}

function shortNotices(region: Region, horizon: Horizon, plan: readonly Cover[]): number {
  return plan.filter(({ specialist, agreement, date }) => {
    if (agreement === undefined) return false
    const giver = specialistOf(region, specialist).authority
    return isShortNotice(region, horizon, { agreement: agreementOf(region, agreement), giver, date })
  }).length
}
