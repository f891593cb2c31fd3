import type { Booking } from '@vertretbar/domain/booking'
import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import type { Requirement } from '@vertretbar/domain/requirement'
import type { Specialist } from '@vertretbar/domain/specialist'
import { dateOf, halfDaysFrom } from './dates.ts'
import { occurrenceAt } from './occurrences.ts'
import { canServe, isAvailable, isLent, isThere } from './people.ts'
import { bindingBookings, type Horizon, needOf, postOf, requestedBookings, samePlace } from './region.ts'

/** One need of one requirement. */
export interface NeedRef {
  readonly requirement: Requirement
  readonly need: number
}

/** Every need of every requirement of the region. */
export const allNeeds = (region: Region): NeedRef[] =>
  region.requirements.flatMap((requirement) => requirement.needs.map((_, need) => ({ requirement, need })))

/** The ids of the people who count for the need at the half-day (spec § 5). */
export const countedPeople = (region: Region, need: NeedRef, halfDay: HalfDay): string[] =>
  [
    ...holders(region, need, halfDay).filter(
      (person) => isThere(region, person, halfDay) && !isLent(region, person, halfDay),
    ),
    ...serving(region, need, halfDay, bindingBookings(region)),
  ].map(({ id }) => id)

/** How many people the need lacks at a half-day at which its requirement applies. */
export const shortageOf = (region: Region, need: NeedRef, halfDay: HalfDay): number =>
  Math.max(0, countOf(need) - countedPeople(region, need, halfDay).length)

/** What a plan has to find: the shortage less the people already requested into the place (spec § 7). */
export const shortageToPlan = (region: Region, need: NeedRef, halfDay: HalfDay): number =>
  Math.max(0, shortageOf(region, need, halfDay) - serving(region, need, halfDay, requestedBookings(region)).length)

/** Whether the need is met with nobody to spare. */
export const isFragile = (region: Region, need: NeedRef, halfDay: HalfDay): boolean =>
  countedPeople(region, need, halfDay).length === countOf(need)

/** The half-days of the horizon at which the need is met with nobody to spare. */
export const fragileHalfDays = (region: Region, { from, to }: Horizon, need: NeedRef): HalfDay[] =>
  halfDaysFrom(from, to).filter(
    (halfDay) => occurrenceAt(region, need.requirement, halfDay) !== undefined && isFragile(region, need, halfDay),
  )

/** The people of the post who could be lent from the need: they count, and not even a request claims them. */
export const lendable = (region: Region, need: NeedRef, halfDay: HalfDay): string[] =>
  holders(region, need, halfDay)
    .filter((person) => isAvailable(region, person, halfDay))
    .map(({ id }) => id)

/** How many of them the need can spare if requested bookings count as gone; negative if it is short (spec § 6). */
export const spareOf = (region: Region, need: NeedRef, halfDay: HalfDay): number =>
  lendable(region, need, halfDay).length +
  serving(region, need, halfDay, bindingBookings(region)).length -
  countOf(need)

/** How many people the need asks for. */
export const countOf = ({ requirement, need }: NeedRef): number => needOf(requirement, need).count

/** The people with the post, a role that is asked for and a product that runs there that day. */
function holders(region: Region, { requirement, need }: NeedRef, halfDay: HalfDay): Specialist[] {
  const { anyOf } = needOf(requirement, need)
  return region.specialists.filter(
    (specialist) =>
      samePlace(postOf(specialist), requirement) &&
      canServe(region, { specialist, place: requirement, anyOf }, dateOf(halfDay)),
  )
}

/** The people whom one of the bookings brings into the place at the half-day, who are there and can serve the need. */
function serving(
  region: Region,
  { requirement, need }: NeedRef,
  halfDay: HalfDay,
  bookings: readonly Booking[],
): Specialist[] {
  const { anyOf } = needOf(requirement, need)
  return region.specialists.filter(
    (specialist) =>
      bookings.some(
        (booking) =>
          booking.specialist === specialist.id && samePlace(booking, requirement) && booking.halfDays.includes(halfDay),
      ) &&
      isThere(region, specialist, halfDay) &&
      canServe(region, { specialist, place: requirement, anyOf }, dateOf(halfDay)),
  )
}
