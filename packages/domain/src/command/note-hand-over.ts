import * as z from 'zod'
import { Booking } from '../booking.ts'
import { putBooking } from '../booking-change.ts'
import { bookingIn } from '../booking-lookup.ts'
import { type Decide, decision } from '../decision.ts'
import { Id } from '../identifier.ts'
import { accept } from '../result.ts'

/** What of the hand-over of a cover is settled, in place of what was noted before. */
export const NoteHandOver = z
  .strictObject({ kind: z.literal('note-hand-over'), booking: Id, handOver: Booking.unwrap().shape.handOver.unwrap() })
  .readonly()
  .meta({ id: 'NoteHandOver' })

/** Noted as long as the cover is not over. */
export const noteHandOver: Decide<z.infer<typeof NoteHandOver>> = ({ index }, { booking: id, handOver }, { today }) => {
  const found = bookingIn(index, id, { today, statuses: ['requested', 'confirmed', 'active'] })
  return found.ok ? accept(decision([putBooking({ ...found.value, handOver })])) : found
}
