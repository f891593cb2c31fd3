import { absenceRange } from '@vertretbar/domain/availability'
import type { CoverState } from '@vertretbar/domain/cover'
import { agreementsFor, isBar, isCandidate, type ReasonCode } from '@vertretbar/domain/eligibility'
import { dayOf, monthOf, weekOf } from '@vertretbar/domain/half-day'
import { type Measure, movedBy } from '@vertretbar/domain/measure'
import { competencesIn, isCompetent, rolesKnowingSoftware } from '@vertretbar/domain/role'
import type { Specialist } from '@vertretbar/domain/specialist'
import { besidePlan } from './nearest.ts'
import type { OpenNeed, Option } from './options.ts'
import { coverOf } from './reasons.ts'

/**
 * The single changes after which somebody could serve an open need at a half-day who cannot beside the plan, because
 * they take away the one thing that stands against it. Those that do so most often come first, for critical needs
 * before normal ones.
 */
export function measuresFor(state: CoverState, chosen: readonly Option[], wanted: readonly OpenNeed[]): Measure[] {
  const beside = besidePlan(state, chosen.map(coverOf))
  const lacks = wanted.flatMap((open) => {
    const { codesOf } = beside(open)
    return state.index.region.specialists
      .filter((person) => isCompetent(person, open.ref.requirement.area, open.ref.need.anyOf))
      .flatMap((person) => [
        ...(isCandidate(person, open.ref.requirement)
          ? candidateLacks({ state, person, open }, codesOf(person).filter(isBar))
          : holderLacks({ state, person, open })),
        ...movableAbsences({ state, person, open }),
      ])
  })
  return [...Map.groupBy(lacks, ({ measure }) => measureKey(measure)).entries()]
    .toSorted(([keyA, a], [keyB, b]) => compare(useOf(a), useOf(b)) || (keyA < keyB ? -1 : 1))
    .flatMap(([, group]) => raised(group) ?? [])
}

/** Somebody, and an open need at a half-day that they cannot serve. */
interface Pair {
  readonly state: CoverState
  readonly person: Specialist
  readonly open: OpenNeed
}

/** What would let a person serve an open need; limits are still told as they are. */
interface Lack extends Pair {
  readonly measure: Measure
}

function candidateLacks(pair: Pair, [only, ...others]: readonly ReasonCode[]): Lack[] {
  if (only === undefined || others.length > 0) return []
  return measuresAgainst(pair, only).map((measure) => ({ ...pair, measure }))
}

function measuresAgainst({ state, person, open }: Pair, code: ReasonCode): Measure[] {
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
      return [{ kind: 'weekly-limit', specialist, halfDays: person.coverLimitHalfDaysPerWeek ?? 0 }]
    case 'agreement-limit':
      return agreementsFor({ state, candidate: person, ...open }).map(({ id, monthlyHalfDayLimit = 0 }) => ({
        kind: 'agreement-limit',
        agreement: id,
        halfDays: monthlyHalfDayLimit,
      }))
    default:
      return []
  }
}

const unknownProducts = ({ state, person, open }: Pair): Measure[] => {
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

/** How many open needs and half-days a measure would give somebody to, critical ones and normal ones. */
const useOf = (lacks: readonly Lack[]): readonly [critical: number, normal: number] => {
  const opens = [...new Set(lacks.map(({ open }) => open))]
  const critical = opens.filter(({ ref }) => ref.requirement.criticality === 'critical').length
  return [critical, opens.length - critical]
}

const compare = ([a1, a2]: readonly [number, number], [b1, b2]: readonly [number, number]): number => b1 - a1 || b2 - a2

/** No law has a week of more than fourteen half-days. */
const mostInWeek = 14

/** A measure as it is taken: a limit grows by as much as would be wanted in the fullest week or month. */
function raised(lacks: readonly Lack[]): Measure | undefined {
  const [first] = lacks
  if (first === undefined) return undefined
  const { measure } = first
  if (measure.kind === 'weekly-limit') {
    const halfDays = Math.min(mostInWeek, measure.halfDays + most(lacks, ({ open }) => weekOf(open.halfDay >> 1)))
    return halfDays > measure.halfDays ? { ...measure, halfDays } : undefined
  }
  if (measure.kind === 'agreement-limit') {
    const inMonth = most(lacks, ({ person, open }) => `${person.authority} ${monthOf(open.halfDay >> 1)}`)
    return { ...measure, halfDays: measure.halfDays + inMonth }
  }
  return measure
}

/** The most half-days of one person or another in any one week or month. */
const most = (lacks: readonly Lack[], groupOf: (lack: Lack) => string | number): number =>
  Math.max(
    ...[...Map.groupBy(lacks, groupOf).values()].map(
      (group) => new Set(group.map(({ person, open }) => `${person.id} ${open.halfDay}`)).size,
    ),
  )
