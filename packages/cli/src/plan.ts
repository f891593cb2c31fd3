import type { Plan } from '@vertretbar/domain/plan'
import { accept } from '@vertretbar/domain/result'
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
  const found = await computePlan(view, call, surroundings)
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

/** The plan of a view; the solver is loaded only when it is needed. */
export async function computePlan(
  { index, horizon }: View,
  { timeLimitSeconds, skipStructural }: Pick<Call, 'timeLimitSeconds' | 'skipStructural'>,
  { now, progress, texts }: Surroundings,
): Promise<Plan> {
  const { planCover } = await import('@vertretbar/planner/plan')
  return planCover(index, {
    ...horizon,
    timeLimitSeconds,
    skipStructural,
    now,
    onProgress: (at) => progress.at(texts.planning(at)),
  })
}
