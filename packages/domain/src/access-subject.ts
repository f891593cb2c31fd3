import type { Subject } from './access.ts'
import type { Booking } from './booking.ts'
import type { Grant } from './member.ts'
import type { RegionIndex } from './region-index.ts'
import type { Specialist } from './specialist.ts'

/** Somebody, and where they have their post. */
export const personOf = ({ id, authority, homeArea }: Pick<Specialist, 'id' | 'authority' | 'homeArea'>): Subject => ({
  specialist: id,
  places: [{ authority, area: homeArea }],
})

/** What tells whom a booking concerns. */
type Booked = Pick<Booking, 'specialist' | 'authority' | 'area'>

/** Whoever a booking lends, and where they are lent from. */
export const lent = (index: RegionIndex, { specialist }: Booked): Subject => personOf(index.specialist(specialist))

/** Where somebody is lent from, and where they cover. */
export const placesOf = (index: RegionIndex, booking: Booked) => [
  ...(lent(index, booking).places ?? []),
  { authority: booking.authority, area: booking.area },
]

/** A booking concerns the person, the place that they are lent from, and the place that they cover at. */
export const bothSides = (index: RegionIndex, booking: Booked): Subject => ({
  specialist: booking.specialist,
  places: placesOf(index, booking),
})

/** What a role is a role for. */
export const whereOf = (grant: Grant): Subject =>
  'authority' in grant
    ? { places: [{ authority: grant.authority, area: 'area' in grant ? grant.area : undefined }] }
    : {}
