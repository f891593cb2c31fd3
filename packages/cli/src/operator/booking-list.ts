import type { Booking } from '@vertretbar/domain/booking'
import type { Region } from '@vertretbar/domain/region'
import { accept, refuse } from '@vertretbar/domain/result'
import type { Command } from '../command.ts'
import type { Call } from '../command-line.ts'
import { bookingFacts } from './booking-facts.ts'
import { bookingsView } from './booking-view.ts'
import { asOf } from './carry-out.ts'
import { onStoredRegion, viewOf } from './open-region.ts'
import { unknownName } from './unknown-name.ts'

/** The stored bookings, or those of a status, a person, or into or out of an authority. */
export const bookingList: Command = (call, surroundings) =>
  onStoredRegion(call, surroundings, async ({ snapshot, today }) => {
    const { region } = snapshot
    const unknown = [
      ...unknownName('specialist', call.said.specialist, region.specialists),
      ...unknownName('authority', call.said.authority, region.authorities),
    ]
    if (unknown.length > 0) return refuse(unknown)
    const isAsked = isAskedFor(call, region)
    const bookings = region.bookings.map((booking) => asOf(booking, today)).filter(isAsked)
    const heading = surroundings.texts.bookingsHeading(bookings.length)
    return accept({
      data: { bookings },
      text: () => bookingsView(bookings, heading, viewOf(snapshot, today, surroundings)),
    })
  })

function isAskedFor({ said }: Call, { specialists }: Region): (booking: Booking) => boolean {
  const staff = new Set(specialists.filter(({ authority }) => authority === said.authority).map(({ id }) => id))
  return ({ status, specialist, authority }) =>
    (said.status === undefined || status === said.status) &&
    (said.specialist === undefined || specialist === said.specialist) &&
    (said.authority === undefined || authority === said.authority || staff.has(specialist))
}

/** One booking with all that is known of it. */
export const bookingShow: Command = (call, surroundings) =>
  onStoredRegion(call, surroundings, async ({ snapshot, today }) => {
    const { id } = call.operands
    const found = snapshot.region.bookings.find((booking) => booking.id === id)
    if (found === undefined) return refuse([{ on: id, code: 'unknown', what: 'booking', id }])
    const booking = asOf(found, today)
    return accept({
      data: { booking },
      text: () => bookingFacts(booking, viewOf(snapshot, today, surroundings)),
    })
  })
