import type { Assignment } from '@vertretbar/domain/plan'
import { beatMilliseconds, type PlanJob } from './plan-job.ts'
import type { Planner, Ports } from './ports.ts'

/**
 * Carries out a queued job to its end; what another one has come to is left as it is. Once there is a plan, whatever goes
 * wrong costs its reasons alone.
 */
export async function carryOutPlan(
  ports: Pick<Ports, 'regions' | 'jobs' | 'now'>,
  planner: Planner,
  { region: name, id }: Pick<PlanJob, 'region' | 'id'>,
): Promise<void> {
  const queued = await ports.jobs.read(name, id)
  if (queued === undefined || queued.plan !== undefined || queued.state === 'failed') return
  const { request } = queued
  const writer = jobWriter(ports, queued)
  const beats = setInterval(() => writer.tell({}), beatMilliseconds)
  let end: Partial<PlanJob> = { state: 'failed' }
  try {
    const snapshot = await ports.regions.load(name)
    if (snapshot === undefined) throw new Error(`there is no region ${name} to plan`)
    const { region, version } = snapshot
    writer.tell({ state: 'running', version })
    const before = await assignmentsBefore(ports, queued)
    const plan = await planner.plan({ region, request, before, onProgress: (progress) => writer.tell({ progress }) })
    end = { state: 'done', plan }
    if (request.explainSeconds === 0) return
    writer.tell({ state: 'explaining', plan })
    const onProgress = (explaining: PlanJob['explaining']): void => writer.tell({ explaining })
    end = { ...end, explanation: await planner.explain({ region, request, plan, onProgress }) }
  } finally {
    clearInterval(beats)
    await writer.end(end)
  }
}

/** Whom the plan of the job before sends where; nobody if that job is gone, has no plan, or is somebody else's. */
async function assignmentsBefore(
  { jobs }: Pick<Ports, 'jobs'>,
  { region, request, askedBy }: PlanJob,
): Promise<readonly Assignment[]> {
  const job = request.before === undefined ? undefined : await jobs.read(region, request.before)
  return job?.askedBy === askedBy ? (job?.plan?.assignments ?? []) : []
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
