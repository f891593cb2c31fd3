import type { PlanJobView } from '@vertretbar/api/contract'
import type { Explanation } from '@vertretbar/domain/explanation'
import type { Assignment, Plan } from '@vertretbar/domain/plan'
import { keyOfUnnamed } from './unnamed.ts'

type PlanView = NonNullable<PlanJobView['plan']>
type ExplanationView = NonNullable<PlanJobView['explanation']>

/** A half-day of a need that a plan leaves short, who of one's own came nearest, and what bars how many of others. */
export type Uncovered = PlanView['uncovered'][number]

/** A plan in which everybody goes by a key: their id, or one that is made of what is told of them. */
export interface ToldPlan extends Omit<Plan, 'uncovered'> {
  readonly uncovered: readonly Uncovered[]
}

/** A job as the page works with it. */
export interface PlanJob extends Omit<PlanJobView, 'plan' | 'explanation'> {
  readonly plan?: ToldPlan | undefined
  /** With the same keys. */
  readonly explanation?: Explanation | undefined
}

/** A job in which people without names have keys in the place of ids. */
export function withKeys({ plan, explanation, ...job }: PlanJobView): PlanJob {
  return {
    ...job,
    ...(plan && { plan: { ...plan, assignments: plan.assignments.map((one) => keyed(one, 'plan')) } }),
    ...(explanation && { explanation: explanationOf(explanation) }),
  }
}

const explanationOf = ({ assignments, ...others }: ExplanationView): Explanation => ({
  ...others,
  assignments: assignments.map(({ assignment, alternative, ...reasons }) => ({
    ...reasons,
    assignment: keyed(assignment, 'plan'),
    ...(alternative && {
      // Whoever would come instead is counted anew: person 1 here is not the person 1 of the plan.
      alternative: { ...alternative, instead: alternative.instead.map((one) => keyed(one, 'instead')) },
    }),
  })),
})

function keyed(one: PlanView['assignments'][number], where: 'plan' | 'instead'): Assignment {
  if ('specialist' in one) return one
  const { who, ...cover } = one
  return { ...cover, specialist: keyOfUnnamed({ ...who, where }) }
}
