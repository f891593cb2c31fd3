import type { AssignmentReasons, Explanation } from '@vertretbar/domain/explanation'
import type { Assignment } from '@vertretbar/domain/plan'
import { type Gap, needKey } from './gap-key.ts'
import type { PlanJob, ToldPlan, Uncovered } from './told-plan.ts'

/** What a plan would change, and why it is as it is as far as that is known. */
export interface PlanEffect {
  readonly plan: ToldPlan
  readonly explanation: Explanation | undefined
  /** Whether the explanation is on its way. */
  readonly isExplaining: boolean
  /** Whether the plan looked at this day. */
  readonly reaches: (halfDay: string) => boolean
  /** What a need would still lack at a half-day; nothing if it would be staffed. */
  readonly left: (
    need: { readonly requirement: string; readonly need: number },
    halfDay: string,
  ) => Uncovered | undefined
}

/** The effect of a job that has its plan; nothing before. */
export function effectOf(job: PlanJob | undefined): PlanEffect | undefined {
  if (job?.plan === undefined) return undefined
  const { plan, request, explanation, state } = job
  const left = new Map(plan.uncovered.map((one) => [`${needKey(one)} ${one.halfDay}`, one]))
  return {
    plan,
    explanation,
    isExplaining: state === 'explaining',
    reaches: (halfDay) => request.from <= halfDay.slice(0, 10) && halfDay.slice(0, 10) <= request.to,
    left: (need, halfDay) => left.get(`${needKey(need)} ${halfDay}`),
  }
}

/** Somebody who helps at a gap, with the half-days that count for it, and why they are planned. */
export interface Helper extends Assignment {
  readonly reasons: AssignmentReasons | undefined
}

/** How a gap comes out of the plan. */
export interface GapOutcome {
  readonly kind: 'closed' | 'eased' | 'open'
  readonly helpers: readonly Helper[]
  readonly left: readonly Uncovered[]
}

/**
 * How a gap comes out of the plan; nothing if the plan did not look at it.
 *
 * A plan sends people to a place, not to a need: somebody counts for this one only where it has become smaller.
 */
export function outcomeOf(gap: Gap, { plan, explanation, reaches, left }: PlanEffect): GapOutcome | undefined {
  if (!gap.halfDays.every(({ halfDay }) => reaches(halfDay))) return undefined
  const remaining = gap.halfDays.flatMap(({ halfDay }) => left(gap, halfDay) ?? [])
  const eased = new Set(
    gap.halfDays
      .filter(({ halfDay, shortage }) => (left(gap, halfDay)?.shortage ?? 0) < shortage)
      .map(({ halfDay }) => halfDay),
  )
  const helpers = plan.assignments
    .map((one, position) => ({ ...one, reasons: explanation?.assignments[position] }))
    .filter(({ authority, area }) => authority === gap.authority && area === gap.area)
    .map((one) => ({ ...one, halfDays: one.halfDays.filter((halfDay) => eased.has(halfDay)) }))
    .filter(({ halfDays }) => halfDays.length > 0)
  return { kind: remaining.length === 0 ? 'closed' : eased.size > 0 ? 'eased' : 'open', helpers, left: remaining }
}
