import * as z from 'zod'
import { type Day, dateOf, HalfDay, mostListed } from './half-day.ts'
import { AgreementId, AreaId, AuthorityId, Id, Name, SpecialistId } from './identifier.ts'
import { Instant } from './instant.ts'

/** The states of a cover; `active` and `done` follow from today and may be stated by a file. */
export const BookingStatus = z
  .enum(['requested', 'confirmed', 'active', 'done', 'reconciled', 'ended'])
  .meta({ id: 'BookingStatus' })
export type BookingStatus = z.infer<typeof BookingStatus>

/** Why a booking ended, or why some of its half-days left it. */
export const EndReason = z.enum(['declined', 'withdrawn', 'expired', 'recalled', 'broken']).meta({ id: 'EndReason' })
export type EndReason = z.infer<typeof EndReason>

const HalfDays = z.array(HalfDay).max(mostListed).readonly()

/** How a yes was given: by the person in question, by somebody who wrote down a call, or by a deputy. */
export const ConsentWay = z.enum(['in-person', 'telephone', 'deputy']).meta({ id: 'ConsentWay' })
export type ConsentWay = z.infer<typeof ConsentWay>

/** A yes to some half-days of a booking: when, in which way, and who gave it or wrote it down. */
export const Consent = z
  .strictObject({ halfDays: HalfDays, at: Instant, by: Id, way: ConsentWay })
  .readonly()
  .meta({ id: 'Consent' })
export type Consent = z.infer<typeof Consent>

/** What one side says was really worked. */
export const WorkStatement = z
  .strictObject({ halfDays: HalfDays, at: Instant, by: Id })
  .readonly()
  .meta({ id: 'WorkStatement' })
export type WorkStatement = z.infer<typeof WorkStatement>

/** Half-days that left a booking, each time some did, and whether they had been confirmed. */
export const Released = z
  .strictObject({ halfDays: HalfDays, reason: EndReason, at: Instant, confirmed: z.boolean() })
  .readonly()
  .meta({ id: 'Released' })

/** The two whose yes a cover needs; in-house the specialist's alone. */
export const ConsentSide = z.enum(['specialist', 'lender']).meta({ id: 'ConsentSide' })
export type ConsentSide = z.infer<typeof ConsentSide>

/** The two that say what was worked. */
export const StatementSide = z.enum(['lender', 'receiver']).meta({ id: 'StatementSide' })
export type StatementSide = z.infer<typeof StatementSide>

/** What of a hand-over is settled: the points ticked off, and how many cases are open. Never payroll data. */
const HandOverNote = z
  .strictObject({ done: z.array(Name).max(200).readonly(), openCases: z.int().min(0).max(100_000).optional() })
  .readonly()

/**
 * A specialist covers in an area of an authority at these half-days; without an agreement it is in-house. What is
 * optional tells how the booking came about and what became of it; a file may leave all of that out.
 */
export const Booking = z
  .strictObject({
    id: Id,
    specialist: SpecialistId,
    authority: AuthorityId,
    area: AreaId,
    agreement: AgreementId.optional(),
    halfDays: HalfDays,
    status: BookingStatus,
    reason: EndReason.optional(),
    mode: z.enum(['remote', 'on-site']).optional(),
    ruleSet: Name.optional(),
    requestedAt: Instant.optional(),
    requestedBy: Id.optional(),
    expiresAt: Instant.optional(),
    consents: z.strictObject({ specialist: Consent.optional(), lender: Consent.optional() }).readonly().optional(),
    released: z.array(Released).readonly().optional(),
    handOver: HandOverNote.optional(),
    worked: z
      .strictObject({ lender: WorkStatement.optional(), receiver: WorkStatement.optional() })
      .readonly()
      .optional(),
    /** When it ended or was last settled; what is kept no longer than that plus some time goes by it. */
    closedAt: Instant.optional(),
  })
  .readonly()
  .meta({ id: 'Booking' })
export type Booking = z.infer<typeof Booking>

/** A live booking claims its half-days, from the request on. */
export const isLive = ({ status }: Booking): boolean => status !== 'ended'

/** From the confirmation on a booking empties the home and fills the gap; a mere request does neither. */
export const isBinding = (booking: Booking): boolean => isLive(booking) && booking.status !== 'requested'

/** A half-day has begun if its day has: half-days are dates, never instants. */
export const hasBegun = (halfDay: HalfDay, today: Day): boolean => halfDay.slice(0, 10) <= dateOf(today)

/** A half-day is over once its day is. */
export const isOver = (halfDay: HalfDay, today: Day): boolean => halfDay.slice(0, 10) < dateOf(today)

/** The status as of a day: `active` and `done` are functions of it, whatever a file stated. */
export function statusOn({ status, halfDays }: Booking, today: Day): BookingStatus {
  if (status === 'requested' || status === 'reconciled' || status === 'ended') return status
  if (halfDays.every((halfDay) => isOver(halfDay, today))) return 'done'
  return halfDays.some((halfDay) => hasBegun(halfDay, today)) ? 'active' : 'confirmed'
}
