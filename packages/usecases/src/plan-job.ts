import { dateInGermany } from '@vertretbar/domain/calendar'
import { dateOf, LocalDate } from '@vertretbar/domain/half-day'
import { type HorizonFault, horizonOf } from '@vertretbar/domain/horizon'
import { Id } from '@vertretbar/domain/identifier'
import { Plan, PlanProgress } from '@vertretbar/domain/plan'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import * as z from 'zod'
import type { ComputePlan, Ports } from './ports.ts'

/** What to plan: the days, how long to search at most, and whether to leave out gaps that the patterns dictate. */
export const PlanRequest = z
  .strictObject({
    today: LocalDate,
    from: LocalDate,
    to: LocalDate,
    timeLimitSeconds: z.int().min(1).max(300),
    skipStructural: z.boolean(),
  })
  .readonly()
  .meta({ id: 'PlanRequest' })
export type PlanRequest = z.infer<typeof PlanRequest>

/** A plan that was asked for: how far it has come and, once done, the plan, made from one version of the region. */
export const PlanJob = z
  .strictObject({
    id: Id,
    region: Id,
    version: z.int().min(1),
    /** Counts the changes of this job. */
    revision: z.int().min(1),
    state: z.enum(['queued', 'running', 'done', 'failed']),
    request: PlanRequest,
    progress: PlanProgress.optional(),
    plan: Plan.optional(),
    createdAt: z.iso.datetime(),
    /** When whoever is at it last gave a sign. */
    aliveAt: z.iso.datetime(),
  })
  .readonly()
  .meta({ id: 'PlanJob' })
export type PlanJob = z.infer<typeof PlanJob>

/** The parts of a request that a caller may leave out. */
export interface AskedPlan extends Pick<PlanRequest, 'timeLimitSeconds' | 'skipStructural'> {
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
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
  const { timeLimitSeconds, skipStructural } = asked
  const job: PlanJob = {
    id: ports.newId(),
    region,
    version: snapshot.version,
    revision: 1,
    state: 'queued',
    request: { today, from: dateOf(first), to: dateOf(last), timeLimitSeconds, skipStructural },
    createdAt: at,
    aliveAt: at,
  }
  await ports.jobs.write(job)
  await ports.enqueuePlan(region, job.id)
  return accept(job)
}

const beatMilliseconds = 10_000

/** So long without a sign nobody is at a job any more: its process has ended, or it waits for one that never began. */
const patienceMilliseconds = { queued: 3_600_000, running: 3 * beatMilliseconds }

/** A job as it stands; one that nobody can be at any more is told as failed. */
export async function planJob(
  ports: Pick<Ports, 'jobs' | 'now'>,
  region: string,
  id: string,
): Promise<PlanJob | undefined> {
  const job = await ports.jobs.read(region, id)
  if (job === undefined || job.state === 'done' || job.state === 'failed') return job
  const isLost = ports.now() - Date.parse(job.aliveAt) > patienceMilliseconds[job.state]
  return isLost ? { ...job, state: 'failed', revision: job.revision + 1 } : job
}

/** Carries out a queued job to its end; the end of another one is left as it is. */
export async function carryOutPlan(
  ports: Pick<Ports, 'regions' | 'jobs' | 'now'>,
  compute: ComputePlan,
  { region, id }: Pick<PlanJob, 'region' | 'id'>,
): Promise<void> {
  const queued = await ports.jobs.read(region, id)
  if (queued === undefined || queued.state === 'done' || queued.state === 'failed') return
  const writer = jobWriter(ports, queued)
  const beats = setInterval(() => writer.tell({}), beatMilliseconds)
  try {
    const snapshot = await ports.regions.load(region)
    if (snapshot === undefined) throw new Error(`there is no region ${region} to plan`)
    writer.tell({ state: 'running', version: snapshot.version })
    const plan = await compute({
      region: snapshot.region,
      request: queued.request,
      onProgress: (progress) => writer.tell({ progress }),
    })
    await writer.end({ state: 'done', plan })
  } catch (error) {
    await writer.end({ state: 'failed' })
    throw error
  } finally {
    clearInterval(beats)
  }
}

/** Writes the revisions of a job one after the other; of several that wait only the newest is written. */
function jobWriter({ jobs, now }: Pick<Ports, 'jobs' | 'now'>, queued: PlanJob) {
  let job = queued
  let waiting = false
  let writing: Promise<unknown> = Promise.resolve()
  const writeRevision = async (): Promise<void> => {
    waiting = false
    job = { ...job, revision: job.revision + 1, aliveAt: new Date(now()).toISOString() }
    await jobs.write(job)
  }
  return {
    tell: (change: Partial<PlanJob>): void => {
      job = { ...job, ...change }
      if (waiting) return
      waiting = true
      // A word on the way that gets lost must not cost the plan: the next revision says more.
      writing = writing.then(writeRevision).catch(() => undefined)
    },
    end: async (change: Partial<PlanJob>): Promise<void> => {
      await writing
      job = { ...job, ...change }
      await writeRevision()
    },
  }
}
