import type { CoverHalfDay, CoverState } from '@vertretbar/domain/cover'
import { isBar, mayCover, type ReasonCode, reasonsAgainst, rulesConcerning } from '@vertretbar/domain/eligibility'
import type { Alternative, AssignmentReasons, LevelChanges } from '@vertretbar/domain/explanation'
import { halfDayOf } from '@vertretbar/domain/half-day'
import { type Assignment, type Levels, levelNames } from '@vertretbar/domain/plan'
import { placeKey } from '@vertretbar/domain/region-index'
import { assignmentsOf, isIn } from './assignments.ts'
import type { Balance } from './fairness.ts'
import { type Solving, solveCover } from './optimise.ts'
import type { Option } from './options.ts'
import type { Asked } from './question.ts'
import { recount } from './recount.ts'

/** A plan over what was asked, and what its fairness is counted from. */
export interface Planned extends Asked {
  readonly chosen: readonly Option[]
  readonly balance: Balance
  /** The state with the whole plan counted as cover. */
  readonly covered: CoverState
}

/** What the plan itself tells of an assignment, without any further search. */
export function reasonsFor(planned: Planned, assignment: Assignment): Omit<AssignmentReasons, 'alternative'> {
  const ours = planned.chosen.filter(isIn([assignment]))
  const shortNotice = ours.filter((option) => option.shortNotice).map(({ halfDay }) => halfDayOf(halfDay))
  const passed = passedBy(planned.covered, ours)
  return {
    assignment,
    passed: shortNotice.length === 0 ? passed : passed.filter((code) => code !== 'short-notice'),
    shortNotice,
    part: partOf(planned, ours),
  }
}

/** Each level less the same without some options; all that these have nothing to do with is the same in both. */
function partOf({ state, chosen, balance }: Planned, ours: readonly Option[]): LevelChanges {
  const served = new Set(ours.flatMap(({ serves }) => serves))
  const people = new Set(ours.map(({ specialist }) => specialist.id))
  const authorities = new Set(ours.flatMap(({ specialist, place }) => [specialist.authority, place.authority]))
  const near = chosen.filter(
    ({ specialist, place, serves }) =>
      people.has(specialist.id) ||
      authorities.has(specialist.authority) ||
      authorities.has(place.authority) ||
      serves.some((need) => served.has(need)),
  )
  const mine = new Set(ours)
  const others = near.filter((option) => !mine.has(option))
  return difference(recount(state, [...served], near, balance), recount(state, [...served], others, balance))
}

/** By how much each level of one plan is above that of another. */
const difference = (one: Levels, other: Levels): LevelChanges => ({
  criticalShortage: one.criticalShortage - other.criticalShortage,
  normalShortage: one.normalShortage - other.normalShortage,
  handOvers: one.handOvers - other.handOvers,
  halfDays: one.halfDays - other.halfDays,
  effort: one.effort - other.effort,
  fairness: one.fairness - other.fairness,
})

/** An option as the rules of cover see it. */
export const coverOf = ({ specialist, place, halfDay, agreement }: Option): CoverHalfDay => ({
  specialist: specialist.id,
  place,
  halfDay,
  agreement,
})

/** The rules that had anything to look at over some options of one person and passed, in the order of the list. */
function passedBy(planned: CoverState, options: readonly Option[]): ReasonCode[] {
  const concerned = options.map((option) => rulesAt(planned, option))
  const passed = new Set(concerned.flat())
  const inOrder = concerned.reduce((longest, one) => (one.length > longest.length ? one : longest), [])
  return [...inOrder, ...[...passed].filter((code) => !inOrder.includes(code))]
}

function rulesAt(planned: CoverState, option: Option): ReasonCode[] {
  const { specialist: candidate, halfDay, serves } = option
  const candidacy = serves.map(({ ref }) => ({ state: planned, candidate, ref, halfDay })).find(mayCover)
  if (candidacy === undefined)
    throw new Error(`${candidate.id} may not cover at ${placeKey(option.place)} on ${halfDayOf(halfDay)}`)
  const waived = reasonsAgainst(candidacy).filter((code) => !isBar(code))
  return rulesConcerning(candidacy).filter((code) => !waived.includes(code))
}

/** The best plan in which the person is not at the place at any half-day of the assignment, and what that costs. */
export async function alternativeTo(planned: Planned, assignment: Assignment, solving: Solving): Promise<Alternative> {
  const { state, open, options, chosen, balance } = planned
  const isBarred = coversSame(assignment)
  const found = await solveCover({ state, open, options: options.filter((option) => !isBarred(option)) }, solving)
  const price = difference(found.levels, recount(state, open, chosen, balance))
  const stays = isIn(assignmentsOf(chosen))
  const halfDays = new Set(assignment.halfDays)
  const instead = found.chosen.filter(
    (option) =>
      placeKey(option.place) === placeKey(assignment) && halfDays.has(halfDayOf(option.halfDay)) && !stays(option),
  )
  // What comes after the first level that differs weighs nothing against it.
  const deciding = levelNames.findIndex((name) => price[name] !== 0)
  const upTo = levelNames.slice(0, deciding === -1 ? levelNames.length : deciding + 1)
  const proven = upTo.every((name, level) => (found.bounds[level] ?? 0) >= found.levels[name])
  return { price, proven, instead: assignmentsOf(instead) }
}

/** Whether an option has the same person at the same place at one of the same half-days, under whatever agreement. */
function coversSame({ specialist, halfDays, ...place }: Assignment): (option: Option) => boolean {
  const same = new Set(halfDays)
  return (option) =>
    option.specialist.id === specialist &&
    placeKey(option.place) === placeKey(place) &&
    same.has(halfDayOf(option.halfDay))
}
