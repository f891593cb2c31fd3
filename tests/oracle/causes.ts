import type { Booking } from '@vertretbar/domain/booking'
import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import type { Specialist } from '@vertretbar/domain/specialist'
import { countedPeople, countOf, type NeedRef } from './counting.ts'
import { dateOf } from './dates.ts'
import { competencesIn, fitsProducts, isAbsent, isEmployed, isLent, isOnPattern } from './people.ts'
import { bindingBookings, needOf, postOf, samePlace, specialistOf } from './region.ts'

/** Why people are missing, and how many. */
export interface Cause {
  readonly cause: string
  readonly people: number
}

type AppliesTo = (region: Region, need: NeedRef, person: Specialist, halfDay: HalfDay) => boolean

/** In the order in which they are tried: a person is told once, under the first that applies. */
const personalCauses: readonly (readonly [cause: string, applies: AppliesTo])[] = [
  ['absent', (region, _, person, halfDay) => isAbsent(region, person, halfDay)],
  ['off-pattern', (_region, _need, person, halfDay) => !isOnPattern(person, halfDay)],
  ['lent', (region, _, person, halfDay) => isLent(region, person, halfDay)],
  ['product-missing', (region, need, person, halfDay) => !knowsProduct(region, need, person, halfDay)],
  ['left', (_region, _need, person, halfDay) => !isEmployed(person, dateOf(halfDay))],
]

/** The causes of a gap over its short half-days, in the order of the specification (§ 5); none with nobody. */
export function causesOf(region: Region, need: NeedRef, shortHalfDays: readonly HalfDay[]): Cause[] {
  const people = peopleWithPostAndRole(region, need)
  const told = people.map((person) => causeFor(region, need, person, shortHalfDays))
  const missing = countOf(need) - people.length
  return [
    ...personalCauses.map(([cause]) => ({ cause, people: told.filter((one) => one === cause).length })),
    { cause: 'vacant', people: people.length === 0 ? missing : 0 },
    { cause: 'understaffed', people: people.length === 0 ? 0 : missing },
    { cause: 'cover-broken', people: brokenCover(region, need, shortHalfDays).length },
  ].filter((cause) => cause.people > 0)
}

/** Whoever has the post and the role in the file: absent, without the product, even if no longer employed. */
export const peopleWithPostAndRole = (region: Region, need: NeedRef): Specialist[] =>
  region.specialists.filter(
    (specialist) => samePlace(postOf(specialist), need.requirement) && hasRole(specialist, need),
  )

/**
 * Structural: at each short half-day the holders employed and on pattern are too few, though the holders employed
 * would be enough. Holders know the software of the day; neither absences nor bookings matter.
 */
export function isStructural(region: Region, need: NeedRef, shortHalfDays: readonly HalfDay[]): boolean {
  const people = peopleWithPostAndRole(region, need)
  return shortHalfDays.every((halfDay) => {
    const employed = people
      .filter((person) => isEmployed(person, dateOf(halfDay)))
      .filter((person) => knowsProduct(region, need, person, halfDay))
    const onPattern = employed.filter((person) => isOnPattern(person, halfDay))
    return onPattern.length < countOf(need) && employed.length >= countOf(need)
  })
}

function causeFor(
  region: Region,
  need: NeedRef,
  person: Specialist,
  shortHalfDays: readonly HalfDay[],
): string | undefined {
  return personalCauses.find(([, applies]) =>
    shortHalfDays.some((halfDay) => applies(region, need, person, halfDay)),
  )?.[0]
}

function hasRole(specialist: Specialist, { requirement, need }: NeedRef): boolean {
  const { anyOf } = needOf(requirement, need)
  return competencesIn(specialist, requirement.area).some(({ roles }) => roles.some((role) => anyOf.includes(role)))
}

function knowsProduct(region: Region, { requirement, need }: NeedRef, person: Specialist, halfDay: HalfDay): boolean {
  const { anyOf } = needOf(requirement, need)
  return competencesIn(person, requirement.area)
    .filter(({ roles }) => roles.some((role) => anyOf.includes(role)))
    .some((competence) => fitsProducts(region, competence, requirement, dateOf(halfDay)))
}

/**
 * People with the role whose cover was to serve a short half-day and does not: booked there and not counting, or booked
 * there until it broke.
 */
function brokenCover(region: Region, need: NeedRef, shortHalfDays: readonly HalfDay[]): string[] {
  const covers = [
    ...bindingBookings(region),
    ...region.bookings.map((booking) => ({ ...booking, halfDays: brokenHalfDays(booking) })),
  ].filter((cover) => samePlace(cover, need.requirement) && hasRole(specialistOf(region, cover.specialist), need))
  const lost = covers.filter(({ specialist, halfDays }) =>
    shortHalfDays.some(
      (halfDay) => halfDays.includes(halfDay) && !countedPeople(region, need, halfDay).includes(specialist),
    ),
  )
  return [...new Set(lost.map(({ specialist }) => specialist))]
}

/** The half-days that both had agreed to and that broke. */
const brokenHalfDays = ({ released = [] }: Booking): HalfDay[] =>
  released.filter(({ reason, confirmed }) => reason === 'broken' && confirmed).flatMap(({ halfDays }) => halfDays)
