import { numberOf } from '@vertretbar/domain/half-day'
import type { Assignment, Plan, Uncovered } from '@vertretbar/domain/plan'
import { reasonWords } from '@vertretbar/messages/reason-words'
import { styled, table } from './table.ts'
import { cut, needName, officeName, personText, placeName, type View, whenText } from './view.ts'

/** Who covers where, when and under which agreement; at most `most` rows. */
export async function assignmentView(
  { assignments }: Plan,
  view: View,
  most = Number.POSITIVE_INFINITY,
): Promise<string> {
  const { texts, page } = view
  const people = new Set(assignments.map(({ specialist }) => specialist)).size
  const halfDays = assignments.reduce((sum, assignment) => sum + assignment.halfDays.length, 0)
  const heading = styled(texts.planHeading(people, halfDays), 'bold', page)
  if (assignments.length === 0) return `${heading}\n  ${texts.noAssignments}`
  const { shown, rest } = cut(assignments.toSorted(soonestFirst), most, view)
  const rows = shown.map((assignment) => assignmentRow(assignment, view))
  return `${heading}\n${await table([texts.who, texts.where, { kept: texts.when }, texts.agreement], rows, page)}${rest}`
}

const soonestFirst = (one: Assignment, other: Assignment): number => startOf(one) - startOf(other)
const startOf = ({ halfDays }: Assignment): number => Math.min(...halfDays.map(numberOf))

function assignmentRow(assignment: Assignment, view: View): string[] {
  return [
    personText(assignment.specialist, view),
    placeName(assignment, view),
    whenText(assignment.authority, assignment.halfDays, view),
    assignment.agreement ?? view.texts.inHouse,
  ]
}

/** What stays uncovered, and why the nearest candidates cannot come; at most `most` rows. */
export async function uncoveredView({ uncovered }: Plan, view: View, most = Number.POSITIVE_INFINITY): Promise<string> {
  const { texts, page } = view
  if (uncovered.length === 0) return styled(texts.nothingUncovered, 'bold', page)
  const heading = styled(texts.uncoveredHeading(uncovered.length), 'bold', page)
  const groups = [...Map.groupBy(uncovered, alike).values()].toSorted((a, b) => firstOf(a) - firstOf(b))
  const { shown, rest } = cut(groups, most, view)
  const head = [texts.where, texts.requirement, { kept: texts.when }, texts.missing, texts.nearest]
  const rows = shown.flatMap((group) => uncoveredRow(group, view))
  return `${heading}\n${await table(head, rows, page)}${rest}`
}

const firstOf = (group: readonly Uncovered[]): number => Math.min(...group.map(({ halfDay }) => numberOf(halfDay)))

/** Half-days of one need with the same shortage for the same reasons are told as one. */
const alike = ({ requirement, need, shortage, nearest }: Uncovered): string =>
  JSON.stringify([requirement, need, shortage, nearest])

function uncoveredRow(group: readonly Uncovered[], view: View): string[][] {
  const [first] = group
  if (first === undefined) return []
  const requirement = view.index.requirement(first.requirement)
  const halfDays = group.map(({ halfDay }) => halfDay)
  return [
    [
      officeName(requirement, view),
      needName(first, view),
      whenText(requirement.authority, halfDays, view),
      view.texts.people(first.shortage),
      nearestText(first, view),
    ],
  ]
}

function nearestText({ nearest, halfDay }: Uncovered, { index, horizon, language, texts }: View): string {
  if (nearest.length === 0) return texts.nobody
  // Nothing may speak against somebody where no plan covers any more, or where the search was cut short.
  const unhindered = numberOf(halfDay) >> 1 < horizon.today ? texts.past : texts.free
  return nearest
    .map(({ specialist, codes }) => {
      const words = codes.length === 0 ? unhindered : codes.map((code) => reasonWords[language][code]).join(', ')
      return `${index.specialist(specialist).displayName}: ${words}`
    })
    .join('; ')
}
