import { parentPort } from 'node:worker_threads'
import { dayOf } from '@vertretbar/domain/half-day'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { planCover } from '@vertretbar/planner/plan'
import type { PlanMessage, PlanTask } from './plan-messages.ts'

/** The planning thread: computes one plan after the other, so that the solver never holds up an answer. */
const port = parentPort
if (port === null) throw new Error('the planning thread runs beside a server, not by itself')

const say = (message: PlanMessage): void => port.postMessage(message)

port.on('message', ({ region, request }: PlanTask) => {
  planCover(new RegionIndex(region), {
    today: dayOf(request.today),
    first: dayOf(request.from),
    last: dayOf(request.to),
    timeLimitSeconds: request.timeLimitSeconds,
    skipStructural: request.skipStructural,
    now: () => performance.now(),
    onProgress: (progress) => say({ kind: 'progress', progress }),
  }).then(
    (plan) => say({ kind: 'plan', plan }),
    (error: unknown) => say({ kind: 'failed', reason: error instanceof Error ? (error.stack ?? '') : String(error) }),
  )
})
