import type { Addressed } from './addressed.ts'
import { type Booking, type ConsentSide, isOver } from './booking.ts'
import { isInHouse, lenderOf, personOf } from './booking-change.ts'
import { expiryOf } from './booking-lookup.ts'
import type { Day } from './half-day.ts'
import { type Instant, millisecondsOf } from './instant.ts'
import type { Audience, Notice, OutboxMessage } from './message.ts'
import type { RegionIndex } from './region-index.ts'

/**
 * What a message has to tell as of a day. What concerns days gone by alone is told no more, but for the settlement of
 * what was worked; nor is anything of a person of whom nothing is left.
 */
export const alertsOf = (index: RegionIndex, { at, notices }: Pick<OutboxMessage, 'at' | 'notices'>, today: Day) =>
  notices
    .filter((notice) => concerns(notice, today))
    .flatMap((notice) => {
      const cover = coverOf(index, notice.booking, notice.halfDays)
      return cover === undefined
        ? []
        : [{ alert: { kind: 'cover' as const, notice: notice.kind, at, ...cover }, to: notice.to }]
    }) satisfies Addressed[]

const concerns = ({ kind, halfDays }: Notice, today: Day): boolean =>
  kind === 'reconciled' || halfDays.some((halfDay) => !isOver(halfDay, today))

/** A cover as it is told: without saying who covers. */
export function coverOf(
  index: RegionIndex,
  { id, specialist, authority, area }: Notice['booking'],
  halfDays: Booking['halfDays'],
) {
  const lender = index.specialistIfAny(specialist)?.authority
  return lender === undefined ? undefined : { booking: id, authority, area, lender, halfDays }
}

/** Whose answers are wanted on a day: those sides of a request that have said nothing yet, until it expires. */
export const answersWanted = (index: RegionIndex, today: Day, at: Instant): Addressed[] =>
  index.liveBookings.flatMap((booking) => answersTo(index, booking, { today, at }))

/** The same for one booking. */
export function answersTo(
  index: RegionIndex,
  booking: Booking,
  { today, at }: { readonly today: Day; readonly at: Instant },
): Addressed[] {
  const halfDays = booking.halfDays.filter((halfDay) => !isOver(halfDay, today))
  if (booking.status !== 'requested' || halfDays.length === 0) return []
  const until = expiryOf(index, booking)
  const cover = coverOf(index, booking, halfDays)
  if (cover === undefined || millisecondsOf(until) <= millisecondsOf(at)) return []
  return sidesOf(index, booking)
    .filter(({ side }) => booking.consents?.[side] === undefined)
    .map(({ side, who }) => ({ alert: { kind: 'answer-wanted', side, until, ...cover }, to: [who] }))
}

const sidesOf = (
  index: RegionIndex,
  booking: Booking,
): readonly { readonly side: ConsentSide; readonly who: Audience }[] => [
  { side: 'specialist', who: personOf(booking) },
  ...(isInHouse(index, booking) ? [] : [{ side: 'lender' as const, who: lenderOf(index, booking) }]),
]
