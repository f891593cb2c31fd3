import { type Booking, isBinding } from './booking.ts'
import type { Half, HalfDay, LocalDate } from './half-day.ts'
import { type Instant, millisecondsOf } from './instant.ts'

/** One date of a booking as a calendar shows it: what is asked for, agreed to, or not to be any more. */
export interface CoveredDate {
  readonly date: LocalDate
  /** Of a date that was dropped, the halves that left it last. */
  readonly halves: readonly Half[]
  readonly status: 'tentative' | 'confirmed' | 'cancelled'
  /** Rises with every change of the halves and of the status, and never falls (RFC 5545 § 3.8.7.4). */
  readonly sequence: number
  /** When that last changed; undefined where a file does not say. */
  readonly changedAt: Instant | undefined
}

/** The dates of a booking, also those that have left it, in time order. */
export function coveredDates(booking: Booking): CoveredDate[] {
  const everAsked = [...booking.halfDays, ...(booking.released ?? []).flatMap(({ halfDays }) => halfDays)]
  return [...new Set(everAsked.map(dateIn))].toSorted().map((date) => coveredDate(booking, date))
}

const dateIn = (halfDay: HalfDay): LocalDate => halfDay.slice(0, 10)

/**
 * What a booking keeps tells how often a date of it changed: each time some of it left, once when the rest was agreed to,
 * and once when the booking ended with what was still in it.
 */
function coveredDate(booking: Booking, date: LocalDate): CoveredDate {
  const isOnDate = (halfDay: HalfDay): boolean => dateIn(halfDay) === date
  const leavings = (booking.released ?? []).filter(({ halfDays }) => halfDays.some(isOnDate))
  const left = booking.halfDays.filter(isOnDate)
  const last = leavings.at(-1)?.halfDays.filter(isOnDate) ?? []
  const stage = left.length > 0 ? stageOf(booking) : leavings.some(({ confirmed }) => confirmed) ? 1 : 0
  return {
    date,
    halves: halvesOf(left.length > 0 ? left : last),
    status: left.length > 0 ? statuses[stage] : 'cancelled',
    sequence: leavings.length + stage,
    changedAt: latest([
      booking.requestedAt,
      ...leavings.map(({ at }) => at),
      ...(stage > 0 ? [booking.consents?.specialist?.at, booking.consents?.lender?.at] : []),
      ...(stage > 1 ? [booking.closedAt] : []),
    ]),
  }
}

const statuses = ['tentative', 'confirmed', 'cancelled'] as const

/** How far what is still in a booking has come; one that a file ends may have been agreed to before. */
const stageOf = (booking: Booking): 0 | 1 | 2 => (booking.status === 'ended' ? 2 : isBinding(booking) ? 1 : 0)

const halvesOf = (halfDays: readonly HalfDay[]): Half[] =>
  (['am', 'pm'] as const).filter((half) => halfDays.some((halfDay) => halfDay.endsWith(half)))

const latest = (instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants
    .filter((instant) => instant !== undefined)
    .toSorted((a, b) => millisecondsOf(a) - millisecondsOf(b))
    .at(-1)
