import { Deadline } from '@vertretbar/planner/deadline'
import type { CoverProblem } from '@vertretbar/planner/problem'
import type { Generated } from '../../generate/region.ts'
import { questionOf } from '../../planner/question.ts'

/** A problem of cover, and the milliseconds from the region in memory to it. */
export function asked(generated: Generated): { readonly problem: CoverProblem; readonly preparing: number } {
  const start = performance.now()
  const { problem } = questionOf(generated)
  return { problem, preparing: performance.now() - start }
}

/** A deadline of the real clock. */
export function deadlineIn(seconds: number): Deadline {
  const stop = { now: () => performance.now() }
  return new Deadline(stop, stop.now() + 1000 * seconds)
}
