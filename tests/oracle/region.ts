import type { Agreement } from '@vertretbar/domain/agreement'
import type { Authority } from '@vertretbar/domain/authority'
import type { Booking } from '@vertretbar/domain/booking'
import type { HalfDay, LocalDate } from '@vertretbar/domain/half-day'
import type { Period } from '@vertretbar/domain/period'
import type { Region } from '@vertretbar/domain/region'
import type { Need, Requirement } from '@vertretbar/domain/requirement'
import type { ServiceArea } from '@vertretbar/domain/service-area'
import type { Specialist } from '@vertretbar/domain/specialist'

/** Today and the first and last day looked at, as the command line takes them. */
export interface Horizon {
  readonly today: LocalDate
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Where people work: an area of an authority. */
export interface Place {
  readonly authority: string
  readonly area: string
}

/** One person at one place at these half-days; without an agreement it is in-house (spec § 13). */
export interface Assignment extends Place {
  readonly specialist: string
  readonly agreement?: string | undefined
  readonly halfDays: readonly HalfDay[]
}

/** Whether a date lies in a period, its first and last day included. */
export const within = ({ validFrom, validTo }: Period, date: LocalDate): boolean =>
  (validFrom === undefined || date >= validFrom) && (validTo === undefined || date <= validTo)

/** The authority with the id; throws if there is none. */
export const authorityOf = (region: Region, id: string): Authority => found(region.authorities, id)

/** The service area with the id; throws if there is none. */
export const areaOf = (region: Region, id: string): ServiceArea => found(region.serviceAreas, id)

/** The specialist with the id; throws if there is none. */
export const specialistOf = (region: Region, id: string): Specialist => found(region.specialists, id)

/** The requirement with the id; throws if there is none. */
export const requirementOf = (region: Region, id: string): Requirement => found(region.requirements, id)

/** The agreement with the id; throws if there is none. */
export const agreementOf = (region: Region, id: string): Agreement => found(region.agreements, id)

/** The need of a requirement by its index; throws if there is none. */
export function needOf(requirement: Requirement, index: number): Need {
  const need = requirement.needs[index]
  if (need === undefined) throw new Error(`${requirement.id} has no need ${index}`)
  return need
}

/** Whether two places are the same one. */
export const samePlace = (a: Place, b: Place): boolean => a.authority === b.authority && a.area === b.area

/** Where the person's post [Stelle] is. */
export const postOf = (specialist: Specialist): Place => ({
  authority: specialist.authority,
  area: specialist.homeArea,
})

/** The bookings that claim a person: all but those that ended. */
export const liveBookings = (region: Region): Booking[] => region.bookings.filter(({ status }) => status !== 'ended')

/** The bookings `confirmed` or later. */
export const bindingBookings = (region: Region): Booking[] =>
  liveBookings(region).filter(({ status }) => status !== 'requested')

/** The bookings that nobody has consented to yet. */
export const requestedBookings = (region: Region): Booking[] =>
  region.bookings.filter(({ status }) => status === 'requested')

function found<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const item = list.find((one) => one.id === id)
  if (item === undefined) throw new Error(`no such id: ${id}`)
  return item
}
