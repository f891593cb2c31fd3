import type { Region } from '@vertretbar/domain/region'
import { type Cover, coversOf } from './assignments.ts'
import { bindingBookings, type Horizon, specialistOf } from './region.ts'

/**
 * Level 6 (spec § 7): the squares of what each authority gave less what it received, and of what each person covered,
 * over the bookings `confirmed` or later in the calendar years of the horizon and the plan.
 */
export function fairnessOf(region: Region, { from, to }: Horizon, plan: readonly Cover[]): number {
  const booked = coversOf(bindingBookings(region)).filter(
    ({ date }) => date.slice(0, 4) >= from.slice(0, 4) && date.slice(0, 4) <= to.slice(0, 4),
  )
  const covers = [...booked, ...plan].map((cover) => ({
    ...cover,
    giver: specialistOf(region, cover.specialist).authority,
  }))
  const balances = region.authorities.map(({ id }) => {
    // In-house cover counts for the person, not for the authority.
    const given = covers.filter(({ giver, authority }) => giver === id && authority !== id)
    const received = covers.filter(({ giver, authority }) => giver !== id && authority === id)
    return given.length - received.length
  })
  const loads = region.specialists.map(({ id }) => covers.filter(({ specialist }) => specialist === id).length)
  return [...balances, ...loads].reduce((sum, number) => sum + number ** 2, 0)
}
