import type { Command } from '@vertretbar/domain/command'
import type { HalfDay, LocalDate } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import type { Specialist } from '@vertretbar/domain/specialist'
import { dateOf } from '../../oracle/dates.ts'
import { specialistOf, within } from '../../oracle/region.ts'
import { bookingOf, isInHouse, notBooked } from './bookings.ts'
import { type Booking, sortedRegion } from './sorted-region.ts'
import { type Judge, no, replaced, type Settled, type State } from './state.ts'

/** What was worked, as told by one side or by both; it settles as soon as both say the same. */
export const reconciled: Judge<Extract<Command, { kind: 'reconcile-booking' }>> = (state, command, moment) => {
  const found = bookingOf(state, command.booking, { today: moment.today, statuses: ['done', 'reconciled'] })
  if (!('booking' in found)) return no(...found.nos)
  const foreign = notBooked(found.booking, command.halfDays)
  if (foreign.length > 0) return no(...foreign)
  const { region, settled } = state
  const statement = { halfDays: [...new Set(command.halfDays)].toSorted(), at: moment.at, by: moment.actor }
  const isForBoth = command.as === 'both' || isInHouse(region, found.booking)
  const worked = {
    ...found.booking.worked,
    ...(isForBoth || command.as === 'lender' ? { lender: statement } : {}),
    ...(isForBoth || command.as === 'receiver' ? { receiver: statement } : {}),
  }
  const isAgreed = worked.lender !== undefined && worked.lender.halfDays.join() === worked.receiver?.halfDays.join()
  const next: Booking = {
    ...found.booking,
    worked,
    ...(isAgreed ? { status: 'reconciled' as const, closedAt: moment.at } : {}),
  }
  const after = sortedRegion({ ...region, bookings: replaced(region.bookings, next) })
  return { after: { region: after, settled: isAgreed ? settledAs(state, next, statement.halfDays) : settled } }
}

/** In-house nothing is settled; else each half-day of the booking, worked or not, from then on. */
function settledAs({ region, settled }: State, booking: Booking, worked: readonly HalfDay[]): readonly Settled[] {
  const before = settled.filter((one) => one.booking === booking.id)
  const others = settled.filter((one) => one.booking !== booking.id)
  if (before.length > 0) return [...others, ...before.map((one) => ({ ...one, worked: worked.includes(one.halfDay) }))]
  if (isInHouse(region, booking)) return settled
  const first = booking.halfDays.map((halfDay) => firstOf(region, booking, halfDay))
  return [...others, ...first.map((one) => ({ ...one, worked: worked.includes(one.halfDay) }))]
}

function firstOf(region: Region, booking: Booking, halfDay: HalfDay): Settled {
  const specialist = specialistOf(region, booking.specialist)
  const agreement = region.agreements.find(({ id }) => id === booking.agreement)
  return {
    booking: booking.id,
    halfDay,
    giver: specialist.authority,
    receiver: booking.authority,
    area: booking.area,
    agreement: booking.agreement,
    minutes: minutesOf(specialist, dateOf(halfDay)),
    rateCentsPerHour: agreement?.ratesCentsPerHour[booking.area] ?? 0,
    worked: false,
  }
}

/** A week's minutes over a week's half-days; the weeks of a pattern are taken together. `Math.round` rounds halves up. */
function minutesOf(specialist: Specialist, date: LocalDate): number {
  const pattern = latest(specialist.workPattern, date)
  const minutes = latest(specialist.weeklyMinutes, date)?.minutes ?? 0
  const halves = (pattern?.weeks ?? []).flatMap((week) => Object.values(week)).map((day) => (day === 'full' ? 2 : 1))
  const halfDays = halves.reduce<number>((sum, count) => sum + count, 0)
  return pattern === undefined || halfDays === 0 ? 0 : Math.round((minutes * pattern.weeks.length) / halfDays)
}

const latest = <Thing extends { readonly validFrom: LocalDate; readonly validTo?: LocalDate | undefined }>(
  things: readonly Thing[],
  date: LocalDate,
): Thing | undefined =>
  things
    .filter((thing) => within(thing, date))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    .at(-1)
