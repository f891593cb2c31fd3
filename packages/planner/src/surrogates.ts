import { inContentOrder } from '@vertretbar/domain/content-order'
import type { AssignmentReasons, Explanation, Help } from '@vertretbar/domain/explanation'
import type { Measure } from '@vertretbar/domain/measure'
import type { Assignment } from '@vertretbar/domain/plan'
import type { Region } from '@vertretbar/domain/region'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { byPersonAndPlace } from './assignments.ts'

/**
 * A region whose people go by numbers in the order of what is known of them, and the way back. Whatever of it is drawn,
 * sorted or chosen among equals, two people of one authority who are alike but for their ids are interchangeable in it:
 * so no plan tells by its order or its choice who of them is the one who is away.
 */
export interface Surrogates {
  readonly index: RegionIndex
  readonly idOf: (surrogate: string) => string
  /** Assignments by surrogates; of people who are not there any more, none. */
  readonly hidden: (assignments: readonly Assignment[]) => Assignment[]
  /** Assignments by ids, in the order in which a plan tells them. */
  readonly shown: (assignments: readonly Assignment[]) => Assignment[]
  readonly shownMeasure: (measure: Measure) => Measure
}

/** The surrogates of a region as it stands. */
export function surrogatesFor({ region }: RegionIndex): Surrogates {
  const ids = inContentOrder(region).map(({ id, authority }, rank) => [`${authority}.${padded(rank)}`, id] as const)
  const idOf = reading(new Map(ids))
  const surrogates = new Map(ids.map(([surrogate, id]) => [id, surrogate]))
  const surrogateOf = reading(surrogates)
  const absences = absencesBy(region, surrogateOf)
  const idOfAbsence = reading(new Map(absences.map(({ id, surrogate }) => [surrogate, id])))
  return {
    index: new RegionIndex(renamed(region, surrogateOf, absences)),
    idOf,
    hidden: (assignments) =>
      assignments.flatMap((one) => {
        const specialist = surrogates.get(one.specialist)
        return specialist === undefined ? [] : [{ ...one, specialist }]
      }),
    shown: (assignments) =>
      assignments.map((one) => ({ ...one, specialist: idOf(one.specialist) })).toSorted(byPersonAndPlace),
    shownMeasure: (measure) =>
      measure.kind === 'absence'
        ? { ...measure, specialist: idOf(measure.specialist), absence: idOfAbsence(measure.absence) }
        : 'specialist' in measure
          ? { ...measure, specialist: idOf(measure.specialist) }
          : measure,
  }
}

/** An explanation by ids, its reasons in the order of the plan as it tells its assignments. */
export function shownExplanation(
  { shown, shownMeasure }: Surrogates,
  { assignments, help, measures }: Explanation,
): Explanation {
  const reasons = assignments.map((one): AssignmentReasons => {
    const [assignment = one.assignment] = shown([one.assignment])
    const { alternative } = one
    if (alternative === undefined) return { ...one, assignment }
    return { ...one, assignment, alternative: { ...alternative, instead: shown(alternative.instead) } }
  })
  return {
    assignments: reasons.toSorted((a, b) => byPersonAndPlace(a.assignment, b.assignment)),
    help: help.map((one): Help => ({ ...one, measure: shownMeasure(one.measure) })),
    measures,
  }
}

const padded = (rank: number): string => String(rank).padStart(7, '0')

function reading(names: ReadonlyMap<string, string>): (name: string) => string {
  return (name) => {
    const found = names.get(name)
    if (found === undefined) throw new Error(`${name} goes by no other name`)
    return found
  }
}

interface Renamed {
  readonly id: string
  readonly surrogate: string
  readonly absence: Region['absences'][number]
}

/** The absences of all people by surrogates, in the order of their people and then of time. */
function absencesBy({ absences }: Region, surrogateOf: (id: string) => string): Renamed[] {
  return absences
    .map((absence) => ({ ...absence, specialist: surrogateOf(absence.specialist) }))
    .toSorted((a, b) => compare(a.specialist, b.specialist) || compare(a.from, b.from))
    .map((absence, number) => {
      const surrogate = `away.${padded(number)}`
      return { id: absence.id, surrogate, absence: { ...absence, id: surrogate } }
    })
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function renamed(region: Region, surrogateOf: (id: string) => string, absences: readonly Renamed[]): Region {
  const named = <Thing extends { readonly specialist: string }>(things: readonly Thing[]): Thing[] =>
    things.map((thing) => ({ ...thing, specialist: surrogateOf(thing.specialist) }))
  return {
    ...region,
    specialists: region.specialists
      .map((person) => ({ ...person, id: surrogateOf(person.id) }))
      .toSorted((a, b) => compare(a.id, b.id)),
    absences: absences.map(({ absence }) => absence),
    bookings: inOwnOrder(named(region.bookings), (one) => [
      one.specialist,
      ...one.halfDays,
      one.authority,
      one.area,
      one.agreement ?? '',
      one.status,
    ]),
    refusals: inOwnOrder(named(region.refusals), (one) => [
      one.specialist,
      one.requirement,
      String(one.need),
      one.halfDay,
    ]),
  }
}

/** By some facts of each, and not by the ids that things happen to have. */
const inOwnOrder = <Thing>(things: readonly Thing[], factsOf: (thing: Thing) => readonly string[]): Thing[] =>
  things
    .map((thing) => ({ thing, facts: factsOf(thing).join(' ') }))
    .toSorted((a, b) => compare(a.facts, b.facts))
    .map(({ thing }) => thing)
