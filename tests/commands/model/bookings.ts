import type { BookingStatus, EndReason } from '@vertretbar/domain/booking'
import type { HalfDay, LocalDate } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { dateOf } from '../../oracle/dates.ts'
import { specialistOf } from '../../oracle/region.ts'
import type { Booking } from './sorted-region.ts'
import type { Moment, No, State } from './state.ts'

/** A booking by its id if it has one of these statuses today, else why not. */
export function bookingOf(
  { region }: State,
  id: string,
  { today, statuses }: { readonly today: LocalDate; readonly statuses: readonly BookingStatus[] },
): { readonly booking: Booking } | { readonly nos: readonly No[] } {
  const booking = region.bookings.find((one) => one.id === id)
  if (booking === undefined) return { nos: [{ code: 'unknown', what: 'booking', id }] }
  const status = statusToday(booking, today)
  return statuses.includes(status) ? { booking } : { nos: [{ code: 'wrong-status', status }] }
}

/** A confirmed cover is active once its first day has come, and done once its last day is over. */
export function statusToday({ status, halfDays }: Booking, today: LocalDate): BookingStatus {
  if (['requested', 'reconciled', 'ended'].includes(status)) return status
  const dates = halfDays.map(dateOf)
  if (dates.every((date) => date < today)) return 'done'
  return dates.some((date) => date <= today) ? 'active' : 'confirmed'
}

/** Whether person and place belong to one authority. */
export const isInHouse = (region: Region, { specialist, authority }: Booking): boolean =>
  specialistOf(region, specialist).authority === authority

/** The half-days that are named but not booked, as a reason to refuse. */
export function notBooked(booking: Booking, named: readonly HalfDay[]): No[] {
  const halfDays = named.filter((halfDay) => !booking.halfDays.includes(halfDay))
  return halfDays.length === 0 ? [] : [{ code: 'not-booked', halfDays }]
}

/** A booking that is over, with all of its half-days still listed. */
export const ended = (booking: Booking, reason: EndReason, { at }: Moment): Booking => ({
  ...booking,
  status: 'ended',
  reason,
  closedAt: at,
})

/** Why half-days leave a booking, and when. */
export interface Leaving {
  readonly reason: EndReason
  readonly moment: Moment
}

/** A booking that half-days leave, visibly; with none left it is over. */
export function lessened(booking: Booking, gone: readonly HalfDay[], { reason, moment }: Leaving): Booking {
  if (gone.length === 0) return booking
  const leaving = { halfDays: gone, reason, at: moment.at, confirmed: booking.status !== 'requested' }
  const left = {
    ...booking,
    halfDays: booking.halfDays.filter((halfDay) => !gone.includes(halfDay)),
    released: [...(booking.released ?? []), leaving],
  }
  return left.halfDays.length === 0 ? ended(left, reason, moment) : left
}
