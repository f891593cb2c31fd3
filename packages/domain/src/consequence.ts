import { isAbsent, isEmployed } from './availability.ts'
import type { Booking } from './booking.ts'
import { everybody, noticeOf, putBooking, without } from './booking-change.ts'
import { type BrokenCover, brokenCover } from './broken-cover.ts'
import { type Change, changed } from './change.ts'
import { gapOfRefusal, horizonFrom } from './cover.ts'
import { type Decision, decision } from './decision.ts'
import { feedsOfNothing } from './feed-content.ts'
import { type Day, dateOf, numberOf } from './half-day.ts'
import type { Instant } from './instant.ts'
import type { Notice } from './message.ts'
import type { Region } from './region.ts'
import { RegionIndex } from './region-index.ts'

/**
 * What follows from changes by itself: half-days of cover that no longer stand leave their bookings, a refusal is
 * forgotten with the gap that it spoke of, and a feed ends with its member and with what it shows.
 */
export function consequences(before: RegionIndex, changes: readonly Change[], { today, at }: Moment): Decision {
  const next = changed(before.region, changes)
  const breaks = mayBreak(changes) ? breaksBetween(before.region, next, { today, at }) : []
  const whole = breaks.length === 0 ? next : changed(next, breaks.map(putBooking))
  const feeds = feedsOfNothing(next)
  if (breaks.length === 0 && next.refusals.length === 0) return decision(feeds)
  const index = new RegionIndex(whole)
  return decision(
    [...breaks.map(putBooking), ...forgotten(index, today), ...feeds],
    breaks.map((booking) => noticeOfBreak(index, booking)),
  )
}

/** What follows by itself where a whole region takes the place of another, as by an import. */
export function consequencesOf(before: Region, next: Region, moment: Moment): Decision {
  const breaks = breaksBetween(before, next, moment)
  const index = new RegionIndex(changed(next, breaks.map(putBooking)))
  return decision(
    [...breaks.map(putBooking), ...feedsOfNothing(next)],
    breaks.map((booking) => noticeOfBreak(index, booking)),
  )
}

/** When something is decided. */
export interface Moment {
  readonly today: Day
  readonly at: Instant
}

/** What concerns bookings, refusals and marks alone takes away nobody's presence, skill or agreement. */
const mayBreak = (changes: readonly Change[]): boolean =>
  changes.some(
    (change) =>
      (change.kind === 'put' || change.kind === 'remove') && change.in !== 'bookings' && change.in !== 'gapMarks',
  )

/** The bookings that lose half-days, as they then are. */
function breaksBetween(before: Region, next: Region, { today, at }: Moment): Booking[] {
  const broken = brokenCover(before, next, dateOf(today))
  if (broken.length === 0) return []
  const index = new RegionIndex(next)
  return broken.flatMap(({ booking: id, specialist, halfDays }) => {
    const booking = next.bookings.find((one) => one.id === id)
    const gone = halfDays.filter((lost) => breaks(index, specialist, lost)).map(({ halfDay }) => halfDay)
    return booking === undefined || gone.length === 0 ? [] : [without(booking, gone, { reason: 'broken', at })]
  })
}

/**
 * An absence, the end of the employment, of an agreement, an authorisation or a skill breaks cover. A person whose
 * pattern or whose office's calendar changes does not count there any more, but keeps the booking until people act.
 */
const breaks = (index: RegionIndex, specialist: string, { halfDay, codes }: BrokenCover['halfDays'][number]): boolean =>
  codes.some((code) => code !== 'removed' && code !== 'not-available') ||
  (codes.includes('not-available') &&
    (isAbsent(index, specialist, numberOf(halfDay)) ||
      !isEmployed(index.specialist(specialist), numberOf(halfDay) >> 1)))

const noticeOfBreak = (index: RegionIndex, booking: Booking): Notice =>
  noticeOf('broken', booking, { halfDays: booking.released?.at(-1)?.halfDays ?? [], to: everybody(index, booking) })

/** The refusals whose gap is closed, or over. */
function forgotten(index: RegionIndex, today: Day): Change[] {
  return index.refusals().flatMap((refusal): Change[] => {
    const gap = gapOfRefusal(index, refusal, horizonFrom(index, today))
    const goesOn = gap !== undefined && [...gap.shortfalls.keys()].some((halfDay) => halfDay >> 1 >= today)
    return goesOn ? [] : [{ kind: 'remove-refusal', refusal }]
  })
}
