import type { CoverState } from '@vertretbar/domain/cover'
import { requestedInto } from '@vertretbar/domain/cover'
import {
  agreementsFor,
  asksForMoreNotice,
  type Candidacy,
  isCandidate,
  mayCover,
  otherCoverInMonth,
  productsToOpen,
} from '@vertretbar/domain/eligibility'
import type { FoundGap } from '@vertretbar/domain/gap'
import type { HalfDayNumber } from '@vertretbar/domain/half-day'
import { type NeedRef, type Place, placeKey } from '@vertretbar/domain/region-index'
import { effectiveRoles, isCompetent } from '@vertretbar/domain/role'
import type { Specialist } from '@vertretbar/domain/specialist'

/** A need at a half-day that is short of people, requested ones already taken off. */
export interface OpenNeed {
  readonly ref: NeedRef
  readonly halfDay: HalfDayNumber
  readonly missing: number
}

/** Somebody who may cover at a place and half-day, under one agreement (none in-house). */
export interface Option {
  readonly specialist: Specialist
  readonly place: Place
  readonly halfDay: HalfDayNumber
  readonly agreement: string | undefined
  readonly shortNotice: boolean
  /** The open needs that the person's effective roles fit. */
  readonly serves: readonly OpenNeed[]
  /** The products of which one must be opened for the person first; none if the person can log in, or is in-house. */
  readonly opens: readonly string[]
}

/** What is short in a set of gaps and still to be covered, in the order of the gaps. */
export function openNeeds(state: CoverState, gaps: readonly FoundGap[]): OpenNeed[] {
  return gaps.flatMap(({ supply, shortfalls }) => {
    const requested = requestedInto(state, supply.ref)
    return [...shortfalls].map(([halfDay, shortage]) => ({
      ref: supply.ref,
      halfDay,
      missing: Math.max(0, shortage - requested(halfDay)),
    }))
  })
}

/**
 * Everybody who may cover for the open needs from today on, in canonical order: half-day, place, person, agreement.
 * Once there are more than asked for it ends: then there are too many, and how many more is not worth the memory.
 */
export function coverOptions(
  state: CoverState,
  open: readonly OpenNeed[],
  most: number = Number.POSITIVE_INFINITY,
): Option[] {
  const wanted = open.filter(({ halfDay, missing }) => missing > 0 && halfDay >> 1 >= state.today)
  const groups = Map.groupBy(
    wanted,
    ({ ref, halfDay }) => `${String(halfDay).padStart(8, '0')} ${placeKey(ref.requirement)}`,
  )
  const candidates = candidatesByPlace(state)
  const options: Option[] = []
  for (const [, needs] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    options.push(...optionsAt(state, needs, candidates))
    if (options.length > most) break
  }
  return options
}

function optionsAt(state: CoverState, needs: readonly OpenNeed[], candidates: Candidates): Option[] {
  const [first] = needs
  if (first === undefined) return []
  const { authority, area } = first.ref.requirement
  const place = { authority, area }
  return candidates(place)
    .filter((specialist) => needs.some(({ ref }) => isCompetent(specialist, area, ref.need.anyOf)))
    .flatMap((specialist) => optionsOf(state, needs, place, specialist))
}

type Candidates = (place: Place) => readonly Specialist[]

/** Who may be asked at a place at all, by id: colleagues from other posts, and the people of those who ever agreed to. */
function candidatesByPlace({ index }: CoverState): Candidates {
  const { specialists, agreements } = index.region
  const staff = Map.groupBy(specialists, ({ authority }) => authority)
  const givers = new Map<string, Set<string>>()
  for (const { receivers, areas, givers: from } of agreements)
    for (const authority of receivers)
      for (const area of areas) {
        const key = placeKey({ authority, area })
        const known = givers.get(key) ?? new Set()
        givers.set(key, known)
        for (const giver of from) known.add(giver)
      }
  const known = new Map<string, readonly Specialist[]>()
  return (place) => {
    const key = placeKey(place)
    const found =
      known.get(key) ??
      [...new Set([place.authority, ...(givers.get(key) ?? [])])]
        .flatMap((authority) => staff.get(authority) ?? [])
        .filter((specialist) => isCandidate(specialist, place))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    known.set(key, found)
    return found
  }
}

function optionsOf(state: CoverState, needs: readonly OpenNeed[], place: Place, candidate: Specialist): Option[] {
  const candidacies = needs.map(({ ref, halfDay }) => ({ state, candidate, ref, halfDay }))
  const passed = candidacies.find(mayCover)
  if (passed === undefined) return []
  const { halfDay } = passed
  const roles = effectiveRoles(state.index, candidate, place, halfDay >> 1)
  const common = {
    specialist: candidate,
    place,
    halfDay,
    serves: needs.filter(({ ref }) => ref.need.anyOf.some((role) => roles.includes(role))),
  }
  if (candidate.authority === place.authority)
    return [{ ...common, agreement: undefined, shortNotice: false, opens: [] }]
  const opens = productsToOpen(passed)
  return worthNaming(passed).map((agreement) => ({ ...common, ...agreement, opens }))
}

/** The agreements that have room this month; of several without limit one with and one without enough notice will do. */
function worthNaming(candidacy: Candidacy): { agreement: string; shortNotice: boolean }[] {
  const unlimited = new Set<boolean>()
  return [...agreementsFor(candidacy)]
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((agreement) => {
      const shortNotice = asksForMoreNotice(candidacy, agreement)
      const limit = agreement.monthlyHalfDayLimit
      if (limit === undefined && unlimited.has(shortNotice)) return []
      if (limit === undefined) unlimited.add(shortNotice)
      const full = limit !== undefined && otherCoverInMonth(candidacy, agreement.id) + 1 > limit
      return full ? [] : [{ agreement: agreement.id, shortNotice }]
    })
}
