import * as z from 'zod'
import { patternOn, weeklyMinutesOn, workedHalfDays } from './availability.ts'
import type { Booking } from './booking.ts'
import { dayOf, HalfDay } from './half-day.ts'
import { AgreementId, AreaId, AuthorityId, Id } from './identifier.ts'
import { Instant } from './instant.ts'
import type { RegionIndex } from './region-index.ts'
import type { Specialist } from './specialist.ts'

/**
 * What one reconciled half-day of cover for another authority comes to, in minutes and cents. A correction is an entry
 * of its own that names what changes, and `corrects` the settlement before it; the sum over all of them holds.
 */
export const LedgerEntry = z
  .strictObject({
    booking: Id,
    /** Which settlement of the booking it belongs to: 0 the first, then one more with each correction. */
    settlement: z.int().min(0),
    halfDay: HalfDay,
    giver: AuthorityId,
    receiver: AuthorityId,
    area: AreaId,
    agreement: AgreementId.optional(),
    plannedMinutes: z.int(),
    actualMinutes: z.int(),
    rateCentsPerHour: z.int().min(0),
    cents: z.int(),
    at: Instant,
  })
  .readonly()
  .meta({ id: 'LedgerEntry' })
export type LedgerEntry = z.infer<typeof LedgerEntry>

/** Halves are rounded up, away from minus infinity; numerator and denominator are whole, so nothing is lost before. */
export const roundedHalfUp = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator))

/** The amount of some minutes at an hourly rate, in cents. */
export const centsFor = (minutes: number, rateCentsPerHour: number): number =>
  roundedHalfUp(minutes * rateCentsPerHour, 60)

/**
 * The minutes of one half-day of a person on a date: the weekly minutes divided by the half-days of the pattern,
 * averaged over its weeks. 0 where no hours or no pattern are known for that date.
 */
export function minutesOfHalfDay(specialist: Specialist, halfDay: HalfDay): number {
  const day = dayOf(halfDay.slice(0, 10))
  const pattern = patternOn(specialist, day)
  const halfDays = pattern === undefined ? 0 : workedHalfDays(pattern)
  return pattern === undefined || halfDays === 0
    ? 0
    : roundedHalfUp(weeklyMinutesOn(specialist, day) * pattern.weeks.length, halfDays)
}

/**
 * The entries that a booking of another authority settles with, given the half-days that were really worked and what
 * was settled before: first one per half-day, then one for each half-day that was told otherwise before.
 */
export function settlementOf(index: RegionIndex, { booking, worked, before, at }: Settling): LedgerEntry[] {
  const specialist = index.specialist(booking.specialist)
  const agreement = index.region.agreements.find(({ id }) => id === booking.agreement)
  const settlement = 1 + Math.max(-1, ...before.map((entry) => entry.settlement))
  return booking.halfDays.toSorted().flatMap((halfDay) => {
    const known = before.filter((entry) => entry.halfDay === halfDay)
    const first = known.find((entry) => entry.settlement === 0)
    // A correction is settled as the first entry was, though hours, rates and the person's authority may have changed.
    const plannedMinutes = first?.plannedMinutes ?? minutesOfHalfDay(specialist, halfDay)
    const rateCentsPerHour = first?.rateCentsPerHour ?? agreement?.ratesCentsPerHour[booking.area] ?? 0
    const actualMinutes = worked.includes(halfDay) ? plannedMinutes : 0
    const cents = centsFor(actualMinutes, rateCentsPerHour)
    const entry: LedgerEntry = {
      booking: booking.id,
      settlement,
      halfDay,
      giver: first?.giver ?? specialist.authority,
      receiver: booking.authority,
      area: booking.area,
      ...(booking.agreement === undefined ? {} : { agreement: booking.agreement }),
      plannedMinutes: first === undefined ? plannedMinutes : 0,
      actualMinutes: actualMinutes - sumOf(known, 'actualMinutes'),
      rateCentsPerHour,
      cents: cents - sumOf(known, 'cents'),
      at,
    }
    return first === undefined || entry.actualMinutes !== 0 ? [entry] : []
  })
}

/** A booking, the half-days of it that were worked, what was settled of it before, and when it settles. */
interface Settling {
  readonly booking: Booking
  readonly worked: readonly HalfDay[]
  readonly before: readonly LedgerEntry[]
  readonly at: Instant
}

const sumOf = (entries: readonly LedgerEntry[], field: 'plannedMinutes' | 'actualMinutes' | 'cents'): number =>
  entries.reduce((sum, entry) => sum + entry[field], 0)
