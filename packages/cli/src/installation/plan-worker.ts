import { parentPort } from 'node:worker_threads'
import { dayOf } from '@vertretbar/domain/half-day'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { explainPlan } from '@vertretbar/planner/explain'
import { planOrRefuse } from '@vertretbar/planner/plan'
import type { PlanRefusal, Question } from '@vertretbar/planner/question'
import type { PlanMessage, PlanTask } from './plan-messages.ts'

/** The planning thread: does one task after the other, so that the solver never holds up an answer. */
const port = parentPort
if (port === null) throw new Error('the planning thread runs beside a server, not by itself')

const say = (message: PlanMessage): void => port.postMessage(message)

port.on('message', (task: PlanTask) => {
  lastWord(task).then(say, (error: unknown) => say({ kind: 'failed', code: 'unexpected', detail: detailOf(error) }))
})

const lastWord = (task: PlanTask): Promise<PlanMessage> => (task.kind === 'plan' ? planned(task) : explained(task))

async function planned(task: Extract<PlanTask, { readonly kind: 'plan' }>): Promise<PlanMessage> {
  const found = await planOrRefuse(new RegionIndex(task.region), {
    ...questionOf(task),
    timeLimitSeconds: task.request.timeLimitSeconds,
    before: task.before,
    apart: true,
    onProgress: (progress) => say({ kind: 'progress', progress }),
  })
  return found.ok ? { kind: 'plan', plan: found.value } : refused(found.refusal)
}

async function explained(task: Extract<PlanTask, { readonly kind: 'explain' }>): Promise<PlanMessage> {
  const { region, request, plan, waiting } = task
  const found = await explainPlan(new RegionIndex(region), plan, {
    ...questionOf(task),
    timeLimitSeconds: request.explainSeconds,
    signal: {
      get aborted() {
        return Atomics.load(waiting, 0) > 0
      },
    },
    onProgress: (progress) => say({ kind: 'explaining', progress }),
  })
  return found.ok ? { kind: 'explanation', explanation: found.value } : refused(found.refusal)
}

const questionOf = ({ request, mostOptions }: PlanTask): Question & { readonly now: () => number } => ({
  today: dayOf(request.today),
  first: dayOf(request.from),
  last: dayOf(request.to),
  skipStructural: request.skipStructural,
  now: () => performance.now(),
  ...(mostOptions === undefined ? {} : { mostOptions }),
})

const refused = ({ code, options, maximum }: PlanRefusal): PlanMessage => ({
  kind: 'failed',
  code,
  detail: `at least ${options} options, at most ${maximum} are possible`,
})

const detailOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? '') : String(error))
