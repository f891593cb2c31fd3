import * as z from 'zod'
import { Shortfall } from './gap.ts'
import { HalfDay } from './half-day.ts'
import { Id, RequirementId } from './identifier.ts'
import { Instant } from './instant.ts'

/** How far a gap has been escalated: so many working days of the receiver before it, the last stage last. */
export const escalationStages = [28, 14, 7, 3, 1] as const
export const EscalationStage = z.literal(escalationStages).meta({ id: 'EscalationStage' })
export type EscalationStage = z.infer<typeof EscalationStage>

/** What became of a gap: it opened, got longer or shorter, left another one, went into one, is filled, or is over. */
export const GapEvent = z
  .strictObject({
    at: Instant,
    kind: z.enum(['opened', 'changed', 'split', 'merged', 'filled', 'over']),
    /** The gap that it left, or that it went into. */
    other: Id.optional(),
    halfDays: z.array(Shortfall).readonly(),
  })
  .readonly()
  .meta({ id: 'GapEvent' })
export type GapEvent = z.infer<typeof GapEvent>

/** What has been told of a gap: at its worst with these half-days, up to which half-day was looked, and how urgently. */
export const GapTold = z
  .strictObject({
    halfDays: z.array(Shortfall).readonly(),
    lookedUntil: HalfDay,
    stage: EscalationStage.optional(),
    /** The stage that the coordinator was told. */
    coordinatorStage: EscalationStage.optional(),
  })
  .readonly()
  .meta({ id: 'GapTold' })
export type GapTold = z.infer<typeof GapTold>

/**
 * The identity of a gap and its history; all else of it is derived. It keeps its id while any of its half-days stays
 * short, whether it grows or shrinks.
 */
export const GapRecord = z
  .strictObject({
    id: Id,
    requirement: RequirementId,
    need: z.int().min(0),
    /** As it was last found, and, once it is closed, as it last was. */
    halfDays: z.array(Shortfall).min(1).readonly(),
    isClosed: z.boolean(),
    history: z.array(GapEvent).min(1).readonly(),
    told: GapTold.optional(),
  })
  .readonly()
  .meta({ id: 'GapRecord' })
export type GapRecord = z.infer<typeof GapRecord>
