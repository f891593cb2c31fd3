import { dateInGermany } from '@vertretbar/domain/calendar'
import { Explanation, ExplanationProgress } from '@vertretbar/domain/explanation'
import { dateOf, LocalDate } from '@vertretbar/domain/half-day'
import { type HorizonFault, horizonOf } from '@vertretbar/domain/horizon'
import { Id } from '@vertretbar/domain/identifier'
import { Instant } from '@vertretbar/domain/instant'
import { Plan, PlanProgress } from '@vertretbar/domain/plan'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import * as z from 'zod'
import type { Ports } from './ports.ts'

/**
 * What to plan: the days, how long to search at most and then to look for reasons, and whether to leave out gaps that
 * the patterns dictate.
 */
export const PlanRequest = z
  .strictObject({
    today: LocalDate,
    from: LocalDate,
    to: LocalDate,
    timeLimitSeconds: z.int().min(1).max(300),
    /** None asks for no reasons; a job stored before there were any has none either. */
    explainSeconds: z.int().min(0).max(300).default(0),
    skipStructural: z.boolean(),
    /** The job whose plan is where the search begins. */
    before: Id.optional(),
  })
  .readonly()
  .meta({ id: 'PlanRequest' })
export type PlanRequest = z.infer<typeof PlanRequest>

/**
 * A plan that was asked for: how far it has come, the plan as soon as it is found, made from one version of the region,
 * and then why it is as it is.
 */
export const PlanJob = z
  .strictObject({
    id: Id,
    region: Id,
    /** The member who asked; missing where nobody with access did. */
    askedBy: Id.optional(),
    version: z.int().min(1),
    /** Counts the changes of this job. */
    revision: z.int().min(1),
    state: z.enum(['queued', 'running', 'explaining', 'done', 'failed']),
    request: PlanRequest,
    progress: PlanProgress.optional(),
    plan: Plan.optional(),
    explaining: ExplanationProgress.optional(),
    /** Missing where none was asked for, or where something went wrong with it. */
    explanation: Explanation.optional(),
    createdAt: Instant,
    /** When whoever is at it last gave a sign. */
    aliveAt: Instant,
  })
  .readonly()
  .meta({ id: 'PlanJob' })
export type PlanJob = z.infer<typeof PlanJob>

/** The parts of a request that a caller may leave out. */
export interface AskedPlan extends Pick<PlanRequest, 'timeLimitSeconds' | 'explainSeconds' | 'skipStructural'> {
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
  readonly before?: string | undefined
  readonly askedBy?: string | undefined
}

/** Why no plan can be asked for. */
export type PlanRefusal = HorizonFault | { readonly code: 'no-region' }

/** The most days a plan or a view may cover. */
export const mostDays = 366

/** Stores a plan job and has it carried out later. */
export async function requestPlan(
  ports: Ports,
  region: string,
  asked: AskedPlan,
): Promise<Result<PlanJob, readonly PlanRefusal[]>> {
  const snapshot = await ports.regions.load(region)
  if (snapshot === undefined) return refuse([{ code: 'no-region' }])
  const at = new Date(ports.now()).toISOString()
  const today = dateInGermany(ports.now())
  const days = snapshot.region.region.settings.horizonDays
  const horizon = horizonOf(asked, { today, days, mostDays })
  if (!horizon.ok) return horizon
  const { first, last } = horizon.value
  const { timeLimitSeconds, explainSeconds, skipStructural, before, askedBy } = asked
  const job: PlanJob = {
    id: ports.newId(),
    region,
    ...(askedBy !== undefined && { askedBy }),
    version: snapshot.version,
    revision: 1,
    state: 'queued',
    request: { today, from: dateOf(first), to: dateOf(last), timeLimitSeconds, explainSeconds, skipStructural, before },
    createdAt: at,
    aliveAt: at,
  }
  await ports.jobs.write(job)
  await ports.enqueuePlan(region, job.id)
  return accept(job)
}

/** Whoever is at a job gives a sign so often. */
export const beatMilliseconds = 10_000

/** So long without a sign nobody is at a job any more: its process has ended, or it waits for one that never began. */
const patienceMilliseconds: Readonly<Record<PlanJob['state'], number>> = {
  queued: 3_600_000,
  running: 3 * beatMilliseconds,
  explaining: 3 * beatMilliseconds,
  done: Number.POSITIVE_INFINITY,
  failed: Number.POSITIVE_INFINITY,
}

/** A job as it stands; one that nobody can be at any more is told as failed, or as done if it has its plan. */
export async function planJob(
  ports: Pick<Ports, 'jobs' | 'now'>,
  region: string,
  id: string,
): Promise<PlanJob | undefined> {
  const job = await ports.jobs.read(region, id)
  if (job === undefined || ports.now() - Date.parse(job.aliveAt) <= patienceMilliseconds[job.state]) return job
  return { ...job, state: job.plan === undefined ? 'failed' : 'done', revision: job.revision + 1 }
}

/** Whether nothing more will happen to a job. */
export const isOver = ({ state }: Pick<PlanJob, 'state'>): boolean => state === 'done' || state === 'failed'
