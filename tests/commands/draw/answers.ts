import type { BookingStatus } from '@vertretbar/domain/booking'
import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { expiryOf } from '../model/answers.ts'
import { isInHouse, statusToday } from '../model/bookings.ts'
import { type Draw, drawHalfDay, oneOf, type View } from './view.ts'

type Booking = Region['bookings'][number]

/** A booking of one of these statuses, mostly; else any, or one that is not there. */
function drawBooking({ region, today, random }: View, statuses: readonly BookingStatus[]): Booking | undefined {
  const fitting = region.bookings.filter((booking) => statuses.includes(statusToday(booking, today)))
  return oneOf(random, random.chance(0.1) ? region.bookings : fitting)
}

const nameOf = ({ random }: View, { id }: Booking): string => (random.chance(0.02) ? 'no-booking' : id)

/** All of them, or some; now and then one that is not among them. */
function drawSome(view: View, halfDays: readonly HalfDay[]): HalfDay[] {
  const { random } = view
  const some = random.chance(0.4) ? [...halfDays] : random.atLeastOne(halfDays, 0.7)
  return random.chance(0.06) || some.length === 0 ? [...some, drawHalfDay(view)] : some
}

/** A yes, of the side that is still asked for, or of both at once; mostly in time. */
export const drawConsent: Draw = (view) => {
  const { region, random, now } = view
  const isInTime = (booking: Booking) =>
    booking.status !== 'requested' || random.chance(0.1) || expiryOf(region, booking) >= now
  const booking = drawBooking({ ...view, region: { ...region, bookings: region.bookings.filter(isInTime) } }, [
    'requested',
  ])
  if (booking === undefined) return undefined
  const open = (['specialist', 'lender'] as const)
    .filter((side) => side === 'specialist' || !isInHouse(region, booking))
    .filter((side) => booking.consents?.[side] === undefined)
  return {
    kind: 'consent',
    booking: nameOf(view, booking),
    as: random.chance(0.25)
      ? random.pick(['specialist', 'lender', 'both'])
      : random.pick(open.length > 0 ? open : ['both']),
    ...(random.chance(0.5) ? {} : { halfDays: drawSome(view, booking.halfDays) }),
    way: random.pick(['in-person', 'telephone', 'deputy']),
  }
}

/** A no of either side. */
export const drawRefusal: Draw = (view) => {
  const booking = drawBooking(view, ['requested'])
  const as = view.random.pick(['specialist', 'lender'] as const)
  return booking && { kind: 'refuse-booking', booking: nameOf(view, booking), as }
}

/** The receiver takes a cover back. */
export const drawWithdrawal: Draw = (view) => {
  const booking = drawBooking(view, ['requested', 'confirmed', 'active'])
  return booking && { kind: 'withdraw-booking', booking: nameOf(view, booking) }
}

/** Person or lender take it back. */
export const drawRecall: Draw = (view) => {
  const booking = drawBooking(view, view.random.pick([['active'], ['confirmed', 'active']]))
  const as = view.random.pick(['specialist', 'lender'] as const)
  return booking && { kind: 'recall-booking', booking: nameOf(view, booking), as }
}

/** The clock looks after a request. */
export const drawExpiry: Draw = (view) => {
  const booking = drawBooking(view, ['requested'])
  return booking && { kind: 'expire-request', booking: nameOf(view, booking) }
}

/** What was worked, by one side or both: mostly all of it, mostly what the other side said; also later, to correct it. */
export const drawReconciliation: Draw = (view) => {
  const { random } = view
  const booking = drawBooking(view, random.chance(0.4) ? ['reconciled'] : ['done'])
  if (booking === undefined) return undefined
  const said = booking.worked?.lender ?? booking.worked?.receiver
  const halfDays =
    said === undefined || random.chance(booking.status === 'reconciled' ? 0.6 : 0.3)
      ? drawSome(view, booking.halfDays)
      : said.halfDays
  return {
    kind: 'reconcile-booking',
    booking: nameOf(view, booking),
    as: random.pick(['lender', 'receiver', 'both', 'both']),
    halfDays: random.chance(0.05) ? [] : [...halfDays],
  }
}

/** A point of the hand-over is done. */
export const drawHandOver: Draw = (view) => {
  const booking = drawBooking(view, ['requested', 'confirmed', 'active'])
  const handOver = { done: view.random.some(['Ansprechpartner', 'Fristen'], 0.5), openCases: view.random.int(0, 9) }
  return booking && { kind: 'note-hand-over', booking: nameOf(view, booking), handOver }
}
