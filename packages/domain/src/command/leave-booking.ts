import * as z from 'zod'
import { ConsentSide, hasBegun } from '../booking.ts'
import { ended, everybody, noticeOf, putBooking, without } from '../booking-change.ts'
import { bookingIn } from '../booking-lookup.ts'
import { type Decide, decision } from '../decision.ts'
import { Id } from '../identifier.ts'
import { instantOf } from '../instant.ts'
import { accept, refuse } from '../result.ts'

/** The receiver takes back a request, or what has not begun of a cover. */
export const WithdrawBooking = z
  .strictObject({ kind: z.literal('withdraw-booking'), booking: Id })
  .readonly()
  .meta({ id: 'WithdrawBooking' })

/** The person or the lender takes back what has not begun of a cover that was agreed to. */
export const RecallBooking = z
  .strictObject({ kind: z.literal('recall-booking'), booking: Id, as: ConsentSide })
  .readonly()
  .meta({ id: 'RecallBooking' })

/** What was worked stays and settles; the rest is free again at once, and the gap is back. */
export const leaveBooking: Decide<z.infer<typeof WithdrawBooking> | z.infer<typeof RecallBooking>> = (
  { index },
  command,
  { now, today },
) => {
  const isRecall = command.kind === 'recall-booking'
  const statuses = isRecall ? (['confirmed', 'active'] as const) : (['requested', 'confirmed', 'active'] as const)
  const found = bookingIn(index, command.booking, { today, statuses })
  if (!found.ok) return found
  const booking = found.value
  const reason = isRecall ? 'recalled' : 'withdrawn'
  const at = instantOf(now)
  // Nothing of a request has been worked, also where its first half-day has begun meanwhile.
  const gone =
    booking.status === 'requested' ? booking.halfDays : booking.halfDays.filter((one) => !hasBegun(one, today))
  if (gone.length === 0) return refuse({ code: 'all-begun' })
  const next = booking.status === 'requested' ? ended(booking, reason, at) : without(booking, gone, { reason, at })
  return accept(decision([putBooking(next)], [noticeOf(reason, next, { halfDays: gone, to: everybody(index, next) })]))
}
