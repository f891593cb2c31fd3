import type { Feed } from '@vertretbar/domain/feed'
import { bookingsOf, isReadable } from '@vertretbar/domain/feed-content'
import type { RegionIndex } from '@vertretbar/domain/region-index'
import { type CalendarFeed, calendarFeed } from '@vertretbar/messages/calendar-feed'
import type { Viewer } from './viewer.ts'

/** A calendar feed as its member may read it, in their language; undefined for anybody else, and where they may not. */
export function feedView({ snapshot: { index }, access }: Viewer, feed: Feed): string | undefined {
  const { member } = access
  if (member === undefined || !isReadable(feed, access)) return undefined
  const { shows, createdAt } = feed
  return calendarFeed({
    region: index.region.region.id,
    language: member.language,
    ...(shows.kind === 'place' && { place: placeNames(index, shows) }),
    // Whoever may see a booking may know by name who covers: from the request on both authorities do (spec § 12).
    covers: bookingsOf(index, shows, access).map((booking) => ({
      booking,
      authority: index.authority(booking.authority).name,
      area: index.area(booking.area).name,
      ...(shows.kind === 'place' && { person: index.specialist(booking.specialist).displayName }),
    })),
    createdAt,
  })
}

const placeNames = (
  index: RegionIndex,
  { authority, area }: Extract<Feed['shows'], { readonly kind: 'place' }>,
): CalendarFeed['place'] => ({
  authority: index.authority(authority).name,
  ...(area !== undefined && { area: index.area(area).name }),
})
