import type { CoverHalfDay, CoverState } from '@vertretbar/domain/cover'
import { dateOf, weekOf } from '@vertretbar/domain/half-day'
import type { Levels } from '@vertretbar/domain/plan'
import { placeKey } from '@vertretbar/domain/region-index'
import { add, type Balance } from './fairness.ts'
import type { OpenNeed, Option } from './options.ts'

/** An open need and what a plan leaves of its shortage. */
export interface Remainder {
  readonly open: OpenNeed
  readonly left: number
}

/** What a plan leaves uncovered; an indivisible need keeps its whole shortage unless met. */
export const remainders = (open: readonly OpenNeed[], chosen: readonly Option[]): Remainder[] => {
  const serving = new Map<OpenNeed, number>()
  for (const { serves } of chosen) for (const need of serves) serving.set(need, (serving.get(need) ?? 0) + 1)
  return open.map((need) => {
    const people = serving.get(need) ?? 0
    const missing = Math.max(0, need.missing - people)
    return { open: need, left: need.ref.need.indivisible && missing > 0 ? need.missing : missing }
  })
}

/** The levels counted again from the assignments alone, without the programme that found them. */
export function recount(
  state: CoverState,
  open: readonly OpenNeed[],
  chosen: readonly Option[],
  balance: Balance,
): Levels {
  const rest = remainders(open, chosen)
  const left = (criticality: 'critical' | 'normal'): number =>
    sum(rest.filter((one) => one.open.ref.requirement.criticality === criticality).map((one) => one.left))
  return {
    criticalShortage: left('critical'),
    normalShortage: left('normal'),
    handOvers: handOvers(state, chosen),
    halfDays: chosen.length,
    effort:
      2 * accessesToOpen(chosen) + stretches(state, chosen) + chosen.filter(({ shortNotice }) => shortNotice).length,
    fairness: fairness(chosen, balance),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const weekAt = (place: { authority: string; area: string }, halfDay: number): string =>
  `${placeKey(place)} ${weekOf(halfDay >> 1)}`

function handOvers(state: CoverState, chosen: readonly Option[]): number {
  const fresh = chosen.filter(
    ({ specialist, place, halfDay }) =>
      !state
        .coverOf(specialist.id)
        .some((cover: CoverHalfDay) => weekAt(cover.place, cover.halfDay) === weekAt(place, halfDay)),
  )
  return new Set(fresh.map(({ specialist, place, halfDay }) => `${specialist.id} ${weekAt(place, halfDay)}`)).size
}

/** The fewest products per person and authority such that each half-day finds one of those it may be opened with. */
function accessesToOpen(chosen: readonly Option[]): number {
  const groups = Map.groupBy(
    chosen.filter(({ opens }) => opens.length > 0),
    ({ specialist, place }) => `${specialist.id} ${place.authority}`,
  )
  return sum([...groups.values()].map((group) => smallestHittingSet(group.map(({ opens }) => opens))))
}

function smallestHittingSet(sets: readonly (readonly string[])[]): number {
  const [first, ...others] = sets
  if (first === undefined) return 0
  return 1 + Math.min(...first.map((product) => smallestHittingSet(others.filter((set) => !set.includes(product)))))
}

function stretches(state: CoverState, chosen: readonly Option[]): number {
  const taken = new Set(
    chosen.map(({ specialist, place, halfDay }) => `${specialist.id} ${placeKey(place)} ${halfDay}`),
  )
  return chosen.filter(({ specialist, place, halfDay }) => {
    const before = state.index.calendar(place.authority).previousWorkingHalfDay(halfDay)
    return !taken.has(`${specialist.id} ${placeKey(place)} ${before}`)
  }).length
}

function fairness(chosen: readonly Option[], balance: Balance): number {
  const net = new Map(balance.net)
  const cover = new Map(balance.cover)
  for (const { specialist, place } of chosen) {
    add(cover, specialist.id, 1)
    if (specialist.authority === place.authority) continue
    add(net, specialist.authority, 1)
    add(net, place.authority, -1)
  }
  return sum([...net.values(), ...cover.values()].map((number) => number * number))
}

/** Whether a half-day lies in one of the calendar years that a span of days touches. */
export const inYearsOf = (first: number, last: number): ((halfDay: string) => boolean) => {
  const [from, to] = [dateOf(first).slice(0, 4), dateOf(last).slice(0, 4)]
  return (halfDay) => from <= halfDay.slice(0, 4) && halfDay.slice(0, 4) <= to
}
