import { absenceRange, isEmployed, patternHalves } from '@vertretbar/domain/availability'
import type { CoverState } from '@vertretbar/domain/cover'
import { agreementsFor, isCandidate, mayCover, onlyBar, type ReasonCode } from '@vertretbar/domain/eligibility'
import { dayOf, halfDayOf } from '@vertretbar/domain/half-day'
import { holds } from '@vertretbar/domain/half-day-set'
import { type Measure, movedBy } from '@vertretbar/domain/measure'
import { competencesIn, effectiveRoles, isCompetent, rolesKnowingSoftware } from '@vertretbar/domain/role'
import type { Absence, Specialist } from '@vertretbar/domain/specialist'
import type { Deadline } from './deadline.ts'
import { raised } from './raised-limits.ts'
import type { Remainder } from './recount.ts'

/**
 * The single changes that may let more be covered: each takes away the one thing that bars somebody from an open need,
 * or a limit that a plan may run into. Those that most often concern what stays short come first. Once time is up, those
 * found so far.
 */
export async function measuresFor(
  state: CoverState,
  needs: readonly Remainder[],
  deadline: Deadline,
): Promise<{ readonly measures: readonly Measure[]; readonly complete: boolean }> {
  const lacks: Lack[] = []
  let complete = true
  // What stays short first: the others only set people free.
  for (const { open, left } of needs.toSorted((a, b) => Math.sign(b.left) - Math.sign(a.left))) {
    if (deadline.isOver()) {
      complete = false
      break
    }
    for (const person of state.index.region.specialists) {
      if (!isCompetent(person, open.ref.requirement.area, open.ref.need.anyOf)) continue
      const pair = { state, person, open, left }
      lacks.push(
        ...(isCandidate(person, open.ref.requirement) ? candidateLacks(pair) : holderLacks(pair)),
        ...bookedLacks(pair),
        ...movableAbsences(pair),
      )
    }
    await deadline.breathe()
  }
  const measures = [...Map.groupBy(lacks, ({ measure }) => measureKey(measure)).entries()]
    .toSorted(([keyA, a], [keyB, b]) => compare(useOf(a), useOf(b)) || (keyA < keyB ? -1 : 1))
    .flatMap(([, group]) => raised(group) ?? [])
  return { measures, complete }
}

/** Somebody, and an open need at a half-day with what a plan leaves of it. */
interface Pair extends Remainder {
  readonly state: CoverState
  readonly person: Specialist
}

type Subject = Pick<Pair, 'state' | 'person' | 'open'>

/** What would let a person serve an open need; limits are still told as they are. */
export interface Lack extends Pair {
  readonly measure: Measure
}

function candidateLacks(pair: Pair): Lack[] {
  const { state, person, open } = pair
  const candidacy = { state, candidate: person, ...open }
  const only = onlyBar(candidacy)
  const measures = only !== undefined ? measuresAgainst(pair, only) : mayCover(candidacy) ? limitsOf(pair) : []
  return measures.map((measure) => ({ ...pair, measure }))
}

function measuresAgainst({ state, person, open }: Subject, code: ReasonCode): Measure[] {
  const { authority, area } = open.ref.requirement
  const specialist = person.id
  switch (code) {
    case 'product-unknown':
      return unknownProducts({ state, person, open })
    case 'no-authorisation':
      return [{ kind: 'authorisation', specialist, authority, area }]
    case 'no-agreement':
      return [{ kind: 'agreement', giver: person.authority, receiver: authority, area }]
    case 'no-access-in-time':
      return state.index
        .deployed({ authority, area }, open.halfDay >> 1)
        .filter((product) => competencesIn(person, area).some(({ products }) => products.includes(product)))
        .map((product) => ({ kind: 'access', specialist, authority, product }))
    case 'weekly-limit':
    case 'agreement-limit':
      return limitsOf({ state, person, open }).filter(({ kind }) => kind === code)
    default:
      return []
  }
}

/** The limits that a person's cover would count against. */
function limitsOf({ state, person, open }: Subject): Measure[] {
  const halfDays = person.coverLimitHalfDaysPerWeek
  const agreements =
    person.authority === open.ref.requirement.authority ? [] : agreementsFor({ state, candidate: person, ...open })
  return [
    ...(halfDays === undefined ? [] : [{ kind: 'weekly-limit', specialist: person.id, halfDays } as const]),
    ...agreements.flatMap(({ id, monthlyHalfDayLimit }) =>
      monthlyHalfDayLimit === undefined
        ? []
        : [{ kind: 'agreement-limit', agreement: id, halfDays: monthlyHalfDayLimit } as const],
    ),
  ]
}

