import { type CoverState, homeSurpluses, monthKey } from '@vertretbar/domain/cover'
import { weekOf } from '@vertretbar/domain/half-day'
import { placeKey } from '@vertretbar/domain/region-index'
import { Milp, type Objective, type Sum } from './milp.ts'
import type { OpenNeed, Option } from './options.ts'

/** An option and its column: 1 if it is assigned. */
export interface Choice {
  readonly option: Option
  readonly x: number
}

/** The rules of cover as rows, and the first four levels as objectives. */
export interface CoverModel {
  readonly milp: Milp
  readonly choices: readonly Choice[]
  readonly levels: readonly Objective[]
}

/** The rules of cover over all options; the plan that assigns nobody always satisfies them. */
export function coverModel(state: CoverState, open: readonly OpenNeed[], options: readonly Option[]): CoverModel {
  const milp = new Milp()
  const choices = options.map((option) => ({ option, x: milp.column(0, 1) }))
  onePlacePerHalfDay(milp, choices)
  homeStaysStaffed(milp, choices, state)
  weeklyLimits(milp, choices, state)
  monthlyLimits(milp, choices, state)
  noConflicts(milp, choices, state)
  return {
    milp,
    choices,
    levels: [...shortages(milp, choices, open), handOvers(milp, choices, state), halfDays(choices)],
  }
}

const ones = (choices: readonly Choice[]): (readonly [number, number])[] => choices.map(({ x }) => [x, 1] as const)

const distinctHalfDays = (choices: readonly Choice[]): number =>
  new Set(choices.map(({ option }) => option.halfDay)).size

const byPersonAndHalfDay = ({ option }: Choice): string => `${option.specialist.id} ${option.halfDay}`

function onePlacePerHalfDay(milp: Milp, choices: readonly Choice[]): void {
  for (const group of Map.groupBy(choices, byPersonAndHalfDay).values())
    if (group.length > 1) milp.atMost(ones(group), 1)
}

/** People lent from one need at one half-day never exceed its surplus. */
function homeStaysStaffed(milp: Milp, choices: readonly Choice[], state: CoverState): void {
  const lenders = new Map<string, { surplus: number; from: Choice[] }>()
  for (const choice of choices) {
    const { specialist, halfDay } = choice.option
    for (const { need, surplus } of homeSurpluses(state, specialist.id, halfDay)) {
      const key = `${need.ref.requirement.id} ${need.ref.position} ${halfDay}`
      const known = lenders.get(key)
      if (known) known.from.push(choice)
      else lenders.set(key, { surplus, from: [choice] })
    }
  }
  for (const { surplus, from } of lenders.values())
    if (new Set(from.map(({ option }) => option.specialist.id)).size > surplus) milp.atMost(ones(from), surplus)
}

const byPersonAndWeek = ({ option }: Choice): string => `${option.specialist.id} ${weekOf(option.halfDay >> 1)}`

function weeklyLimits(milp: Milp, choices: readonly Choice[], state: CoverState): void {
  for (const group of Map.groupBy(choices, byPersonAndWeek).values()) {
    const room = roomInWeek(state, group)
    if (distinctHalfDays(group) > room) milp.atMost(ones(group), room)
  }
}

/** The half-days a person may still cover in the week of their choices. */
function roomInWeek(state: CoverState, [first]: readonly Choice[]): number {
  if (first === undefined) return 0
  const { specialist, halfDay } = first.option
  const limit = specialist.coverLimitHalfDaysPerWeek ?? Number.POSITIVE_INFINITY
  const week = weekOf(halfDay >> 1)
  return limit - state.coverOf(specialist.id).filter((cover) => weekOf(cover.halfDay >> 1) === week).length
}

function monthlyLimits(milp: Milp, choices: readonly Choice[], state: CoverState): void {
  const limits = new Map(state.index.region.agreements.map(({ id, monthlyHalfDayLimit }) => [id, monthlyHalfDayLimit]))
  const limited = choices.filter(
    ({ option }) => option.agreement !== undefined && limits.get(option.agreement) !== undefined,
  )
  const groups = Map.groupBy(limited, ({ option }) =>
    monthKey(option.agreement ?? '', option.specialist.authority, option.halfDay),
  )
  for (const [key, group] of groups) {
    const room = (limits.get(group[0]?.option.agreement ?? '') ?? 0) - state.coverInMonth(key).length
    if (group.length > room) milp.atMost(ones(group), room)
  }
}

