import { absenceRange } from '@vertretbar/domain/availability'
import { type CoverState, monthKey } from '@vertretbar/domain/cover'
import { agreementsFor, isBar, isCandidate, type ReasonCode, reasonsAgainst } from '@vertretbar/domain/eligibility'
import { dayOf, weekOf } from '@vertretbar/domain/half-day'
import { type Measure, movedBy } from '@vertretbar/domain/measure'
import { competencesIn, isCompetent, rolesKnowingSoftware } from '@vertretbar/domain/role'
import type { Specialist } from '@vertretbar/domain/specialist'
import type { Option } from './options.ts'
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
interface Lack extends Pair {
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

/** A week has no more. */
const mostInWeek = 14

/** A limit raised so far that it cannot bind; undefined where it cannot bind as it is. Other measures are what they are. */
function raised(lacks: readonly Lack[]): Measure | undefined {
  const [first] = lacks
  if (first === undefined) return undefined
  const { measure, state } = first
  switch (measure.kind) {
    case 'weekly-limit': {
      const wanted = mostOf(lacks, weekOfLack, (week) => coverInWeek(state, measure.specialist, week))
      const halfDays = Math.min(mostInWeek, wanted)
      return halfDays > measure.halfDays ? { ...measure, halfDays } : undefined
    }
    case 'agreement-limit': {
      const monthOfLack = ({ person, open }: Lack): string =>
        monthKey(measure.agreement, person.authority, open.halfDay)
      const halfDays = mostOf(lacks, monthOfLack, (month) => state.coverInMonth(month).length)
      return halfDays > measure.halfDays ? { ...measure, halfDays } : undefined
    }
    default:
      return measure
  }
}

const weekOfLack = ({ open }: Lack): number => weekOf(open.halfDay >> 1)

const coverInWeek = (state: CoverState, specialist: string, week: number): number =>
  state.coverOf(specialist).filter(({ halfDay }) => weekOf(halfDay >> 1) === week).length

/** The most cover that any one week or month may come to: what is booked, and all that may be added. */
const mostOf = <Key>(lacks: readonly Lack[], keyOf: (lack: Lack) => Key, booked: (key: Key) => number): number =>
  Math.max(
    ...[...Map.groupBy(lacks, keyOf)].map(
      ([key, group]) => booked(key) + new Set(group.map(({ person, open }) => `${person.id} ${open.halfDay}`)).size,
    ),
  )

/** A limit no further raised than some cover needs, which is as good under it; other measures are what they are. */
export function asNeeded(measure: Measure, state: CoverState, chosen: readonly Option[]): Measure {
  switch (measure.kind) {
    case 'weekly-limit': {
      const theirs = chosen.filter(({ specialist }) => specialist.id === measure.specialist)
      const weeks = Map.groupBy(theirs, ({ halfDay }) => weekOf(halfDay >> 1))
      const used = [...weeks].map(([week, group]) => coverInWeek(state, measure.specialist, week) + group.length)
      return { ...measure, halfDays: Math.max(1, ...used) }
    }
    case 'agreement-limit': {
      const under = chosen.filter(({ agreement }) => agreement === measure.agreement)
      const months = Map.groupBy(under, ({ specialist, halfDay }) =>
        monthKey(measure.agreement, specialist.authority, halfDay),
      )
      const used = [...months].map(([month, group]) => state.coverInMonth(month).length + group.length)
      return { ...measure, halfDays: Math.max(1, ...used) }
    }
    default:
      return measure
  }
}
