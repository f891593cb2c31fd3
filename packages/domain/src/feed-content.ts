import type { Access, Subject } from './access.ts'
import { bothSides, placesOf } from './access-subject.ts'
import type { Booking } from './booking.ts'
import type { Change } from './change.ts'
import type { Feed, FeedSubject } from './feed.ts'
import type { Problem } from './problem.ts'
import type { Region } from './region.ts'
import type { RegionIndex } from './region-index.ts'

/** What the right to a feed is asked for. A person's covers are their own business: where they have their post gives none. */
export const shownBy = (shows: FeedSubject): Subject =>
  shows.kind === 'person'
    ? { specialist: shows.specialist }
    : { places: [{ authority: shows.authority, area: shows.area }] }

/** Whether a feed may be read as things stand: by its member, if they still have the right to what it shows. */
export const isReadable = ({ member, shows }: Feed, access: Access): boolean =>
  access.member?.id === member && access.may('subscribe', shownBy(shows))

/** The bookings of a feed as far as its reader may see them, ended ones too. */
export const bookingsOf = (index: RegionIndex, shows: FeedSubject, access: Access): Booking[] =>
  index.region.bookings.filter(
    (booking) => isShown(index, shows, booking) && access.may('see-booking', bothSides(index, booking)),
  )

function isShown(index: RegionIndex, shows: FeedSubject, booking: Booking): boolean {
  if (shows.kind === 'person') return booking.specialist === shows.specialist
  return placesOf(index, booking).some(
    ({ authority, area }) => authority === shows.authority && (shows.area === undefined || area === shows.area),
  )
}

/** What a feed is to show that is not there, with its place in it. */
export function danglingIn({ specialists, authorities, serviceAreas }: Region, shows: FeedSubject): Problem[] {
  if (shows.kind === 'person')
    return has(specialists, shows.specialist) ? [] : [missing('specialist', shows.specialist)]
  const { authority, area } = shows
  return [
    ...(has(authorities, authority) ? [] : [missing('authority', authority)]),
    ...(area === undefined || has(serviceAreas, area) ? [] : [missing('area', area)]),
  ]
}

const has = (things: readonly { readonly id: string }[], id: string): boolean => things.some((one) => one.id === id)

const missing = (to: 'specialist' | 'authority' | 'area', id: string): Problem => ({
  pointer: `/${to}`,
  code: 'unknown-reference',
  to,
  id,
})

/** A feed ends with its member, and with what it shows. */
export const feedsOfNothing = (region: Region): Change[] =>
  (region.feeds ?? [])
    .filter(({ member, shows }) => !has(region.members ?? [], member) || danglingIn(region, shows).length > 0)
    .map(({ id }) => ({ kind: 'remove', in: 'feeds', id }))
