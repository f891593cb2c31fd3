import { personOf } from '@vertretbar/domain/command-access'
import { Alternative, AssignmentReasons, Explanation } from '@vertretbar/domain/explanation'
import { AuthorityId } from '@vertretbar/domain/identifier'
import { Assignment, AuthorityCandidates, Plan, Uncovered } from '@vertretbar/domain/plan'
import type { Specialist } from '@vertretbar/domain/specialist'
import * as z from 'zod'
import { PlanJob } from './plan-job.ts'
import { toldHelp } from './told-help.ts'
import { toldNearest } from './told-nearest.ts'
import type { Viewer } from './viewer.ts'

/** Somebody whose name one may not know covers somewhere: person 1, 2, 3 of their authority. */
const UnnamedAssignment = z
  .strictObject({
    who: z.strictObject({ authority: AuthorityId, person: z.int().min(1) }).readonly(),
    ...Assignment.unwrap().omit({ specialist: true }).shape,
  })
  .readonly()
  .meta({ id: 'UnnamedAssignment' })

const AssignmentView = z.union([Assignment, UnnamedAssignment]).meta({ id: 'AssignmentView' })
export type AssignmentView = z.infer<typeof AssignmentView>

const UncoveredView = z
  .strictObject({
    ...Uncovered.unwrap().omit({ byAuthority: true }).shape,
    /** Of authorities whose people one may not know: how many of those able to are barred, by code. */
    barred: z.array(AuthorityCandidates.unwrap().pick({ authority: true, barred: true })).readonly(),
  })
  .readonly()
  .meta({ id: 'UncoveredView' })

const PlanView = z
  .strictObject({
    ...Plan.unwrap().shape,
    assignments: z.array(AssignmentView).readonly(),
    uncovered: z.array(UncoveredView).readonly(),
  })
  .readonly()
  .meta({ id: 'PlanView' })

const AlternativeView = z
  .strictObject({
    ...Alternative.unwrap().shape,
    /** People without names are counted anew in each alternative. */
    instead: z.array(AssignmentView).readonly(),
  })
  .readonly()
  .meta({ id: 'AlternativeView' })

const ReasonsView = z
  .strictObject({
    ...AssignmentReasons.unwrap().shape,
    assignment: AssignmentView,
    alternative: AlternativeView.optional(),
  })
  .readonly()
  .meta({ id: 'ReasonsView' })

const ExplanationView = z
  .strictObject({ ...Explanation.unwrap().shape, assignments: z.array(ReasonsView).readonly() })
  .readonly()
  .meta({ id: 'ExplanationView' })

/** A plan that was asked for, as far as somebody may see it: who comes to them or is lent by them, and their own needs. */
export const PlanJobView = z
  .strictObject({
    ...PlanJob.unwrap().omit({ askedBy: true }).shape,
    plan: PlanView.optional(),
    explanation: ExplanationView.optional(),
  })
  .readonly()
  .meta({ id: 'PlanJobView' })
export type PlanJobView = z.infer<typeof PlanJobView>

/** A job is told to whoever asked for it, and to coordinators. */
export const mayReadJob = ({ access }: Viewer, { askedBy }: PlanJob): boolean =>
  access.may('plan') || (askedBy !== undefined && askedBy === access.member?.id)

/** A job as it is told to somebody. */
export function planJobView(viewer: Viewer, job: PlanJob): PlanJobView {
  const { askedBy: _, plan, explanation, ...common } = job
  if (plan === undefined) return common
  const seen = seenAssignments(viewer, plan)
  return {
    ...common,
    plan: {
      ...plan,
      assignments: seen.map(({ view }) => view),
      uncovered: uncoveredView(viewer, plan),
    },
    ...(explanation !== undefined && { explanation: explanationView(viewer, explanation, seen) }),
  }
}

/** An assignment of a plan, and how it is told. */
export interface SeenAssignment {
  readonly assignment: Assignment
  readonly view: AssignmentView
}

