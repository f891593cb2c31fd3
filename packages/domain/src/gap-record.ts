import * as z from 'zod'
import { Shortfall } from './gap.ts'
import { HalfDay } from './half-day.ts'
import { Id, RequirementId } from './identifier.ts'
import { Instant } from './instant.ts'

/** How far a gap has been escalated: so many working days of the receiver before it, the last stage last. */
export const escalationStages = [28, 14, 7, 3, 1] as const
export const EscalationStage = z.literal(escalationStages).meta({ id: 'EscalationStage' })
export type EscalationStage = z.infer<typeof EscalationStage>

/** The stage that has been reached so many working days before; undefined as long as none has. */
export const stageReached = (workingDays: number): EscalationStage | undefined =>
  escalationStages.findLast((stage) => workingDays <= stage)

/** The one of two stages that is further along; none is before all. */
export const furtherStage = (
  one: EscalationStage | undefined,
  other: EscalationStage | undefined,
): EscalationStage | undefined => (one === undefined || (other !== undefined && other < one) ? other : one)

/** How many people are missing at a half-day from then on; 0 where the gap does not reach any more. */
const ShortageSince = z.strictObject({ halfDay: HalfDay, shortage: z.int().min(0) }).readonly()

/**
 * What became of a gap: it opened, got longer or shorter, left another one, went into one, is filled, or is over. That
 * time goes by, and the horizon with it, is no event.
 */
export const GapEvent = z
  .strictObject({
    at: Instant,
    kind: z.enum(['opened', 'changed', 'split', 'merged', 'filled', 'over']),
    /** The gap that it left, or that it went into. */
    other: Id.optional(),
    /** The half-days at which something changed. */
    halfDays: z.array(ShortageSince).readonly(),
  })
  .readonly()
  .meta({ id: 'GapEvent' })
export type GapEvent = z.infer<typeof GapEvent>

/** What has been told of a gap: at its worst with these half-days, and up to which stage it was escalated. */
export const GapTold = z
  .strictObject({ halfDays: z.array(Shortfall).readonly(), stage: EscalationStage.optional() })
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
    /** Those that only the horizon brought, as they were then: that it moves on makes no gap worse. */
    cameWithHorizon: z.array(Shortfall).readonly(),
    history: z.array(GapEvent).min(1).readonly(),
    /** Missing as long as nobody was told of it, and once it was told that it is filled. */
    told: GapTold.optional(),
  })
  .readonly()
  .meta({ id: 'GapRecord' })
export type GapRecord = z.infer<typeof GapRecord>
