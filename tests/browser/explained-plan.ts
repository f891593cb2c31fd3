import { setTimeout } from 'node:timers/promises'
import { isOver, PlanJob } from '@vertretbar/usecases/plan-job'

/** A plan job as the server tells it. */
export async function planJobAt(url: string, id: string): Promise<PlanJob> {
  const response = await fetch(new URL(`/v1/plans/${id}`, url))
  return PlanJob.parse(await response.json())
}

/** A plan of the whole horizon with all of its reasons, for pages to show. */
export async function explainedPlan(url: string): Promise<PlanJob> {
  const asked = await fetch(new URL('/v1/plans', url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ explainSeconds: 120 }),
  })
  let job = PlanJob.parse(await asked.json())
  while (!isOver(job)) {
    // oxlint-disable-next-line no-await-in-loop -- it waits for another process
    await setTimeout(250)
    // oxlint-disable-next-line no-await-in-loop -- it waits for another process
    job = await planJobAt(url, job.id)
  }
  if (job.explanation === undefined) throw new Error('the plan came without its reasons')
  return job
}
