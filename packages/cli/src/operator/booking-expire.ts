import { accept } from '@vertretbar/domain/result'
import { expireRequests } from '@vertretbar/usecases/expire-requests'
import type { Command } from '../command.ts'
import { headedBookings } from './booking-table.ts'
import { onStoredRegion, standing, viewOf } from './open-region.ts'

/** Ends all requests that nobody answered in time, as the clock does. */
export const bookingExpire: Command = (call, surroundings) =>
  onStoredRegion(call, surroundings, async ({ ports, snapshot, today }) => {
    const { id } = snapshot.region.region
    await expireRequests(ports, id)
    const waiting = new Set(
      snapshot.region.bookings.filter(({ status }) => status === 'requested').map((booking) => booking.id),
    )
    const after = await standing(ports, id)
    const expired = after.region.bookings.filter((booking) => waiting.has(booking.id) && booking.reason === 'expired')
    const heading = surroundings.texts.expiredHeading(expired.length)
    return accept({
      data: { bookings: expired },
      text: () => headedBookings(expired, heading, viewOf(after, today, surroundings)),
    })
  })
