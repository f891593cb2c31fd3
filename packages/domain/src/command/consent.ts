import * as z from 'zod'
import { barredHalfDays } from '../bookable.ts'
import { type Booking, type ConsentSide, ConsentWay, ConsentSide as Side } from '../booking.ts'
import {
  everybody,
  headOfHome,
  isInHouse,
  noticeOf,
  personOf,
  putBooking,
  receiverOf,
  without,
} from '../booking-change.ts'
import { bookingIn, expiryOf, namedHalfDays } from '../booking-lookup.ts'
import { changed } from '../change.ts'
import type { CommandRefusal } from '../command-refusal.ts'
import { type Context, type Decide, decision } from '../decision.ts'
import { HalfDay, mostListed } from '../half-day.ts'
import { Id } from '../identifier.ts'
import { instantOf, millisecondsOf } from '../instant.ts'
import type { Notice } from '../message.ts'
import { RegionIndex } from '../region-index.ts'
import { accept, type Result, refuse } from '../result.ts'

/** A yes to a request, to all of its half-days or to those named; `both` by somebody who is person and lender in one. */
export const Consent = z
  .strictObject({
    kind: z.literal('consent'),
    booking: Id,
    as: z.enum([...Side.options, 'both']),
    halfDays: z.array(HalfDay).min(1).max(mostListed).readonly().optional(),
    way: ConsentWay,
  })
  .readonly()
  .meta({ id: 'ConsentCommand' })
type Consent = z.infer<typeof Consent>

/** The half-days that are not agreed to are free again at once; the last yes that is needed confirms the others. */
export const consent: Decide<Consent> = ({ index }, command, context) => {
  const booking = bookingIn(index, command.booking, { today: context.today, statuses: ['requested'] })
  if (!booking.ok) return booking
  const sides = sidesOf(index, booking.value, command)
  if (!sides.ok) return sides
  const expiresAt = expiryOf(index, booking.value)
  if (context.now >= millisecondsOf(expiresAt)) return refuse({ code: 'expired', expiresAt })
  const agreed = agreedHalfDays(index, booking.value, [command, context])
  return agreed.ok
    ? accept(agreedTo(index, booking.value, { command, context, sides: sides.value, halfDays: agreed.value }))
    : agreed
}

/** Whose yes this is, if it is asked for and not given yet. */
function sidesOf(
  index: RegionIndex,
  booking: Booking,
  { as }: Consent,
): Result<readonly ConsentSide[], CommandRefusal> {
  const inHouse = isInHouse(index, booking)
  if (inHouse && as === 'lender') return refuse({ code: 'no-lender' })
  const asked = neededSides(inHouse).filter((side) => as === 'both' || side === as)
  const given = asked.find((side) => booking.consents?.[side] !== undefined)
  return given === undefined ? accept(asked) : refuse({ code: 'consent-given', side: given })
}

const neededSides = (inHouse: boolean): readonly ConsentSide[] => (inHouse ? ['specialist'] : ['specialist', 'lender'])

/** The half-days agreed to, if they may still be booked on the region as it stands, this booking left out. */
function agreedHalfDays(
  index: RegionIndex,
  booking: Booking,
  [{ halfDays }, { today }]: readonly [Consent, Context],
): Result<readonly HalfDay[], CommandRefusal> {
  const named = namedHalfDays(booking, halfDays ?? booking.halfDays)
  if (!named.ok) return named
  const { specialist, authority, area, agreement } = booking
  const besides = new RegionIndex(changed(index.region, [{ kind: 'remove', in: 'bookings', id: booking.id }]))
  const cover = { specialist: index.specialist(specialist), place: { authority, area }, halfDays: named.value }
  const barred = barredHalfDays(besides, cover, { today, wanted: 'any', agreement })
  return barred.length === 0
    ? named
    : refuse({ code: 'barred', halfDays: barred.map((one) => ({ ...one, proposal: 0 })) })
}

interface Yes {
  readonly command: Consent
  readonly context: Context
  readonly sides: readonly ConsentSide[]
  readonly halfDays: readonly HalfDay[]
}

function agreedTo(index: RegionIndex, booking: Booking, { command, context, sides, halfDays }: Yes) {
  const at = instantOf(context.now)
  const yes = { halfDays, at, by: context.actor.id, way: command.way }
  const rest = booking.halfDays.filter((halfDay) => !halfDays.includes(halfDay))
  const kept = rest.length === 0 ? booking : without(booking, rest, { reason: 'declined', at })
  const consents = { ...kept.consents, ...Object.fromEntries(sides.map((side) => [side, yes])) }
  const isConfirmed = neededSides(isInHouse(index, booking)).every((side) => consents[side] !== undefined)
  const next: Booking = { ...kept, consents, ...(isConfirmed && { status: 'confirmed' as const }) }
  return decision(
    [putBooking(next)],
    [
      ...(rest.length === 0 ? [] : [noticeOf('released', next, { halfDays: rest, to: [receiverOf(next)] })]),
      ...(isConfirmed ? confirmation(index, next) : []),
    ],
  )
}

/** In-house the head of the area that lends did not have to agree and is told. */
function confirmation(index: RegionIndex, booking: Booking): Notice[] {
  const { halfDays } = booking
  if (!isInHouse(index, booking)) return [noticeOf('confirmed', booking, { halfDays, to: everybody(index, booking) })]
  return [
    noticeOf('confirmed', booking, { halfDays, to: [personOf(booking), receiverOf(booking)] }),
    noticeOf('lent-in-house', booking, { halfDays, to: [headOfHome(index, booking)] }),
  ]
}
