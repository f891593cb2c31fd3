import { parentPort } from 'node:worker_threads'
import { dayOf } from '@vertretbar/domain/half-day'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { planOrRefuse } from '@vertretbar/planner/plan'
import type { PlanRefusal } from '@vertretbar/planner/question'
import type { PlanMessage, PlanTask } from './plan-messages.ts'

/** The planning thread: computes one plan after the other, so that the solver never holds up an answer. */
const port = parentPort
if (port === null) throw new Error('the planning thread runs beside a server, not by itself')

const say = (message: PlanMessage): void => port.postMessage(message)

port.on('message', ({ region, request, mostOptions }: PlanTask) => {
  planOrRefuse(new RegionIndex(region), {
    today: dayOf(request.today),
    first: dayOf(request.from),
    last: dayOf(request.to),
    timeLimitSeconds: request.timeLimitSeconds,
    skipStructural: request.skipStructural,
    now: () => performance.now(),
    ...(mostOptions === undefined ? {} : { mostOptions }),
    onProgress: (progress) => say({ kind: 'progress', progress }),
  }).then(
    (planned) => say(planned.ok ? { kind: 'plan', plan: planned.value } : refused(planned.refusal)),
    (error: unknown) => say({ kind: 'failed', code: 'unexpected', detail: detailOf(error) }),
  )
})

const refused = ({ code, options, maximum }: PlanRefusal): PlanMessage => ({
  kind: 'failed',
  code,
  detail: `at least ${options} options, at most ${maximum} are possible`,
})

const detailOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? '') : String(error))
