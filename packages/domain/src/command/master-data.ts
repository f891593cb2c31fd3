import * as z from 'zod'
import { Agreement } from '../agreement.ts'
import { Authority } from '../authority.ts'
import { type Change, changed, collections, membersOf } from '../change.ts'
import { type Decide, decision } from '../decision.ts'
import type { GapMark } from '../gap-mark.ts'
import { Id } from '../identifier.ts'
import { upsertProblems } from '../import.ts'
import { placedProblem } from '../import-place.ts'
import type { Problem } from '../problem.ts'
import { type Region, RegionHead } from '../region.ts'
import { regionProblems } from '../region-rules.ts'
import { Requirement } from '../requirement.ts'
import { accept, refuse } from '../result.ts'
import { Product, ServiceArea } from '../service-area.ts'
import { Specialist } from '../specialist.ts'

const put = <In extends string, Member extends z.ZodType>(name: In, member: Member) =>
  z.strictObject({ kind: z.literal('put-entry'), in: z.literal(name), member })

/** One thing of the master data is to be as it says here; added where there is none of that id. */
export const PutEntry = z
  .discriminatedUnion('in', [
    put('serviceAreas', ServiceArea),
    put('products', Product),
    put('authorities', Authority),
    put('agreements', Agreement),
    put('specialists', Specialist),
    put('requirements', Requirement),
  ])
  .meta({ id: 'PutEntry' })

/** The lists of master data; absences, bookings and marks have commands of their own. */
export const MasterData = z.enum([
  'serviceAreas',
  'products',
  'authorities',
  'agreements',
  'specialists',
  'requirements',
])
export type MasterData = z.infer<typeof MasterData>

/** One thing of the master data is to go; what anything else refers to stays. */
export const RemoveEntry = z
  .strictObject({ kind: z.literal('remove-entry'), in: MasterData, id: Id })
  .readonly()
  .meta({ id: 'RemoveEntry' })

/** The region itself: its name, collection offices, conflicts and settings. */
export const PutHead = z
  .strictObject({ kind: z.literal('put-head'), head: RegionHead })
  .readonly()
  .meta({ id: 'PutHead' })

/** Stored if the region still holds together with it; live cover that it breaks, it breaks. */
export const putEntry: Decide<z.infer<typeof PutEntry>> = ({ index: { region } }, command) => {
  const { id } = command.member
  const said = command.in === 'requirements' ? saidOfGaps(region, id, command.member.needs.length) : []
  const left = changed(region, said)
  const problems = upsertProblems(left, { ...left, ...noMembers, [command.in]: [command.member] })
  return problems.length === 0
    ? accept(decision([...said, { ...command, kind: 'put' }]))
    : refuse({ code: 'invalid', problems: problems.map((problem) => placedIn(`/${command.in}/0`, problem)) })
}

const noMembers = { ...Object.fromEntries(collections.map((name) => [name, []])), refusals: [] }

/** What was said of the gaps of a requirement's needs from a position on: it goes with them, for nobody can take it back. */
function saidOfGaps({ refusals, gapMarks = [] }: Region, requirement: string, position: number): Change[] {
  const isGone = (said: Pick<GapMark, 'requirement' | 'need'>): boolean =>
    said.requirement === requirement && said.need >= position
  return [
    ...refusals.filter(isGone).map((refusal): Change => ({ kind: 'remove-refusal', refusal })),
    ...gapMarks.filter(isGone).map(({ id }): Change => ({ kind: 'remove', in: 'gapMarks', id })),
  ]
}

/** The place in the thing itself, if it is one: whoever puts one thing does not know where the region has it. */
function placedIn(thing: string, problem: Problem): Problem {
  const within = (pointer: string): string => (pointer.startsWith(`${thing}/`) ? pointer.slice(thing.length) : pointer)
  const pointer = within(problem.pointer)
  return problem.code === 'duplicate-id'
    ? { ...problem, pointer, first: within(problem.first) }
    : { ...problem, pointer }
}

/** Stored if the region still holds together with it. */
export const putHead: Decide<z.infer<typeof PutHead>> = ({ index: { region } }, { head }) => {
  if (head.id !== region.region.id) return refuse({ code: 'invalid', problems: [anotherRegion(region.region.id)] })
  const change: Change = { kind: 'put-head', head }
  const problems = regionProblems(changed(region, [change]))
  return problems.length === 0
    ? accept(decision([change]))
    : refuse({ code: 'invalid', problems: problems.map((problem) => placedIn('/region', problem)) })
}

const anotherRegion = (id: string): Problem => ({ pointer: '/id', code: 'not-one-of', allowed: [id] })

/** Refused with every place that refers to it, by the id of what stands there. */
export const removeEntry: Decide<z.infer<typeof RemoveEntry>> = ({ index: { region } }, { in: list, id }) => {
  if (!membersOf(region, list).some((member) => member.id === id)) return refuse({ code: 'unknown', what: 'entry', id })
  const said = list === 'requirements' ? saidOfGaps(region, id, 0) : []
  const changes: readonly Change[] = [...said, { kind: 'remove', in: list, id }]
  const merged = changed(region, changes)
  const problems = regionProblems(merged)
  return problems.length === 0
    ? accept(decision(changes))
    : refuse({
        code: 'invalid',
        problems: problems.map((problem) => placedProblem(problem, { incoming: { ...region, ...noMembers }, merged })),
      })
}
