import * as z from 'zod'
import { HalfDay, mostListed } from './half-day.ts'
import { AgreementId, AreaId, AuthorityId, Id, SpecialistId } from './identifier.ts'

/** The states of a cover; `active` and `done` follow from today and may be stated by a file. */
export const BookingStatus = z
  .enum(['requested', 'confirmed', 'active', 'done', 'reconciled', 'ended'])
  .meta({ id: 'BookingStatus' })
export type BookingStatus = z.infer<typeof BookingStatus>

/** Why a booking ended. */
export const EndReason = z.enum(['declined', 'withdrawn', 'expired', 'recalled', 'broken']).meta({ id: 'EndReason' })

/** A specialist covers in an area of an authority at these half-days; without an agreement it is in-house. */
export const Booking = z
  .strictObject({
    id: Id,
    specialist: SpecialistId,
    authority: AuthorityId,
    area: AreaId,
    agreement: AgreementId.optional(),
    halfDays: z.array(HalfDay).max(mostListed).readonly(),
    status: BookingStatus,
    reason: EndReason.optional(),
  })
  .readonly()
  .meta({ id: 'Booking' })
export type Booking = z.infer<typeof Booking>

/** A live booking claims its half-days, from the request on. */
export const isLive = ({ status }: Booking): boolean => status !== 'ended'

/** From the confirmation on a booking empties the home and fills the gap; a mere request does neither. */
export const isBinding = (booking: Booking): boolean => isLive(booking) && booking.status !== 'requested'
