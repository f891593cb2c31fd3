import { Explanation, ExplanationProgress } from '@vertretbar/domain/explanation'
import { Plan, PlanProgress } from '@vertretbar/domain/plan'
import type { Planner } from '@vertretbar/usecases/ports'
import * as z from 'zod'

/**
 * How many jobs wait: a plan comes before the reasons of another, so these end with what they have. Shared, for a thread
 * that computes reads no messages.
 */
export type Waiting = Int32Array<SharedArrayBuffer>

/** What every task comes with, besides what is to be done. */
interface Setting {
  /** The most options that there is memory for; where it is not said, as the planner has it. */
  readonly mostOptions?: number
}

type Asked<Work extends keyof Planner> = Omit<Parameters<Planner[Work]>[0], 'onProgress'> & Setting

/** What the planning thread is asked: for a plan, or for the reasons of one. */
export type PlanTask =
  | ({ readonly kind: 'plan' } & Asked<'plan'>)
  | ({
      readonly kind: 'explain'
      readonly waiting: Waiting
    } & Asked<'explain'>)

/** What the planning thread says: how far it is, and in the end what it was asked for or why there is none. */
export const PlanMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), progress: PlanProgress }),
  z.strictObject({ kind: z.literal('plan'), plan: Plan }),
  z.strictObject({ kind: z.literal('explaining'), progress: ExplanationProgress }),
  z.strictObject({ kind: z.literal('explanation'), explanation: Explanation }),
  z.strictObject({
    kind: z.literal('failed'),
    /** A refusal has its own code; all else nobody expected. */
    code: z.enum(['plan-too-large', 'unexpected']),
    detail: z.string(),
  }),
])
export type PlanMessage = z.infer<typeof PlanMessage>
