import { type Day, dateOf, dayOf } from './half-day.ts'
import { covers, type Period } from './period.ts'
import { type Place, placeKey, type RegionIndex } from './region-index.ts'
import type { Competence, Specialist } from './specialist.ts'

/** A person's competences in an area. */
export const competencesIn = ({ competences }: Specialist, area: string): readonly Competence[] =>
  competences.filter((competence) => competence.area === area)

/** Whether a person has one of the roles in an area, whatever the software. */
export const isCompetent = (specialist: Specialist, area: string, anyOf: readonly string[]): boolean =>
  competencesIn(specialist, area).some(({ roles }) => roles.some((role) => anyOf.includes(role)))

/** Whether the post of a person is at this place. */
export const hasPostAt = ({ authority, homeArea }: Specialist, place: Place): boolean =>
  authority === place.authority && homeArea === place.area

/**
 * The roles a person's competences give at a place on a day: those naming a product deployed there that day, or all if
 * nothing is deployed. At one's own post that is all that is asked.
 */
export function rolesKnowingSoftware(
  index: RegionIndex,
  specialist: Specialist,
  place: Place,
  day: Day,
): readonly string[] {
  const deployed = index.deployed(place, day)
  return competencesIn(specialist, place.area)
    .filter(({ products }) => deployed.length === 0 || products.some((product) => deployed.includes(product)))
    .flatMap(({ roles }) => roles)
}

/** The roles a person may act in at somebody else's place on a day: less those that need an authorisation not on file. */
export function effectiveRoles(index: RegionIndex, specialist: Specialist, place: Place, day: Day): readonly string[] {
  const known = rolesKnowingSoftware(index, specialist, place, day)
  if (known.length === 0) return known
  const date = dateOf(day)
  const authorised = specialist.authorisations.some(
    (authorisation) =>
      authorisation.authority === place.authority && authorisation.area === place.area && covers(authorisation, date),
  )
  if (authorised) return known
  const required = new Set(
    index
      .area(place.area)
      .roles.filter(({ authorisation }) => authorisation === 'required')
      .map(({ id }) => id),
  )
  return known.filter((role) => !required.has(role))
}

/** The days on which what the two functions above answer may change. */
export function daysOfChange(index: RegionIndex, specialist: Specialist, place: Place): readonly Day[] {
  const deployments = index.authority(place.authority).deployments.filter(({ area }) => area === place.area)
  const authorisations = specialist.authorisations.filter(
    (authorisation) => placeKey(authorisation) === placeKey(place),
  )
  return [...deployments, ...authorisations].flatMap(edges)
}

const edges = ({ validFrom, validTo }: Period): Day[] => [
  ...(validFrom === undefined ? [] : [dayOf(validFrom)]),
  ...(validTo === undefined ? [] : [dayOf(validTo) + 1]),
]
