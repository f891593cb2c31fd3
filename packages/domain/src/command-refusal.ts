import * as z from 'zod'
import { BookingStatus, ConsentSide } from './booking.ts'
import { ReasonCode } from './eligibility.ts'
import { HalfDay } from './half-day.ts'
import { Id } from './identifier.ts'
import { Instant } from './instant.ts'
import type { Problem } from './problem.ts'

/** What bars a half-day from being booked; beside the rules of cover, that nobody is missing, or that it is over. */
export const CoverBar = z
  .enum([...ReasonCode.exclude(['used-elsewhere', 'not-enough', 'short-notice']).options, 'not-short', 'over'])
  .meta({ id: 'CoverBar' })
export type CoverBar = z.infer<typeof CoverBar>

/** A half-day that cannot be booked, and all that bars it; of several proposals, which one. */
export const BarredHalfDay = z
  .strictObject({ proposal: z.int().min(0), halfDay: HalfDay, codes: z.array(CoverBar).min(1).readonly() })
  .readonly()
  .meta({ id: 'BarredHalfDay' })
export type BarredHalfDay = z.infer<typeof BarredHalfDay>

/** What a command may name that is not there. */
export const Named = z.enum(['booking', 'absence', 'gap', 'specialist', 'entry', 'member', 'feed'])

/** An id, or what a gap is called by: its need and one of its half-days. */
const NamedAs = z
  .string()
  .max(200)
  .regex(/^[^\p{C}]+$/u)

/** Why a command is not carried out although it is well-formed: facts, for whoever tells them in a language. */
export const StateRefusal = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('unknown'), what: Named, id: NamedAs }),
  z.strictObject({ code: z.literal('barred'), halfDays: z.array(BarredHalfDay).min(1).readonly() }),
  z.strictObject({ code: z.literal('wrong-status'), status: BookingStatus }),
  z.strictObject({ code: z.literal('consent-given'), side: ConsentSide }),
  z.strictObject({ code: z.literal('no-lender') }),
  z.strictObject({ code: z.literal('expired'), expiresAt: Instant }),
  z.strictObject({ code: z.literal('not-expired'), expiresAt: Instant }),
  z.strictObject({ code: z.literal('not-booked'), halfDays: z.array(HalfDay).min(1).readonly() }),
  z.strictObject({ code: z.literal('all-begun') }),
  /** Whoever asks has no right to it. */
  z.strictObject({ code: z.literal('forbidden') }),
  /** Somebody else here is known by this login already. */
  z.strictObject({ code: z.literal('identity-taken') }),
  /** A member has as many calendar feeds as anybody may have. */
  z.strictObject({ code: z.literal('too-many-feeds'), most: z.int().min(1) }),
  /** These bookings of a person are neither ended nor settled. */
  z.strictObject({ code: z.literal('unsettled'), bookings: z.array(Id).min(1).readonly() }),
])
export type StateRefusal = z.infer<typeof StateRefusal>

/** The same, or every value of the command that is not what it has to be. */
export type CommandRefusal = StateRefusal | { readonly code: 'invalid'; readonly problems: readonly Problem[] }
