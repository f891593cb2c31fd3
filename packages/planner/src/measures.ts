import { absenceRange } from '@vertretbar/domain/availability'
import type { CoverState } from '@vertretbar/domain/cover'
import { agreementsFor, isBar, isCandidate, type ReasonCode, reasonsAgainst } from '@vertretbar/domain/eligibility'
import { dayOf, halfDayOf } from '@vertretbar/domain/half-day'
import { holds } from '@vertretbar/domain/half-day-set'
import { type Measure, movedBy } from '@vertretbar/domain/measure'
import { competencesIn, effectiveRoles, isCompetent, rolesKnowingSoftware } from '@vertretbar/domain/role'
import type { Specialist } from '@vertretbar/domain/specialist'
import { raised } from './raised-limits.ts'
import type { Remainder } from './recount.ts'

/**
 * The single changes that may let more be covered: each takes away the one thing that bars somebody from an open need,
 * or a limit that a plan may run into. No agreement, authorisation, access or limit beyond these can make any plan
 * better, for it would add nobody to choose from. Those that most often concern what stays short come first.
 */
export function measuresFor(state: CoverState, needs: readonly Remainder[]): Measure[] {
  const lacks = needs.flatMap(({ open, left }) =>
    state.index.region.specialists
      .filter((person) => isCompetent(person, open.ref.requirement.area, open.ref.need.anyOf))
      .map((person) => ({ state, person, open, left }))
      .flatMap((pair) => [
        ...(isCandidate(pair.person, open.ref.requirement) ? candidateLacks(pair) : holderLacks(pair)),
        ...bookedLacks(pair),
        ...movableAbsences(pair),
      ]),
  )
  return [...Map.groupBy(lacks, ({ measure }) => measureKey(measure)).entries()]
    .toSorted(([keyA, a], [keyB, b]) => compare(useOf(a), useOf(b)) || (keyA < keyB ? -1 : 1))
    .flatMap(([, group]) => raised(group) ?? [])
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
  const [only, ...others] = reasonsAgainst({ state, candidate: person, ...open }).filter(isBar)
  if (others.length > 0) return []
  const measures = only === undefined ? limitsOf(pair) : measuresAgainst(pair, only)
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

/** Absences at a half-day that have not begun and would not be there a day sooner or later. */
function movableAbsences(pair: Pair): Lack[] {
  const { state, person, open } = pair
  // An absence is nobody's business but that of one's own authority.
  if (person.authority !== open.ref.requirement.authority) return []
  return state.index.absencesOf(person.id).flatMap((absence) =>
    ([-1, 1] as const)
      .filter((days) => dayOf(absence.from.slice(0, 10)) + Math.min(0, days) >= state.today)
      .filter((days) => isIn(absence, open.halfDay) && !isIn(movedBy(absence, days), open.halfDay))
      .map((days) => ({ ...pair, measure: { kind: 'absence', absence: absence.id, specialist: person.id, days } })),
  )
}

const isIn = (absence: Parameters<typeof absenceRange>[0], halfDay: number): boolean => {
  const [first, last] = absenceRange(absence)
  return first <= halfDay && halfDay <= last
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