/** The assignments into one's places, and of one's people, in an order that depends on nothing but what is told. */
export const seenAssignments = (viewer: Viewer, { assignments }: Pick<Plan, 'assignments'>): SeenAssignment[] =>
  told(
    viewer,
    assignments.filter((one) => {
      const person = personIn(viewer, one)
      const places = [{ authority: one.authority, area: one.area }]
      return (
        viewer.access.may('plan', { places }) || (person !== undefined && viewer.access.may('plan', personOf(person)))
      )
    }),
  )

const personIn = ({ snapshot: { index } }: Viewer, { specialist }: Assignment): Specialist | undefined =>
  index.specialistIfAny(specialist)

/** Assignments with the names that one may know; people without are numbered by what is told of them. */
function told(viewer: Viewer, assignments: readonly Assignment[]): SeenAssignment[] {
  // Whoever has left since is nobody to ask for.
  const known = assignments.flatMap((assignment) => {
    const person = personIn(viewer, assignment)
    return person === undefined ? [] : [{ assignment, person }]
  })
  const isNamed = ({ person }: { readonly person: Specialist }): boolean =>
    viewer.access.may('see-name', personOf(person))
  const numbers = numbered(known.filter((one) => !isNamed(one)))
  return known
    .map(({ assignment, person }) => {
      const number = numbers.get(person.id)
      const { specialist: _, ...cover } = assignment
      const view =
        number === undefined ? assignment : { who: { authority: person.authority, person: number }, ...cover }
      const name = number === undefined ? person.id : String(number).padStart(6, '0')
      return { assignment, view, order: [person.authority, number === undefined, name, cover] }
    })
    .toSorted((a, b) => compare(JSON.stringify(a.order), JSON.stringify(b.order)))
    .map(({ assignment, view }) => ({ assignment, view }))
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

interface Known {
  readonly assignment: Assignment
  readonly person: Specialist
}

function coverOf(assignment: Assignment): Omit<Assignment, 'specialist'> {
  const { specialist: _, ...cover } = assignment
  return cover
}

/** People by number within their authority, in the order of what they do and of nothing else. */
function numbered(known: readonly Known[]): ReadonlyMap<string, number> {
  const people = [...Map.groupBy(known, ({ person }) => person.id).values()]
    .map((ones) => ({ ones, facts: JSON.stringify(ones.map(({ assignment }) => coverOf(assignment))) }))
    .toSorted((a, b) => compare(a.facts, b.facts))
    .flatMap(({ ones: [first] }) => first?.person ?? [])
  const byAuthority = Map.groupBy(people, ({ authority }) => authority)
  return new Map([...byAuthority.values()].flatMap((ones) => ones.map(({ id }, at) => [id, at + 1] as const)))
}

function uncoveredView(viewer: Viewer, { uncovered }: Plan): z.infer<typeof UncoveredView>[] {
  const { requirements } = viewer.snapshot.region
  const own = new Set(requirements.filter((one) => viewer.access.may('see-gap', { places: [one] })).map(({ id }) => id))
  return uncovered
    .filter(({ requirement }) => own.has(requirement))
    .map(({ byAuthority = [], ...one }) => ({ ...one, ...toldNearest(viewer, byAuthority) }))
}

function explanationView(
  viewer: Viewer,
  { assignments, help, measures }: Explanation,
  seen: readonly SeenAssignment[],
): z.infer<typeof ExplanationView> {
  const reasonsOf = new Map(assignments.map((one) => [JSON.stringify(one.assignment), one]))
  return {
    assignments: seen.flatMap(({ assignment, view }) => {
      const reasons = reasonsOf.get(JSON.stringify(assignment))
      if (reasons === undefined) return []
      const { alternative, ...one } = reasons
      const instead = alternative && told(viewer, alternative.instead).map((other) => other.view)
      return [{ ...one, assignment: view, ...(instead && { alternative: { ...alternative, instead } }) }]
    }),
    help: toldHelp(viewer, help),
    measures,
  }
}
