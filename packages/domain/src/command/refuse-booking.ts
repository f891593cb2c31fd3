import * as z from 'zod'
import { type Booking, ConsentSide } from '../booking.ts'
import { ended, isInHouse, noticeOf, putBooking, receiverOf } from '../booking-change.ts'
import { bookingIn } from '../booking-lookup.ts'
import type { Change } from '../change.ts'
import { gapsContaining } from '../cover.ts'
import { type Decide, decision } from '../decision.ts'
import type { Day } from '../half-day.ts'
import { halfDayOf, numberOf } from '../half-day.ts'
import { Id } from '../identifier.ts'
import { instantOf } from '../instant.ts'
import type { RegionIndex } from '../region-index.ts'
import { accept, refuse } from '../result.ts'

/** A no to a request, by the person or by the lender. It needs no reason and stores none. */
export const RefuseBooking = z
  .strictObject({ kind: z.literal('refuse-booking'), booking: Id, as: ConsentSide })
  .readonly()
  .meta({ id: 'RefuseBooking' })

/** Ends the request; as long as the gap is there, the person is not proposed for it again. */
export const refuseBooking: Decide<z.infer<typeof RefuseBooking>> = ({ index }, { booking: id, as }, context) => {
  const found = bookingIn(index, id, { today: context.today, statuses: ['requested'] })
  if (!found.ok) return found
  const booking = found.value
  if (as === 'lender' && isInHouse(index, booking)) return refuse({ code: 'no-lender' })
  const next = ended(booking, 'declined', instantOf(context.now))
  return accept(
    decision(
      [putBooking(next), ...refusalsOf(index, booking, context.today)],
      [noticeOf('declined', next, { halfDays: booking.halfDays, to: [receiverOf(booking)] })],
    ),
  )
}

/** One refusal for each gap of the place that the request was meant for, named by the first half-day asked for in it. */
function refusalsOf(index: RegionIndex, booking: Booking, today: Day): Change[] {
  const asked = new Set(booking.halfDays.map(numberOf))
  return gapsContaining(index, booking, { today, halfDays: [...asked] }).flatMap(({ supply, shortfalls }) => {
    const first = [...shortfalls.keys()].find((halfDay) => asked.has(halfDay))
    const { requirement, position } = supply.ref
    return first === undefined
      ? []
      : [
          {
            kind: 'put-refusal' as const,
            refusal: {
              requirement: requirement.id,
              need: position,
              halfDay: halfDayOf(first),
              specialist: booking.specialist,
            },
          },
        ]
  })
}
