import { personOf } from '@vertretbar/domain/access-subject'
import { Alternative, AssignmentReasons, type Explanation } from '@vertretbar/domain/explanation'
import { AuthorityId } from '@vertretbar/domain/identifier'
import { Assignment, type Plan } from '@vertretbar/domain/plan'
import type { Specialist } from '@vertretbar/domain/specialist'
import * as z from 'zod'
import type { Viewer } from './viewer.ts'

/** Somebody whose name one may not know covers somewhere: person 1, 2, 3 of their authority. */
const UnnamedAssignment = z
  .strictObject({
    who: z.strictObject({ authority: AuthorityId, person: z.int().min(1) }).readonly(),
    ...Assignment.unwrap().omit({ specialist: true }).shape,
  })
  .readonly()
  .meta({ id: 'UnnamedAssignment' })

/** An assignment as somebody is told it. */
export const AssignmentView = z.union([Assignment, UnnamedAssignment]).meta({ id: 'AssignmentView' })
export type AssignmentView = z.infer<typeof AssignmentView>

const AlternativeView = z
  .strictObject({
    ...Alternative.unwrap().shape,
    /** People without names are counted anew in each alternative. */
    instead: z.array(AssignmentView).readonly(),
  })
  .readonly()
  .meta({ id: 'AlternativeView' })

/** Why an assignment is part of a plan, as somebody is told it. */
export const ReasonsView = z
  .strictObject({
    ...AssignmentReasons.unwrap().shape,
    assignment: AssignmentView,
    alternative: AlternativeView.optional(),
  })
  .readonly()
  .meta({ id: 'ReasonsView' })
export type ReasonsView = z.infer<typeof ReasonsView>

/** An assignment of a plan, how it is told, and why it is there as far as that is known. */
export interface SeenAssignment {
  readonly assignment: Assignment
  readonly view: AssignmentView
  readonly reasons: Omit<ReasonsView, 'assignment'> | undefined
}

/** What there is to tell: a plan, and why it is as it is as far as that is known. */
export interface Planned {
  readonly plan: Plan
  readonly explanation?: Explanation | undefined
}

/** The assignments into one's places, and of one's people, in an order that depends on nothing but what is told. */
export function seenAssignments(viewer: Viewer, { plan, explanation }: Planned): SeenAssignment[] {
  const reasonsOf = new Map(explanation?.assignments.map((one) => [JSON.stringify(one.assignment), one]))
  const visible = plan.assignments.flatMap((assignment) => {
    const reasons = reasonsOf.get(JSON.stringify(assignment))
    return isSeen(viewer, assignment) ? [{ assignment, reasons: reasons && toldReasons(viewer, reasons) }] : []
  })
  return told(viewer, visible)
}

/** Whether an assignment is into a place that one plans for, or of somebody whom one may lend. */
function isSeen(viewer: Viewer, assignment: Assignment): boolean {
  const { authority, area } = assignment
  const person = personIn(viewer, assignment)
  const may = (on: ReturnType<typeof personOf>): boolean => viewer.access.may('plan', on)
  return may({ places: [{ authority, area }] }) || (person !== undefined && may(personOf(person)))
}

const personIn = ({ snapshot: { index } }: Viewer, { specialist }: Assignment): Specialist | undefined =>
  index.specialistIfAny(specialist)

function toldReasons(viewer: Viewer, reasons: AssignmentReasons): Omit<ReasonsView, 'assignment'> {
  const { assignment: _, alternative, ...one } = reasons
  if (alternative === undefined) return one
  const instead = told(
    viewer,
    alternative.instead.map((assignment) => ({ assignment, reasons: undefined })),
  )
  return { ...one, alternative: { ...alternative, instead: instead.map(({ view }) => view) } }
}

type Untold = Omit<SeenAssignment, 'view'>

/** Assignments with the names that one may know; people without are numbered by what is told of them. */
function told(viewer: Viewer, assignments: readonly Untold[]): SeenAssignment[] {
  const known = assignments.flatMap((one): Known[] => {
    const person = personIn(viewer, one.assignment)
    // Whoever has left since is nobody to ask for.
    return person === undefined ? [] : [{ ...one, person, cover: coverOf(one.assignment) }]
  })
  const numbers = numbered(known.filter(({ person }) => !viewer.access.may('see-name', personOf(person))))
  return known
    .map(({ person, cover, ...one }) => {
      const { id, authority } = person
      const number = numbers.get(id)
      const view = number === undefined ? one.assignment : { who: { authority, person: number }, ...cover }
      const name = number === undefined ? id : String(number).padStart(6, '0')
      return { seen: { ...one, view }, order: JSON.stringify([authority, number === undefined, name, cover]) }
    })
    .toSorted((a, b) => compare(a.order, b.order))
    .map(({ seen }) => seen)
}

/** An assignment without whose it is. */
function coverOf(assignment: Assignment): Omit<Assignment, 'specialist'> {
  const { specialist: _, ...cover } = assignment
  return cover
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

interface Known extends Untold {
  readonly person: Specialist
  readonly cover: Omit<Assignment, 'specialist'>
}

/** People by number within their authority, in the order of what they do and why, and of nothing else. */
function numbered(known: readonly Known[]): ReadonlyMap<string, number> {
  const people = [...Map.groupBy(known, ({ person }) => person.id).values()]
    .map((ones) => ({ ones, facts: JSON.stringify(ones.map(({ cover, reasons }) => [cover, reasons])) }))
    .toSorted((a, b) => compare(a.facts, b.facts))
    .flatMap(({ ones: [first] }) => first?.person ?? [])
  const byAuthority = Map.groupBy(people, ({ authority }) => authority)
  return new Map([...byAuthority.values()].flatMap((ones) => ones.map(({ id }, at) => [id, at + 1] as const)))
}