/** Nobody serves conflicting areas of one authority within the look-back. */
function noConflicts(milp: Milp, choices: readonly Choice[], state: CoverState): void {
  const groups = Map.groupBy(choices, ({ option }) => `${option.specialist.id} ${option.place.authority}`)
  for (const group of groups.values()) {
    const days = [...Map.groupBy(group, ({ option }) => `${option.place.area} ${option.halfDay}`).values()]
    days.forEach((one, position) => {
      for (const other of days.slice(position + 1))
        if (clash(state, one[0], other[0])) milp.atMost(ones([...one, ...other]), 1)
    })
  }
}

function clash(state: CoverState, one: Choice | undefined, other: Choice | undefined): boolean {
  if (one === undefined || other === undefined) return false
  const lookBack = state.index.conflictsOf(one.option.place.area).get(other.option.place.area)
  return lookBack !== undefined && Math.abs((one.option.halfDay >> 1) - (other.option.halfDay >> 1)) <= lookBack
}

/** Levels 1 and 2: what is left of the shortage of critical needs, and of normal ones. */
function shortages(milp: Milp, choices: readonly Choice[], open: readonly OpenNeed[]): Objective[] {
  const serving = new Map<OpenNeed, Choice[]>()
  for (const choice of choices)
    for (const need of choice.option.serves) {
      const known = serving.get(need)
      if (known) known.push(choice)
      else serving.set(need, [choice])
    }
  return (['critical', 'normal'] as const).map((criticality) => {
    const parts = open
      .filter(({ ref }) => ref.requirement.criticality === criticality)
      .map((need) => shortageLeft(milp, need, serving.get(need) ?? []))
    return {
      relaxation: 'tight',
      constant: parts.reduce((sum, { constant }) => sum + constant, 0),
      terms: parts.flatMap(({ terms }) => terms),
    }
  })
}

function shortageLeft(milp: Milp, { ref, missing }: OpenNeed, serving: readonly Choice[]): Sum {
  if (serving.length === 0) return { constant: missing, terms: [] }
  if (ref.need.indivisible && missing > 1) {
    const met = milp.column(0, 1)
    milp.atLeast([...ones(serving), [met, -missing]], 0)
    return { constant: missing, terms: [[met, -missing]] }
  }
  const left = milp.column(0, missing, () => missing)
  milp.atLeast([...ones(serving), [left, 1]], missing)
  return { constant: 0, terms: [[left, 1]] }
}

/**
 * Level 3: the weeks in which somebody begins at a place, unless a live booking has them there that week already. The
 * row over the whole week, against what the person may cover in it, is what makes the relaxation tight.
 */
function handOvers(milp: Milp, choices: readonly Choice[], state: CoverState): Objective {
  const groups = Map.groupBy(choices, (choice) => `${byPersonAndWeek(choice)} ${placeKey(choice.option.place)}`)
  const fresh = [...groups.values()].filter((group) => !bookedInWeek(state, group))
  const columns = fresh.map((group) => {
    const handOver = milp.column(0, 1)
    milp.atMost([...ones(group), [handOver, -Math.min(roomInWeek(state, group), distinctHalfDays(group))]], 0)
    const halfDaysOfGroup = Map.groupBy(group, ({ option }) => option.halfDay)
    if (halfDaysOfGroup.size > 1)
      for (const same of halfDaysOfGroup.values()) milp.atMost([...ones(same), [handOver, -1]], 0)
    return handOver
  })
  return { constant: 0, terms: columns.map((column) => [column, 1]), relaxation: 'tight' }
}

function bookedInWeek(state: CoverState, [first]: readonly Choice[]): boolean {
  if (first === undefined) return false
  const { specialist, place, halfDay } = first.option
  return state
    .coverOf(specialist.id)
    .some((cover) => placeKey(cover.place) === placeKey(place) && weekOf(cover.halfDay >> 1) === weekOf(halfDay >> 1))
}

/** Level 4: the assigned half-days. */
const halfDays = (choices: readonly Choice[]): Objective => ({ constant: 0, terms: ones(choices), relaxation: 'tight' })
