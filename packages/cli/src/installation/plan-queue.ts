import { Worker } from 'node:worker_threads'
import { carryOutPlan } from '@vertretbar/usecases/carry-out-plan'
import type { EnqueuePlan, Planner, Ports } from '@vertretbar/usecases/ports'
import { PlanMessage, type PlanTask, type Waiting } from './plan-messages.ts'

/** Plans on a thread of this process, one after the other. */
export interface PlanQueue {
  readonly enqueue: EnqueuePlan
  /** Ends the thread; a plan under way is lost, and its job stays as it was last told. */
  readonly close: () => Promise<void>
}

/**
 * A queue that carries out plan jobs in the order they come; what goes wrong is told to `report`. The search for the
 * reasons of one plan ends as soon as another is asked for.
 */
export function planQueue(ports: Pick<Ports, 'regions' | 'jobs' | 'now'>, report: (error: unknown) => void): PlanQueue {
  const waiting: Waiting = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const thread = planningThread(waiting)
  let last = Promise.resolve()
  return {
    enqueue: (region, id) => {
      const before = last
      Atomics.add(waiting, 0, 1)
      last = (async () => {
        await before
        Atomics.sub(waiting, 0, 1)
        try {
          await carryOutPlan(ports, thread.planner, { region, id })
        } catch (error) {
          report(error)
        }
      })()
      return Promise.resolve()
    },
    close: thread.close,
  }
}

/** A thread that starts with the first plan and stays warm for the next. */
function planningThread(waiting: Waiting): { readonly planner: Planner; readonly close: () => Promise<void> } {
  let worker: Worker | undefined
  const close = async (): Promise<void> => {
    const ending = worker
    worker = undefined
    await ending?.terminate()
  }
  const ask = async <Answer>(task: PlanTask, hear: Hear<Answer>): Promise<Answer> => {
    worker ??= new Worker(new URL('plan-worker.ts', import.meta.url))
    // A waiting thread must not keep alive a process that has nothing else to do.
    worker.unref()
    try {
      return await askOn(worker, task, hear)
    } catch (error) {
      await close()
      throw error
    }
  }
  const planner: Planner = {
    plan: ({ onProgress, ...task }) =>
      ask({ kind: 'plan', ...task }, (message) => {
        if (message.kind === 'progress') onProgress(message.progress)
        return message.kind === 'plan' ? message.plan : undefined
      }),
    explain: ({ onProgress, ...task }) =>
      ask({ kind: 'explain', waiting, ...task }, (message) => {
        if (message.kind === 'explaining') onProgress(message.progress)
        return message.kind === 'explanation' ? message.explanation : undefined
      }),
  }
  return { planner, close }
}

/** Takes a word of the thread; the answer if it is that. */
type Hear<Answer> = (message: PlanMessage) => Answer | undefined

function askOn<Answer>(worker: Worker, task: PlanTask, hear: Hear<Answer>): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const onMessage = (said: unknown): void => {
    const message = PlanMessage.parse(said)
    const answer = hear(message)
    if (answer !== undefined) resolve(answer)
    else if (message.kind === 'failed')
      reject(new Error(`the planner failed: ${message.code}`, { cause: message.detail }))
  }
  const onExit = (code: number): void => reject(new Error(`the planning thread ended with ${code}`))
  worker.on('message', onMessage).on('error', reject).on('exit', onExit)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window and has no origin.
  worker.postMessage(task)
  return promise.finally(() => worker.off('message', onMessage).off('error', reject).off('exit', onExit))
}
