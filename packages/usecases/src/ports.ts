import type { Change } from '@vertretbar/domain/change'
import type { Explanation, ExplanationProgress } from '@vertretbar/domain/explanation'
import type { Assignment, Plan, PlanProgress } from '@vertretbar/domain/plan'
import type { Region } from '@vertretbar/domain/region'
import type { RegionIndex } from '@vertretbar/domain/region-index'
import type { PlanJob, PlanRequest } from './plan-job.ts'

/** A region as it stood at one version, whole. */
export interface Snapshot {
  readonly version: number
  /** Names this state of this region and no other, also where one with the same version was stored before. */
  readonly state: string
  readonly region: Region
  readonly index: RegionIndex
}

/** Whether a write was made, on the version it was decided on; after a conflict the caller loads and decides again. */
export type WriteOutcome = { readonly kind: 'written'; readonly version: number } | { readonly kind: 'conflict' }

/** Where regions live: one aggregate each, read as a snapshot, written whole or not at all. */
export interface RegionStore {
  /** The ids of all regions, sorted. */
  readonly regions: () => Promise<readonly string[]>
  /** What stands, without reading it; undefined where there is no such region. */
  readonly stateOf: (region: string) => Promise<Pick<Snapshot, 'version' | 'state'> | undefined>
  readonly load: (region: string) => Promise<Snapshot | undefined>
  /** Carries out changes decided on a snapshot: all of them, or none. */
  readonly commit: (decidedOn: Snapshot, changes: readonly Change[]) => Promise<WriteOutcome>
  /** Makes a whole region the next version; it is visible at once or not at all. Undefined: there must be none yet. */
  readonly replace: (next: Region, version: number | undefined) => Promise<WriteOutcome>
}

/** Where plan jobs live; they end by themselves a day after they were asked for. */
export interface PlanJobStore {
  readonly read: (region: string, id: string) => Promise<PlanJob | undefined>
  /** Stores a job over any earlier revision of it; a later one stays. */
  readonly write: (job: PlanJob) => Promise<void>
}

/** A thread of its own locally, the planner function on AWS; rejects what cannot be done. */
export interface Planner {
  /** Computes a plan; the search begins with what of the assignments before is still possible. */
  readonly plan: (task: {
    readonly region: Region
    readonly request: PlanRequest
    readonly before: readonly Assignment[]
    readonly onProgress: (progress: PlanProgress) => void
  }) => Promise<Plan>
  /** Tells why a plan of the same region and request is as it is, and what would help. */
  readonly explain: (task: {
    readonly region: Region
    readonly request: PlanRequest
    readonly plan: Plan
    readonly onProgress: (progress: ExplanationProgress) => void
  }) => Promise<Explanation>
}

/** Has a job carried out after the answer is given. */
export type EnqueuePlan = (region: string, id: string) => Promise<void>

/** All that the use cases need from outside. */
export interface Ports {
  readonly regions: RegionStore
  readonly jobs: PlanJobStore
  readonly enqueuePlan: EnqueuePlan
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
  readonly newId: () => string
}
