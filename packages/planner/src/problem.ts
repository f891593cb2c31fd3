import { type CoverState, homeSurpluses, monthKey } from '@vertretbar/domain/cover'
import { weekOf } from '@vertretbar/domain/half-day'
import { placeKey } from '@vertretbar/domain/region-index'
import type { OpenNeed, Option } from './options.ts'
import { tightest } from './tightest.ts'

/** At most so many of some options can be assigned; options are told by their number. */
export interface Limit {
  readonly options: readonly number[]
  readonly most: number
}

/** A need that somebody could cover, the people it misses, and the options that serve it. */
export interface ServedNeed {
  /** The same for one need of a requirement over one ISO week. */
  readonly week: string
  readonly criticality: 'critical' | 'normal'
  readonly missing: number
  /** Worth nothing unless met whole. */
  readonly whole: boolean
  readonly options: readonly number[]
}

/** The options of one person at one place in one week, by half-day: any of them costs one hand-over. */
export interface HandOver {
  readonly halfDays: readonly (readonly number[])[]
  /** The half-days that the person may cover in that week. */
  readonly most: number
}

/** The rules of cover and the first four levels over some options: whom to assign where, in plain numbers. */
export interface CoverProblem {
  readonly options: readonly Option[]
  readonly limits: readonly Limit[]
  readonly needs: readonly ServedNeed[]
  readonly handOvers: readonly HandOver[]
  /** Shortage that no option serves. */
  readonly lost: Readonly<Record<ServedNeed['criticality'], number>>
}

/** The rules of cover over all options; to assign nobody always satisfies them. Limits that cannot bind are left out. */
export function coverProblem(state: CoverState, open: readonly OpenNeed[], options: readonly Option[]): CoverProblem {
  const all: Numbered[] = options.map((option, number) => ({ option, number }))
  return {
    options,
    limits: [
      ...onePlacePerHalfDay(all),
      ...homeStaysStaffed(all, state),
      ...weeklyLimits(all, state),
      ...monthlyLimits(all, state),
      ...noConflicts(all, state),
    ],
    ...shortages(all, open),
    handOvers: handOvers(all, state),
  }
}

interface Numbered {
  readonly option: Option
  readonly number: number
}

const numbers = (group: readonly Numbered[]): number[] => group.map(({ number }) => number)

const distinctHalfDays = (group: readonly Numbered[]): number => new Set(group.map(({ option }) => option.halfDay)).size

const byPersonAndHalfDay = ({ option }: Numbered): string => `${option.specialist.id} ${option.halfDay}`

const onePlacePerHalfDay = (all: readonly Numbered[]): Limit[] =>
  [...Map.groupBy(all, byPersonAndHalfDay).values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ options: numbers(group), most: 1 }))

/** People lent from one need at one half-day never exceed its surplus. */
function homeStaysStaffed(all: readonly Numbered[], state: CoverState): Limit[] {
  const lenders = new Map<string, { surplus: number; people: number; options: number[] }>()
  for (const group of Map.groupBy(all, byPersonAndHalfDay).values()) {
    const [first] = group
    if (first === undefined) continue
    const { specialist, halfDay } = first.option
    for (const { need, surplus } of homeSurpluses(state, specialist.id, halfDay)) {
      const key = `${need.ref.requirement.id} ${need.ref.position} ${halfDay}`
      const known = lenders.get(key) ?? { surplus, people: 0, options: [] }
      known.people += 1
      known.options.push(...numbers(group))
      lenders.set(key, known)
    }
  }
  const limits = [...lenders.values()].map(({ options, surplus, people }) => ({ options, most: surplus, people }))
  return tightest(limits.filter(({ people, most }) => people > most))
}

const byPersonAndWeek = ({ option }: Numbered): string => `${option.specialist.id} ${weekOf(option.halfDay >> 1)}`

const weeklyLimits = (all: readonly Numbered[], state: CoverState): Limit[] =>
  [...Map.groupBy(all, byPersonAndWeek).values()]
    .map((group) => ({ group, most: roomInWeek(state, group) }))
    .filter(({ group, most }) => distinctHalfDays(group) > most)
    .map(({ group, most }) => ({ options: numbers(group), most }))

