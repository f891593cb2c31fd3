import type { Plan } from '@vertretbar/domain/plan'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import type { PlanRefusal } from '@vertretbar/planner/question'
import type { Command, Surroundings } from './command.ts'
import type { Call } from './command-line.ts'
import { openView } from './open-view.ts'
import { assignmentView, uncoveredView } from './plan-view.ts'
import { proofText } from './proof-text.ts'
import { periodLine, type View } from './view.ts'

/** The best cover for the gaps of a region file, with its proof. */
export const plan: Command = async (call, surroundings) => {
  const opened = await openView(call, surroundings)
  if (!opened.ok) return opened
  const view = opened.value
  const planned = await computePlan(view, call, surroundings)
  if (!planned.ok) return planned
  const found = planned.value
  return accept({
    data: found,
    text: async () =>
      [
        periodLine(view),
        await assignmentView(found, view),
        await uncoveredView(found, view),
        proofText(found, view.texts, view.language),
      ].join('\n\n'),
  })
}

/** The plan of a view, or why there is none; the solver is loaded only when it is needed. */
export async function computePlan(
  { index, horizon }: View,
  { timeLimitSeconds, skipStructural }: Pick<Call, 'timeLimitSeconds' | 'skipStructural'>,
  { now, progress, texts }: Surroundings,
): Promise<Result<Plan, readonly PlanRefusal[]>> {
  const { planOrRefuse } = await import('@vertretbar/planner/plan')
  const planned = await planOrRefuse(index, {
    ...horizon,
    timeLimitSeconds,
    skipStructural,
    now,
    onProgress: (at) => progress.at(texts.planning(at)),
  })
  return planned.ok ? planned : refuse([planned.refusal])
}
