import { setTimeout } from 'node:timers/promises'
import { isOver } from '@vertretbar/usecases/plan-job'
import { PlanJobView } from '@vertretbar/usecases/plan-view'
import type { Installation } from './installation.ts'

type Ask = Installation['ask']

/** A plan job as the server tells it. */
export async function planJobAt(ask: Ask, id: string): Promise<PlanJobView> {
  const response = await ask(`/v1/plans/${id}`)
  return PlanJobView.parse(await response.json())
}

/** A plan of the whole horizon with all of its reasons, for pages to show. */
export async function explainedPlan(ask: Ask): Promise<PlanJobView> {
  const asked = await ask('/v1/plans', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ explainSeconds: 120 }),
  })
  let job = PlanJobView.parse(await asked.json())
  while (!isOver(job)) {
    // oxlint-disable-next-line no-await-in-loop -- it waits for another process
    await setTimeout(250)
    // oxlint-disable-next-line no-await-in-loop -- it waits for another process
    job = await planJobAt(ask, job.id)
  }
  if (job.explanation === undefined) throw new Error('the plan came without its reasons')
  return job
}
