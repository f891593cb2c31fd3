import type { Speech } from '../../words/catalogue.ts'
import type { Gap } from '../gap-key.ts'
import { outcomeOf, type PlanEffect } from '../plan-effect.ts'
import type { Need } from '../summary.ts'

/** What is known to be missing: one's own gaps, and where else cover is needed. */
interface Missing {
  readonly gaps: readonly Gap[]
  readonly needs: readonly Pick<Need, 'authority' | 'area'>[]
}

/** What the plan closes, eases and leaves of one's own gaps, or else whom it helps, in words. */
export function resultText(effect: PlanEffect, { gaps, needs }: Missing, words: Speech['words']): string {
  const outcomes = gaps.flatMap((gap) => outcomeOf(gap, effect) ?? [])
  const { assignments, uncovered } = effect.plan
  if (outcomes.length === 0) {
    if (assignments.length + uncovered.length === 0) return words.planNothingToClose
    const isNeeded = (one: Pick<Need, 'authority' | 'area'>): boolean =>
      needs.some(({ authority, area }) => authority === one.authority && area === one.area)
    const helped = new Set(assignments.filter(isNeeded).map(({ authority }) => authority)).size
    return helped > 0 ? words.planHelps(helped) : words.planGapsGone
  }
  return [
    ...closedTexts(outcomes, words),
    ...(uncovered.length === 0 ? [] : [words.planLeaves(uncovered.length)]),
  ].join(' ')
}

function closedTexts(outcomes: readonly { readonly kind: string }[], words: Speech['words']): string[] {
  const kinds = Map.groupBy(outcomes, ({ kind }) => kind)
  const [closed, eased] = [kinds.get('closed')?.length ?? 0, kinds.get('eased')?.length ?? 0]
  return [
    closed === outcomes.length ? words.planClosesAll(outcomes.length) : words.planCloses(closed, outcomes.length),
    ...(eased === 0 ? [] : [words.planEases(eased)]),
  ]
}

/** Whom the plan needs, and for how long, in words. */
export function usesText({ plan }: PlanEffect, words: Speech['words']): string {
  const people = new Set(plan.assignments.map(({ specialist }) => specialist)).size
  const halfDays = plan.assignments.reduce((sum, one) => sum + one.halfDays.length, 0)
  return people === 0 ? words.planUsesNobody : words.planUses(people, halfDays)
}
