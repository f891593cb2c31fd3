import type { ConsentSide } from '@vertretbar/domain/booking'
import type { Command } from '@vertretbar/domain/command'
import type { Region } from '@vertretbar/domain/region'
import type { CoverRefusal } from '@vertretbar/domain/requirement'
import { allNeeds } from '../../oracle/counting.ts'
import { dateOf } from '../../oracle/dates.ts'
import { samePlace } from '../../oracle/region.ts'
import { barsAgainst } from './bars.ts'
import { bookingOf, ended, isInHouse, lessened, notBooked } from './bookings.ts'
import { gapsOfNeed, horizonOver } from './gaps.ts'
import { lastCallFor } from './request.ts'
import type { Booking } from './sorted-region.ts'
import { changed, type Judge, type Moment, type No, no, replaced, type State } from './state.ts'

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>

/** A yes: the half-days that are not agreed to leave the request; with the last yes that is needed it is confirmed. */
export const consented: Judge<Of<'consent'>> = (state, command, moment) => {
  const found = bookingOf(state, command.booking, { today: moment.today, statuses: ['requested'] })
  if (!('booking' in found)) return no(...found.nos)
  const { booking } = found
  const nos = againstConsent(state, booking, { command, moment })
  if (nos.length > 0) return no(...nos)
  const halfDays = [...new Set(command.halfDays ?? booking.halfDays)].toSorted()
  const rest = booking.halfDays.filter((halfDay) => !halfDays.includes(halfDay))
  const yes = { halfDays, at: moment.at, by: moment.actor, way: command.way }
  const consents = {
    ...booking.consents,
    ...(command.as === 'lender' ? {} : { specialist: yes }),
    ...(command.as === 'specialist' || isInHouse(state.region, booking) ? {} : { lender: yes }),
  }
  const isAgreed =
    consents.specialist !== undefined && (isInHouse(state.region, booking) || consents.lender !== undefined)
  const next: Booking = { ...lessened(booking, rest, { reason: 'declined', moment }), consents }
  return changed(state, {
    bookings: replaced(state.region.bookings, isAgreed ? { ...next, status: 'confirmed' } : next),
  })
}

function againstConsent(
  { region }: State,
  booking: Booking,
  { command, moment: { now, today } }: { readonly command: Of<'consent'>; readonly moment: Moment },
): No[] {
  const needed: readonly ConsentSide[] = isInHouse(region, booking) ? ['specialist'] : ['specialist', 'lender']
  const given = needed.find((side) => (command.as === 'both' || command.as === side) && booking.consents?.[side])
  const expiry = expiryOf(region, booking)
  const foreign = notBooked(booking, command.halfDays ?? [])
  const others = { ...region, bookings: region.bookings.filter(({ id }) => id !== booking.id) }
  const asked = {
    ...booking,
    agreement: booking.agreement,
    halfDays: [...new Set(command.halfDays ?? booking.halfDays)],
  }
  const bars = foreign.length > 0 ? [] : barsAgainst(others, asked, { today, wanted: 'any' })
  return [
    ...(command.as === 'lender' && isInHouse(region, booking) ? [{ code: 'no-lender' } as const] : []),
    ...(given === undefined ? [] : [{ code: 'consent-given', side: given } as const]),
    ...(now < expiry ? [] : [{ code: 'expired', expiresAt: new Date(expiry).toISOString() } as const]),
    ...foreign,
    ...(bars.length === 0 ? [] : [{ code: 'barred', halfDays: bars.map((bar) => ({ ...bar, proposal: 0 })) } as const]),
  ]
}

/** When a request ends: as it says, and one that came in by a file at the last moment at which any may. */
export const expiryOf = (region: Region, booking: Booking): number =>
  booking.expiresAt === undefined ? lastCallFor(region, booking) : Date.parse(booking.expiresAt)

/** A no: the request is over, and every gap of the place that it was for is refused. */
export const declined: Judge<Of<'refuse-booking'>> = (state, { booking: id, as }, moment) => {
  const found = bookingOf(state, id, { today: moment.today, statuses: ['requested'] })
  if (!('booking' in found)) return no(...found.nos)
  const { region } = state
  if (as === 'lender' && isInHouse(region, found.booking)) return no({ code: 'no-lender' })
  const refused = refusalsOf(region, found.booking, moment)
  const others = region.refusals.filter((known) => !refused.some((one) => isSame(one, known)))
  return changed(state, {
    bookings: replaced(region.bookings, ended(found.booking, 'declined', moment)),
    refusals: [...others, ...refused],
  })
}

const isSame = (one: CoverRefusal, other: CoverRefusal): boolean =>
  one.requirement === other.requirement &&
  one.need === other.need &&
  one.halfDay === other.halfDay &&
  one.specialist === other.specialist

/** Each is named by the first half-day that was asked for in its gap. */
function refusalsOf(region: Region, booking: Booking, { today }: Moment): CoverRefusal[] {
  const horizon = horizonOver(region, today, booking.halfDays.map(dateOf))
  const needs = allNeeds(region).filter(({ requirement }) => samePlace(requirement, booking))
  return needs.flatMap(({ requirement, need }) =>
    gapsOfNeed(region, horizon, requirement.id, need).flatMap(({ halfDays }) => {
      const first = halfDays.map(({ halfDay }) => halfDay).find((halfDay) => booking.halfDays.includes(halfDay))
      return first === undefined
        ? []
        : [{ requirement: requirement.id, need, halfDay: first, specialist: booking.specialist }]
    }),
  )
}

/** Nobody answered in time. */
export const expired: Judge<Of<'expire-request'>> = (state, { booking: id }, moment) => {
  const found = bookingOf(state, id, { today: moment.today, statuses: ['requested'] })
  if (!('booking' in found)) return no(...found.nos)
  const expiry = expiryOf(state.region, found.booking)
  if (moment.now < expiry) return no({ code: 'not-expired', expiresAt: new Date(expiry).toISOString() })
  return changed(state, { bookings: replaced(state.region.bookings, ended(found.booking, 'expired', moment)) })
}
