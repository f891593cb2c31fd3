import { Worker } from 'node:worker_threads'
import type { Plan } from '@vertretbar/domain/plan'
import { carryOutPlan } from '@vertretbar/usecases/plan-job'
import type { ComputePlan, EnqueuePlan, Ports } from '@vertretbar/usecases/ports'
import { PlanMessage, type PlanTask } from './plan-messages.ts'

/** Plans on a thread of this process, one after the other. */
export interface PlanQueue {
  readonly enqueue: EnqueuePlan
  /** Ends the thread; a plan under way is lost, and its job stays as it was last told. */
  readonly close: () => Promise<void>
}

/** A queue that carries out plan jobs in the order they come; what goes wrong is told to `report`. */
export function planQueue(ports: Pick<Ports, 'regions' | 'jobs' | 'now'>, report: (error: unknown) => void): PlanQueue {
  const thread = planningThread()
  let last = Promise.resolve()
  return {
    enqueue: (region, id) => {
      const before = last
      last = (async () => {
        await before
        try {
          await carryOutPlan(ports, thread.compute, { region, id })
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
function planningThread(): { readonly compute: ComputePlan; readonly close: () => Promise<void> } {
  let worker: Worker | undefined
  const close = async (): Promise<void> => {
    const ending = worker
    worker = undefined
    await ending?.terminate()
  }
  const compute: ComputePlan = async ({ region, request, onProgress }) => {
    worker ??= new Worker(new URL('plan-worker.ts', import.meta.url))
    // A waiting thread must not keep alive a process that has nothing else to do.
    worker.unref()
    try {
      return await planOn(worker, { region, request }, onProgress)
    } catch (error) {
      await close()
      throw error
    }
  }
  return { compute, close }
}

function planOn(worker: Worker, task: PlanTask, onProgress: Parameters<ComputePlan>[0]['onProgress']): Promise<Plan> {
  const { promise, resolve, reject } = Promise.withResolvers<Plan>()
  const onMessage = (said: unknown): void => {
    const message = PlanMessage.parse(said)
    if (message.kind === 'progress') onProgress(message.progress)
    else if (message.kind === 'plan') resolve(message.plan)
    else reject(new Error(`the planner failed: ${message.code}`, { cause: message.detail }))
  }
  const onExit = (code: number): void => reject(new Error(`the planning thread ended with ${code}`))
  worker.on('message', onMessage).on('error', reject).on('exit', onExit)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window and has no origin.
  worker.postMessage(task)
  return promise.finally(() => worker.off('message', onMessage).off('error', reject).off('exit', onExit))
}
