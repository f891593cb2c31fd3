import { Plan, PlanProgress } from '@vertretbar/domain/plan'
import type { Region } from '@vertretbar/domain/region'
import type { PlanRequest } from '@vertretbar/usecases/plan-job'
import * as z from 'zod'

/** What the planning thread is asked. */
export interface PlanTask {
  readonly region: Region
  readonly request: PlanRequest
  /** The most options that there is memory for; where it is not said, as the planner has it. */
  readonly mostOptions?: number
}

/** What the planning thread says: how far it is, and in the end the plan or why there is none. */
export const PlanMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), progress: PlanProgress }),
  z.strictObject({ kind: z.literal('plan'), plan: Plan }),
  z.strictObject({
    kind: z.literal('failed'),
    /** A refusal has its own code; all else nobody expected. */
    code: z.enum(['plan-too-large', 'unexpected']),
    detail: z.string(),
  }),
])
export type PlanMessage = z.infer<typeof PlanMessage>
