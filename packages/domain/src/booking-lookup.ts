import { type Booking, type BookingStatus, statusOn } from './booking.ts'
import { timeInGermany } from './calendar.ts'
import type { CommandRefusal } from './command-refusal.ts'
import { type Day, dayOf, type HalfDay } from './half-day.ts'
import { type Instant, instantOf } from './instant.ts'
import type { RegionIndex } from './region-index.ts'
import { accept, type Result, refuse } from './result.ts'

/** A booking that a command names, if it has one of these statuses today. */
export function bookingIn(
  { region }: RegionIndex,
  id: string,
  { today, statuses }: { readonly today: Day; readonly statuses: readonly BookingStatus[] },
): Result<Booking, CommandRefusal> {
  const booking = region.bookings.find((one) => one.id === id)
  if (booking === undefined) return refuse({ code: 'unknown', what: 'booking', id })
  const status = statusOn(booking, today)
  return statuses.includes(status) ? accept(booking) : refuse({ code: 'wrong-status', status })
}

/** The half-days that a command names, sorted and each once, if they are all booked. */
export function namedHalfDays(
  { halfDays }: Booking,
  named: readonly HalfDay[],
): Result<readonly HalfDay[], CommandRefusal> {
  const foreign = named.filter((halfDay) => !halfDays.includes(halfDay))
  return foreign.length > 0 ? refuse({ code: 'not-booked', halfDays: foreign }) : accept([...new Set(named)].toSorted())
}

/**
 * When a request ends if nobody answers. One that a file states without saying so waits as long as any may: until 17:00
 * on the lender's working day before its first half-day.
 */
export function expiryOf(index: RegionIndex, booking: Booking): Instant {
  if (booking.expiresAt !== undefined) return booking.expiresAt
  const { authority } = index.specialist(booking.specialist)
  const first = Math.min(...booking.halfDays.map((halfDay) => dayOf(halfDay.slice(0, 10))))
  return instantOf(timeInGermany(index.calendar(authority).previousWorkingHalfDay(2 * first) >> 1, '17:00'))
}
