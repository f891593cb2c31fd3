import * as z from 'zod'
import { ended, noticeOf, putBooking, receiverOf } from '../booking-change.ts'
import { bookingIn, expiryOf } from '../booking-lookup.ts'
import { type Decide, decision } from '../decision.ts'
import { Id } from '../identifier.ts'
import { instantOf, millisecondsOf } from '../instant.ts'
import { accept, refuse } from '../result.ts'

/** Ends a request that nobody answered in time. */
export const ExpireRequest = z
  .strictObject({ kind: z.literal('expire-request'), booking: Id })
  .readonly()
  .meta({ id: 'ExpireRequest' })

/** The request goes back to whoever asked, and to the coordinator; refused before its time. */
export const expireRequest: Decide<z.infer<typeof ExpireRequest>> = ({ index }, { booking: id }, { now, today }) => {
  const found = bookingIn(index, id, { today, statuses: ['requested'] })
  if (!found.ok) return found
  const booking = found.value
  const expiresAt = expiryOf(index, booking)
  if (now < millisecondsOf(expiresAt)) return refuse({ code: 'not-expired', expiresAt })
  const next = ended(booking, 'expired', instantOf(now))
  const to = [receiverOf(booking), { kind: 'coordinator' as const }]
  return accept(decision([putBooking(next)], [noticeOf('expired', next, { halfDays: booking.halfDays, to })]))
}
