import type { Explanation } from '@vertretbar/domain/explanation'
import type { Assignment, Plan } from '@vertretbar/domain/plan'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import type { PlanOptions } from '@vertretbar/planner/plan'
import type { PlanRefusal } from '@vertretbar/planner/question'
import type { Command, Surroundings } from './command.ts'
import type { Call } from './command-line.ts'
import { explanationView } from './explanation-view.ts'
import { openView } from './open-view.ts'
import { assignmentView, uncoveredView } from './plan-view.ts'
import { proofText } from './proof-text.ts'
import { readPlan } from './read-plan.ts'
import { periodLine, type View } from './view.ts'

/** The best cover for the gaps of a region file, with its proof and, if wanted, its reasons. */
export const plan: Command = async (call, surroundings) => {
  const opened = await openView(call, surroundings)
  if (!opened.ok) return opened
  const before = call.before === undefined ? accept([]) : await readPlan(call.before)
  if (!before.ok) return before
  const view = opened.value
  const planned = await computePlan(view, { ...call, before: before.value }, surroundings)
  if (!planned.ok) return planned
  const found = planned.value
  const explained = call.explain ? await explain(view, found, call, surroundings) : accept(undefined)
  if (!explained.ok) return explained
  const explanation = explained.value
  return accept({
    data: explanation === undefined ? found : { ...found, explanation },
    text: async () =>
      [
        periodLine(view),
        await assignmentView(found, view),
        await uncoveredView(found, view),
        ...(explanation === undefined ? [] : [explanationView(explanation, view)]),
        proofText(found, view.texts, view.language),
      ].join('\n\n'),
  })
}

type Limits = Pick<Call, 'timeLimitSeconds' | 'skipStructural'>

/** The plan of a view, or why there is none; the solver is loaded only when it is needed. */
export async function computePlan(
  view: View,
  limits: Limits & { readonly before: readonly Assignment[] },
  surroundings: Surroundings,
): Promise<Result<Plan, readonly PlanRefusal[]>> {
  const { progress, texts } = surroundings
  const { planOrRefuse } = await import('@vertretbar/planner/plan')
  const planned = await planOrRefuse(view.index, {
    ...questionOf(view, limits, surroundings),
    before: limits.before,
    onProgress: (at) => progress.at(texts.planning(at)),
  })
  return planned.ok ? planned : refuse([planned.refusal])
}

/** The reasons of a plan; they may take as long again as the plan itself. */
async function explain(
  view: View,
  found: Plan,
  limits: Limits,
  surroundings: Surroundings,
): Promise<Result<Explanation, readonly PlanRefusal[]>> {
  const { progress, texts } = surroundings
  const { explainPlan } = await import('@vertretbar/planner/explain')
  const explained = await explainPlan(view.index, found, {
    ...questionOf(view, limits, surroundings),
    onProgress: ({ done, total }) => progress.at(texts.explaining(done, total)),
  })
  return explained.ok ? explained : refuse([explained.refusal])
}

const questionOf = (
  { horizon }: View,
  { timeLimitSeconds, skipStructural }: Limits,
  { now }: Surroundings,
): Omit<PlanOptions, 'before' | 'onProgress'> => ({ ...horizon, timeLimitSeconds, skipStructural, now })