const unknownProducts = ({ state, person, open }: Subject): Measure[] => {
  const { area } = open.ref.requirement
  return state.index
    .deployed(open.ref.requirement, open.halfDay >> 1)
    .map((product) => ({ kind: 'product', specialist: person.id, area, product }))
}

/** Whoever has the post counts as soon as they know the software. */
function holderLacks(pair: Pair): Lack[] {
  const { state, person, open } = pair
  const known = rolesKnowingSoftware(state.index, person, open.ref.requirement, open.halfDay >> 1)
  const lacksSoftware = !known.some((role) => open.ref.need.anyOf.includes(role))
  if (!lacksSoftware || !state.available.isAvailable(person.id, open.halfDay)) return []
  return unknownProducts(pair).map((measure) => ({ ...pair, measure }))
}

/** Whoever is booked into the place counts as soon as nothing is missing for their role. */
function bookedLacks(pair: Pair): Lack[] {
  const { state, person, open } = pair
  const { requirement, need } = open.ref
  const halfDay = halfDayOf(open.halfDay)
  const isBooked = state.index
    .bookingsInto(requirement)
    .some(({ specialist, halfDays }) => specialist === person.id && halfDays.includes(halfDay))
  if (!isBooked || !holds(state.available.of(person.id).there, state.span, open.halfDay)) return []
  const fits = (role: string): boolean => need.anyOf.includes(role)
  if (effectiveRoles(state.index, person, requirement, open.halfDay >> 1).some(fits)) return []
  const { authority, area } = requirement
  const measures: Measure[] = rolesKnowingSoftware(state.index, person, requirement, open.halfDay >> 1).some(fits)
    ? [{ kind: 'authorisation', specialist: person.id, authority, area }]
    : unknownProducts(pair)
  return measures.map((measure) => ({ ...pair, measure }))
}

/**
 * Absences at a half-day that have not begun, would not be there a day sooner or later, and would take as many worked
 * half-days as before, in the days looked at and altogether: nobody is asked to give up a day off, nor is a shortage
 * moved to where nobody looks.
 */
function movableAbsences(pair: Pair): Lack[] {
  const { state, person, open } = pair
  // An absence is nobody's business but that of one's own authority.
  if (person.authority !== open.ref.requirement.authority) return []
  return state.index.absencesOf(person.id).flatMap((absence) => {
    const { id, from, to } = absence
    if (to === undefined || !isIn(absence, open.halfDay)) return []
    return ([-1, 1] as const)
      .filter((days) => dayOf(from.slice(0, 10)) + Math.min(0, days) >= state.today)
      .filter((days) => !isIn(movedBy(absence, days), open.halfDay))
      .filter((days) => takesAsMuch(pair, absence, movedBy(absence, days)))
      .map((days) => ({ ...pair, measure: { kind: 'absence', absence: id, specialist: person.id, from, days } }))
  })
}

const isIn = (absence: Absence, halfDay: number): boolean => {
  const [first, last] = absenceRange(absence)
  return first <= halfDay && halfDay <= last
}

function takesAsMuch({ state, person }: Pair, one: Absence, other: Absence): boolean {
  const { origin, length } = state.span
  const isLookedAt = (halfDay: number): boolean => halfDay >= origin && halfDay < origin + length
  const [before, after] = [workedIn(state, person, one), workedIn(state, person, other)]
  return before.length === after.length && before.filter(isLookedAt).length === after.filter(isLookedAt).length
}

/** The half-days of an absence that the person would otherwise work. */
function workedIn(state: CoverState, person: Specialist, absence: Absence): number[] {
  const [first, last] = absenceRange(absence)
  const calendar = state.index.calendar(person.authority)
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((halfDay) => {
    const day = halfDay >> 1
    return isEmployed(person, day) && ((patternHalves(person, day) & calendar.halvesOf(day)) >> (halfDay & 1)) & 1
  })
}

/** One text for measures that differ by no more than how far a limit is raised. */
export const measureKey = (measure: Measure): string =>
  Object.entries(measure)
    .map(([name, value]) => (name === 'halfDays' ? '' : value))
    .join(' ')

/** At how many needs and half-days that stay short a measure would give somebody, critical ones and normal ones. */
const useOf = (lacks: readonly Lack[]): readonly [critical: number, normal: number] => {
  const short = [...new Set(lacks.filter(({ left }) => left > 0).map(({ open }) => open))]
  const critical = short.filter(({ ref }) => ref.requirement.criticality === 'critical').length
  return [critical, short.length - critical]
}

const compare = ([a1, a2]: readonly [number, number], [b1, b2]: readonly [number, number]): number => b1 - a1 || b2 - a2
