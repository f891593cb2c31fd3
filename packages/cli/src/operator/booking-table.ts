import type { Booking } from '@vertretbar/domain/booking'
import { numberOf } from '@vertretbar/domain/half-day'
import { endWords, statusWords } from '@vertretbar/messages/booking-words'
import { styled, table } from '../table.ts'
import { personText, placeName, type View, whenText } from '../view.ts'

/** Bookings under a heading that counts them. */
export async function headedBookings(bookings: readonly Booking[], heading: string, view: View): Promise<string> {
  const title = styled(heading, 'bold', view.page)
  return bookings.length === 0 ? title : `${title}\n${await bookingsTable(bookings, view)}`
}

/** Bookings as a table, soonest first. */
export function bookingsTable(bookings: readonly Booking[], view: View): Promise<string> {
  const { texts, page } = view
  const head = [{ kept: texts.id }, texts.who, texts.where, { kept: texts.when }, texts.status, texts.agreement]
  const rows = bookings.toSorted(soonestFirst).map((booking) => bookingRow(booking, view))
  return table(head, rows, page)
}

/** An ended booking has no half-days left where they all left it; what it was about, they tell. */
const startOf = (booking: Booking): number => Math.min(...halfDaysOf(booking).map(numberOf))

const soonestFirst = (one: Booking, other: Booking): number =>
  startOf(one) - startOf(other) || (one.id < other.id ? -1 : 1)

/** The half-days of a booking; those that left it where none are left. */
export const halfDaysOf = ({ halfDays, released = [] }: Booking): readonly string[] =>
  halfDays.length > 0 ? halfDays : [...new Set(released.flatMap((gone) => gone.halfDays))]

function bookingRow(booking: Booking, view: View): string[] {
  return [
    booking.id,
    personText(booking.specialist, view),
    placeName(booking, view),
    whenText(booking.authority, halfDaysOf(booking), view),
    statusText(booking, view),
    basisText(booking, view),
  ]
}

/** How far a booking has come and, where it ended, why. */
export const statusText = ({ status, reason }: Booking, { language, texts }: View): string =>
  reason === undefined
    ? statusWords[language][status]
    : texts.endedBecause(statusWords[language][status], endWords[language][reason])

/** The agreement of a booking, or that it is in-house; a file may state cover elsewhere without one. */
export function basisText({ specialist, authority, agreement }: Booking, { index, texts }: View): string {
  if (agreement !== undefined) return agreement
  return index.specialist(specialist).authority === authority ? texts.inHouse : '–'
}
