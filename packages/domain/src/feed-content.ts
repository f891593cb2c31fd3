import type { Access, Subject } from './access.ts'
import { bothSides, placesOf } from './access-subject.ts'
import type { Booking } from './booking.ts'
import type { Change } from './change.ts'
import type { Feed, FeedSubject } from './feed.ts'
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

/** A feed ends with its member, and with what it shows. */
export function feedsOfNothing(region: Region): Change[] {
  const { feeds = [], members = [], specialists, authorities, serviceAreas } = region
  const has = (things: readonly { readonly id: string }[], id: string): boolean => things.some((one) => one.id === id)
  const isThere = (shows: FeedSubject): boolean =>
    shows.kind === 'person'
      ? has(specialists, shows.specialist)
      : has(authorities, shows.authority) && (shows.area === undefined || has(serviceAreas, shows.area))
  return feeds
    .filter(({ member, shows }) => !has(members, member) || !isThere(shows))
    .map(({ id }) => ({ kind: 'remove', in: 'feeds', id }))
}
