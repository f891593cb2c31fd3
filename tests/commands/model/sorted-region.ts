import type { Region } from '@vertretbar/domain/region'

/** A booking of a region. */
export type Booking = Region['bookings'][number]

/** The region with its lists in the order of their ids, marks, members and feeds always listed: so two equal ones look equal. */
export const sortedRegion = (region: Region): Region => ({
  ...region,
  serviceAreas: byId(region.serviceAreas),
  products: byId(region.products),
  authorities: byId(region.authorities),
  agreements: byId(region.agreements),
  specialists: byId(region.specialists),
  requirements: byId(region.requirements),
  absences: byId(region.absences),
  bookings: byId(region.bookings),
  refusals: region.refusals.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1)),
  gapMarks: byId(region.gapMarks ?? []),
  members: byId(region.members ?? []),
  feeds: byId(region.feeds ?? []),
})

const byId = <Thing extends { readonly id: string }>(things: readonly Thing[]): Thing[] =>
  things.toSorted((a, b) => (a.id < b.id ? -1 : 1))

const textOf = ({ requirement, need, halfDay, specialist }: Region['refusals'][number]): string =>
  [requirement, need, halfDay, specialist].join(' ')
