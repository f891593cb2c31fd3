import { absenceRange, isEmployed, patternHalves } from '@vertretbar/domain/availability'
import type { CoverState } from '@vertretbar/domain/cover'
import {
  agreementsFor,
  isCandidate,
  knownSoftware,
  mayCover,
  onlyBar,
  type ReasonCode,
} from '@vertretbar/domain/eligibility'
import { dayOf } from '@vertretbar/domain/half-day'
import { type Measure, movedBy } from '@vertretbar/domain/measure'
import { isCompetent } from '@vertretbar/domain/role'
import type { Absence, Specialist } from '@vertretbar/domain/specialist'
import type { Deadline } from './deadline.ts'
import { raised } from './raised-limits.ts'
import type { Remainder } from './recount.ts'
import { homeMeasures, measuresToCount, productsToLearn, type Subject } from './supply-measures.ts'

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
      const subject = { state, person, ...open }
      const measures = [...candidateMeasures(subject), ...measuresToCount(subject), ...movableAbsences(subject)]
      lacks.push(...measures.map((measure) => ({ state, person, open, left, measure })))
    }
    await deadline.breathe()
  }
  const measures = [...Map.groupBy(lacks, ({ measure }) => measureKey(measure)).entries()]
    .toSorted(([keyA, a], [keyB, b]) => compare(useOf(a), useOf(b)) || (keyA < keyB ? -1 : 1))
    .flatMap(([, group]) => raised(group) ?? [])
  return { measures, complete }
}

/** What would let a person serve an open need; limits are still told as they are. */
export interface Lack extends Remainder {
  readonly state: CoverState
  readonly person: Specialist
  readonly measure: Measure
}

/** What would take away a candidate's only bar; where there is none, a limit that a plan with them may run into. */
function candidateMeasures(subject: Subject): Measure[] {
  const { person, ref } = subject
  if (!isCandidate(person, ref.requirement)) return []
  const candidacy = { ...subject, candidate: person }
  const only = onlyBar(candidacy)
  if (only !== undefined) return measuresAgainst(subject, only)
  return mayCover(candidacy) ? [...limitsOf(subject), ...homeMeasures(subject)] : []
}

function measuresAgainst(subject: Subject, code: ReasonCode): Measure[] {
  const { authority, area } = subject.ref.requirement
  const specialist = subject.person.id
  switch (code) {
    case 'product-unknown':
      return productsToLearn(subject)
    case 'no-authorisation':
      return [{ kind: 'authorisation', specialist, authority, area }, ...productsToLearn(subject)]
    case 'no-agreement':
      return [{ kind: 'agreement', giver: subject.person.authority, receiver: authority, area }]
    case 'no-access-in-time':
      return [...accessesTo(subject), ...productsToLearn(subject)]
    case 'home-short':
      return homeMeasures(subject)
    case 'weekly-limit':
    case 'agreement-limit':
      return limitsOf(subject).filter(({ kind }) => kind === code)
    default:
      return []
  }
}

const accessesTo = ({ state, person, ref, halfDay }: Subject): Measure[] =>
  knownSoftware({ state, candidate: person, ref, halfDay }).map((product) => ({
    kind: 'access',
    specialist: person.id,
    authority: ref.requirement.authority,
    product,
  }))

/** The limits that a person's cover would count against. */
function limitsOf(subject: Subject): Measure[] {
  const { person, ref } = subject
  const halfDays = person.coverLimitHalfDaysPerWeek
  const agreements =
    person.authority === ref.requirement.authority ? [] : agreementsFor({ ...subject, candidate: person })
  return [
    ...(halfDays === undefined ? [] : [{ kind: 'weekly-limit', specialist: person.id, halfDays } as const]),
    ...agreements.flatMap(({ id, monthlyHalfDayLimit }) =>
      monthlyHalfDayLimit === undefined
        ? []
        : [{ kind: 'agreement-limit', agreement: id, halfDays: monthlyHalfDayLimit } as const],
    ),
  ]
}

/**
 * Absences at a half-day that have not begun, would not be there a day sooner or later, and would take as many worked
 * half-days as before, in the days looked at and altogether: nobody is asked to give up a day off, nor is a shortage
 * moved to where nobody looks.
 */
function movableAbsences(subject: Subject): Measure[] {
  const { state, person, ref, halfDay } = subject
  // An absence is nobody's business but that of one's own authority.
  if (person.authority !== ref.requirement.authority) return []
  return state.index.absencesOf(person.id).flatMap((absence) => {
    const { id, from, to } = absence
    if (to === undefined || !isIn(absence, halfDay)) return []
    return ([-1, 1] as const)
      .filter((days) => dayOf(from.slice(0, 10)) + Math.min(0, days) >= state.today)
      .filter((days) => !isIn(movedBy(absence, days), halfDay))
      .filter((days) => takesAsMuch(subject, absence, movedBy(absence, days)))
      .map((days) => ({ kind: 'absence', absence: id, specialist: person.id, from, days }))
  })
}

const isIn = (absence: Absence, halfDay: number): boolean => {
  const [first, last] = absenceRange(absence)
  return first <= halfDay && halfDay <= last
}

function takesAsMuch({ state, person }: Subject, one: Absence, other: Absence): boolean {
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
