import { isLive } from './booking.ts'
import { type Place, placeKey, RegionIndex } from './region-index.ts'
import type { Specialist } from './specialist.ts'

/** Of what a question speaks: places whose needs are counted, authorities whose lending is, and single people. */
export interface Scope {
  readonly places: readonly Place[]
  readonly givers: readonly string[]
  readonly people: readonly string[]
}

/**
 * The same region with the people and the needs alone that a question about some places can depend on: who has a post
 * or a booking there, and whom the givers have lent. What is asked within the scope has the same answer in both, at a
 * cost that does not grow with the region.
 */
export function narrowed(index: RegionIndex, { places, givers, people: named }: Scope): RegionIndex {
  const { region } = index
  const keys = new Set(places.map(placeKey))
  const people = new Map<string, Specialist>(named.map((id) => [id, index.specialist(id)]))
  for (const place of places) {
    for (const person of index.staffAt(place)) people.set(person.id, person)
    for (const { specialist } of index.bookingsInto(place)) people.set(specialist, index.specialist(specialist))
  }
  for (const { specialist } of index.liveBookings) {
    const person = index.specialist(specialist)
    if (givers.includes(person.authority)) people.set(specialist, person)
  }
  return new RegionIndex({
    ...region,
    specialists: [...people.values()],
    requirements: region.requirements.filter((requirement) => keys.has(placeKey(requirement))),
    absences: [...people.keys()].flatMap((id) => index.absencesOf(id)),
    bookings: region.bookings.filter((booking) => isLive(booking) && people.has(booking.specialist)),
    refusals: region.refusals.filter(({ requirement }) => keys.has(placeKey(index.requirement(requirement)))),
  })
}
