import { Explanation } from '@vertretbar/domain/explanation'
import { BarredAtAuthority, Plan, Uncovered } from '@vertretbar/domain/plan'
import * as z from 'zod'
import { PlanJob } from './plan-job.ts'
import { AssignmentView, ReasonsView, type SeenAssignment, seenAssignments } from './told-assignments.ts'
import { toldHelp } from './told-help.ts'
import { toldNearest } from './told-nearest.ts'
import type { Viewer } from './viewer.ts'

const UncoveredView = z
  .strictObject({
    ...Uncovered.unwrap().omit({ apart: true }).shape,
    /** Of authorities whose people one may not know: how many of those able to are barred, by code. */
    barred: z.array(BarredAtAuthority).readonly(),
  })
  .readonly()
  .meta({ id: 'UncoveredView' })

const PlanView = z
  .strictObject({
    ...Plan.unwrap().shape,
    assignments: z.array(AssignmentView).readonly(),
    uncovered: z.array(UncoveredView).readonly(),
  })
  .readonly()
  .meta({ id: 'PlanView' })

const ExplanationView = z
  .strictObject({ ...Explanation.unwrap().shape, assignments: z.array(ReasonsView).readonly() })
  .readonly()
  .meta({ id: 'ExplanationView' })

/** A plan that was asked for, as far as somebody may see it: who comes to them or is lent by them, and their own needs. */
export const PlanJobView = z
  .strictObject({
    ...PlanJob.unwrap().omit({ askedBy: true }).shape,
    plan: PlanView.optional(),
    explanation: ExplanationView.optional(),
  })
  .readonly()
  .meta({ id: 'PlanJobView' })
export type PlanJobView = z.infer<typeof PlanJobView>

/** A job is told to whoever asked for it, and to coordinators. */
export const mayReadJob = ({ access }: Viewer, { askedBy }: PlanJob): boolean =>
  access.may('plan') || (askedBy !== undefined && askedBy === access.member?.id)

/** A job as it is told to somebody. */
export function planJobView(viewer: Viewer, job: PlanJob): PlanJobView {
  const { askedBy: _, plan, explanation, ...common } = job
  if (plan === undefined) return common
  const seen = seenAssignments(viewer, { plan, explanation })
  return {
    ...common,
    plan: {
      ...plan,
      assignments: seen.map(({ view }) => view),
      uncovered: uncoveredView(viewer, plan),
    },
    ...(explanation !== undefined && { explanation: explanationView(viewer, explanation, seen) }),
  }
}

function uncoveredView(viewer: Viewer, { uncovered }: Plan): z.infer<typeof UncoveredView>[] {
  const { requirements } = viewer.snapshot.region
  const own = new Set(requirements.filter((one) => viewer.access.may('see-gap', { places: [one] })).map(({ id }) => id))
  return uncovered
    .filter(({ requirement }) => own.has(requirement))
    .map(({ apart, ...one }) => ({ ...one, ...toldNearest(viewer, { apart, ...one }) }))
}

const explanationView = (
  viewer: Viewer,
  { help, measures }: Explanation,
  seen: readonly SeenAssignment[],
): z.infer<typeof ExplanationView> => ({
  assignments: seen.flatMap(({ view, reasons }) => (reasons === undefined ? [] : [{ ...reasons, assignment: view }])),
  help: toldHelp(viewer, help),
  measures,
})
