import type { HalfDay, LocalDate } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import type { Competence, Specialist, WorkPattern } from '@vertretbar/domain/specialist'
import { isWorkingHalfDay } from './calendar.ts'
import { dateOf, daysBetween, halfOf, mondayOf, weekdayOf } from './dates.ts'
import { areaOf, authorityOf, bindingBookings, liveBookings, type Place, postOf, samePlace, within } from './region.ts'

/** Whether the person is there at a half-day (spec § 5): employed, on pattern, home office open, not absent. */
export const isThere = (region: Region, specialist: Specialist, halfDay: HalfDay): boolean =>
  isEmployed(specialist, dateOf(halfDay)) &&
  isOnPattern(specialist, halfDay) &&
  isWorkingHalfDay(authorityOf(region, specialist.authority), halfDay) &&
  !isAbsent(region, specialist, halfDay)

/** Whether the person is there and not claimed by a live booking. */
export const isAvailable = (region: Region, specialist: Specialist, halfDay: HalfDay): boolean =>
  isThere(region, specialist, halfDay) && !isClaimed(region, specialist, halfDay)

/** Whether a live booking, be it only a request, claims the person at the half-day. */
export const isClaimed = (region: Region, specialist: Specialist, halfDay: HalfDay): boolean =>
  liveBookings(region).some((booking) => booking.specialist === specialist.id && booking.halfDays.includes(halfDay))

/** Whether a booking `confirmed` or later has the person elsewhere at the half-day. */
export const isLent = (region: Region, specialist: Specialist, halfDay: HalfDay): boolean =>
  bindingBookings(region).some((booking) => booking.specialist === specialist.id && booking.halfDays.includes(halfDay))

/** Whether the person is employed that day. */
export const isEmployed = (specialist: Specialist, date: LocalDate): boolean => within(specialist.employment, date)

/** Whether an absence of the person contains the half-day; one without an end goes on. `am` sorts before `pm`. */
export const isAbsent = (region: Region, specialist: Specialist, halfDay: HalfDay): boolean =>
  region.absences.some(
    ({ specialist: id, from, to }) => id === specialist.id && from <= halfDay && (to === undefined || halfDay <= to),
  )

/** Whether the half-day is in the person's work pattern, holidays and closures aside. */
export function isOnPattern(specialist: Specialist, halfDay: HalfDay): boolean {
  const date = dateOf(halfDay)
  const pattern = patternOn(specialist, date)
  if (pattern === undefined) return false
  const weeksSince = daysBetween(mondayOf(pattern.validFrom), mondayOf(date)) / 7
  const worked = pattern.weeks[weeksSince % pattern.weeks.length]?.[weekdayOf(date)]
  return worked === 'full' || worked === halfOf(halfDay)
}

/** Of several valid patterns the one that began last. */
function patternOn(specialist: Specialist, date: LocalDate): WorkPattern | undefined {
  return specialist.workPattern
    .filter((pattern) => within(pattern, date))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
}

/** The products that an office runs in the area that day. */
export const deployedProducts = (region: Region, place: Place, date: LocalDate): string[] =>
  authorityOf(region, place.authority)
    .deployments.filter((deployment) => deployment.area === place.area && within(deployment, date))
    .map(({ product }) => product)

/** The person's competences in the area; more than one if a file gives more. */
export const competencesIn = (specialist: Specialist, area: string): Competence[] =>
  specialist.competences.filter((competence) => competence.area === area)

/** Whether the person knows a product that runs there that day, or none runs there. */
export function fitsProducts(region: Region, competence: Competence, place: Place, date: LocalDate): boolean {
  const deployed = deployedProducts(region, place, date)
  return deployed.length === 0 || deployed.some((product) => competence.products.includes(product))
}

/** The roles in which the person can act at the place that day (spec § 5). */
export function effectiveRoles(region: Region, specialist: Specialist, place: Place, date: LocalDate): string[] {
  const roles = competencesIn(specialist, place.area)
    .filter((competence) => fitsProducts(region, competence, place, date))
    .flatMap((competence) => competence.roles)
  if (samePlace(postOf(specialist), place)) return roles
  return roles.filter((role) => !needsAuthorisation(region, place.area, role) || isAuthorised(specialist, place, date))
}

function needsAuthorisation(region: Region, area: string, role: string): boolean {
  return areaOf(region, area).roles.some(({ id, authorisation }) => id === role && authorisation === 'required')
}

function isAuthorised(specialist: Specialist, place: Place, date: LocalDate): boolean {
  return specialist.authorisations.some(
    (authorisation) => samePlace(authorisation, place) && within(authorisation, date),
  )
}

/** Whether the person could serve a need over these roles at the place that day. */
export const canServe = (
  region: Region,
  { specialist, place, anyOf }: { specialist: Specialist; place: Place; anyOf: readonly string[] },
  date: LocalDate,
): boolean => effectiveRoles(region, specialist, place, date).some((role) => anyOf.includes(role))
