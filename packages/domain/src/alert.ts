import * as z from 'zod'
import { ConsentSide } from './booking.ts'
import { Shortfall } from './gap.ts'
import { EscalationStage } from './gap-record.ts'
import { HalfDay, LocalDate } from './half-day.ts'
import { AgreementId, AreaId, AuthorityId, Id, ProductId, RequirementId } from './identifier.ts'
import { Instant } from './instant.ts'
import { NoticeKind } from './message.ts'
import { Severity } from './severity.ts'

/** A gap as it is told to those who look after it; nobody is named, nor why anybody is away. */
const gapFields = {
  gap: Id,
  requirement: RequirementId,
  need: z.int().min(0),
  authority: AuthorityId,
  area: AreaId,
  halfDays: z.array(Shortfall).min(1).readonly(),
  severity: Severity,
  blocks: z.array(AreaId).readonly(),
}

/** A cover as it is told: whom it helps with what and from where, never who it is. */
const coverFields = {
  booking: Id,
  authority: AuthorityId,
  area: AreaId,
  lender: AuthorityId,
  halfDays: z.array(HalfDay).readonly(),
}

/** One thing that somebody is told. */
export const Alert = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('gap-new'), ...gapFields }),
    z.strictObject({ kind: z.literal('gap-worse'), ...gapFields }),
    z.strictObject({ kind: z.literal('gap-due'), stage: EscalationStage, ...gapFields }),
    z.strictObject({ kind: z.literal('gap-filled'), ...gapFields }),
    /** Nothing new, but listed wherever a mail is sent anyway. */
    z.strictObject({ kind: z.literal('gap-urgent'), ...gapFields }),
    /** Something happened to a cover. */
    z.strictObject({ kind: z.literal('cover'), notice: NoticeKind, at: Instant, ...coverFields }),
    /** Somebody waits for the answer of who is told. */
    z.strictObject({ kind: z.literal('answer-wanted'), side: ConsentSide, until: Instant.optional(), ...coverFields }),
    /** It is over, and what was worked is still to be said by who is told. */
    z.strictObject({ kind: z.literal('statement-wanted'), ...coverFields }),
    /** Access to a product of the receiver is not there one working day before the cover begins. */
    z.strictObject({ kind: z.literal('access-missing'), product: ProductId, ...coverFields }),
    z.strictObject({ kind: z.literal('agreement-ends'), agreement: AgreementId, on: LocalDate }),
    /** Of somebody of the authority of who is told, for an area of another. */
    z.strictObject({ kind: z.literal('authorisation-ends'), authority: AuthorityId, area: AreaId, on: LocalDate }),
    /** From the day after on, another product or none is used. */
    z.strictObject({
      kind: z.literal('software-changes'),
      authority: AuthorityId,
      area: AreaId,
      product: ProductId,
      on: LocalDate,
    }),
  ])
  .readonly()
  .meta({ id: 'Alert' })
export type Alert = z.infer<typeof Alert>

/** A mail to a member: all that they are told in it. Their address and language are those of the day it is sent. */
export const Mail = z
  .strictObject({
    /** Tells it from all others and stays when it is sent again: the header `X-Vertretbar-Message`. */
    id: Id,
    kind: z.enum(['digest', 'at-once']),
    to: Id.describe('id of a member'),
    at: Instant,
    /** It is not sent before: the time of day at which who gets it wants to read it. */
    notBefore: Instant,
    alerts: z.array(Alert).min(1).readonly(),
  })
  .readonly()
  .meta({ id: 'Mail' })
export type Mail = z.infer<typeof Mail>
