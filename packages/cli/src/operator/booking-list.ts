import { accessOf } from '@vertretbar/domain/access'
import { operator } from '@vertretbar/domain/actor'
import { handOverOf } from '@vertretbar/domain/hand-over'
import { accept, refuse } from '@vertretbar/domain/result'
import { bookingsView, bookingView } from '@vertretbar/usecases/booking-view'
import type { Command } from '../command.ts'
import { bookingFacts } from './booking-facts.ts'
import { headedBookings } from './booking-table.ts'
import { onStoredRegion, viewOf } from './open-region.ts'
import { unknownName } from './unknown-name.ts'

/** The stored bookings, or those of a status, a person, or into an authority. */
export const bookingList: Command = (call, surroundings) =>
  onStoredRegion(call, surroundings, async ({ ports, snapshot, today }) => {
    const { status, specialist, authority } = call.said
    const { specialists, authorities } = snapshot.region
    const unknown = [
      ...unknownName('specialist', specialist, specialists),
      ...unknownName('authority', authority, authorities),
    ]
    if (unknown.length > 0) return refuse(unknown)
    const viewer = { snapshot, access: accessOf(snapshot.index, operator, today), now: ports.now() }
    const { bookings } = bookingsView(viewer, { status, specialist, authority })
    const heading = surroundings.texts.bookingsHeading(bookings.length)
    return accept({
      data: { bookings },
      text: () => headedBookings(bookings, heading, viewOf(snapshot, today, surroundings)),
    })
  })

/** One booking with all that is known of it, and its hand-over. */
export const bookingShow: Command = (call, surroundings) =>
  onStoredRegion(call, surroundings, async ({ ports, snapshot, today }) => {
    const { id } = call.operands
    const found = snapshot.region.bookings.find((one) => one.id === id)
    if (found === undefined) return refuse([{ on: id, code: 'unknown', what: 'booking', id }])
    const booking = bookingView(snapshot, found, ports.now())
    return accept({
      data: { booking, handOver: handOverOf(snapshot.index, booking) },
      text: () => bookingFacts(booking, viewOf(snapshot, today, surroundings)),
    })
  })