/** The half-days a person may still cover in the week of their options. */
function roomInWeek(state: CoverState, [first]: readonly Numbered[]): number {
  if (first === undefined) return 0
  const { specialist, halfDay } = first.option
  const limit = specialist.coverLimitHalfDaysPerWeek ?? Number.POSITIVE_INFINITY
  const week = weekOf(halfDay >> 1)
  return limit - state.coverOf(specialist.id).filter((cover) => weekOf(cover.halfDay >> 1) === week).length
}

function monthlyLimits(all: readonly Numbered[], state: CoverState): Limit[] {
  const limits = new Map(state.index.region.agreements.map(({ id, monthlyHalfDayLimit }) => [id, monthlyHalfDayLimit]))
  const limited = all.filter(
    ({ option }) => option.agreement !== undefined && limits.get(option.agreement) !== undefined,
  )
  const groups = Map.groupBy(limited, ({ option }) =>
    monthKey(option.agreement ?? '', option.specialist.authority, option.halfDay),
  )
  return [...groups]
    .map(([key, group]) => ({
      group,
      most: (limits.get(group[0]?.option.agreement ?? '') ?? 0) - state.coverInMonth(key).length,
    }))
    .filter(({ group, most }) => new Set(group.map(byPersonAndHalfDay)).size > most)
    .map(({ group, most }) => ({ options: numbers(group), most }))
}

/** Nobody serves conflicting areas of one authority within the look-back. */
function noConflicts(all: readonly Numbered[], state: CoverState): Limit[] {
  const groups = Map.groupBy(all, ({ option }) => `${option.specialist.id} ${option.place.authority}`)
  return [...groups.values()].flatMap((group) => {
    const areas = [...Map.groupBy(group, ({ option }) => option.place.area)]
    return areas.flatMap(([area, ones], position) =>
      areas.slice(position + 1).flatMap(([otherArea, others]) => {
        const lookBack = state.index.conflictsOf(area).get(otherArea)
        return lookBack === undefined ? [] : clashes(ones, others, lookBack)
      }),
    )
  })
}

const byHalfDay = ({ option }: Numbered): number => option.halfDay

function clashes(ones: readonly Numbered[], others: readonly Numbered[], lookBack: number): Limit[] {
  const otherDays = [...Map.groupBy(others, byHalfDay)]
  return [...Map.groupBy(ones, byHalfDay)].flatMap(([halfDay, group]) =>
    otherDays
      // At one and the same half-day nobody is at two places anyway.
      .filter(([other]) => other !== halfDay && Math.abs((halfDay >> 1) - (other >> 1)) <= lookBack)
      .map(([, other]) => ({ options: numbers([...group, ...other]), most: 1 })),
  )
}

/** Levels 1 and 2: what is left of the shortage of critical needs, and of normal ones. */
function shortages(all: readonly Numbered[], open: readonly OpenNeed[]): Pick<CoverProblem, 'needs' | 'lost'> {
  const serving = new Map<OpenNeed, number[]>()
  for (const { option, number } of all)
    for (const need of option.serves) {
      const known = serving.get(need)
      if (known) known.push(number)
      else serving.set(need, [number])
    }
  const lost = { critical: 0, normal: 0 }
  const needs: ServedNeed[] = []
  for (const need of open) {
    const { criticality } = need.ref.requirement
    const options = serving.get(need)
    if (options === undefined) lost[criticality] += need.missing
    else {
      const whole = need.ref.need.indivisible === true && need.missing > 1
      const week = `${need.ref.requirement.id} ${need.ref.position} ${weekOf(need.halfDay >> 1)}`
      needs.push({ week, criticality, missing: need.missing, whole, options })
    }
  }
  return { needs, lost }
}

/** Level 3: the weeks in which somebody begins at a place, unless a live booking has them there that week already. */
const handOvers = (all: readonly Numbered[], state: CoverState): HandOver[] =>
  [...Map.groupBy(all, (one) => `${byPersonAndWeek(one)} ${placeKey(one.option.place)}`).values()]
    .filter((group) => !bookedInWeek(state, group))
    .map((group) => ({
      halfDays: [...Map.groupBy(group, byHalfDay).values()].map(numbers),
      most: Math.min(roomInWeek(state, group), distinctHalfDays(group)),
    }))

function bookedInWeek(state: CoverState, [first]: readonly Numbered[]): boolean {
  if (first === undefined) return false
  const { specialist, place, halfDay } = first.option
  return state
    .coverOf(specialist.id)
    .some((cover) => placeKey(cover.place) === placeKey(place) && weekOf(cover.halfDay >> 1) === weekOf(halfDay >> 1))
}
