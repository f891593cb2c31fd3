import { personOf } from '@vertretbar/domain/access-subject'
import { dateInGermany } from '@vertretbar/domain/calendar'
import type { Command } from '@vertretbar/domain/command'
import { Proposal, proposalProblems } from '@vertretbar/domain/command/request-bookings'
import type { CommandRefusal } from '@vertretbar/domain/command-refusal'
import { Id, RequirementId } from '@vertretbar/domain/identifier'
import type { Problem } from '@vertretbar/domain/problem'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import * as z from 'zod'
import { CandidateHandle, candidateBehind, visibleNeed } from './candidates-view.ts'
import { type Planned, seenAssignments } from './told-assignments.ts'
import type { Viewer } from './viewer.ts'

/** Somebody who has no name yet is asked for what they were told to be able to do for a need. */
const UnnamedProposal = z
  .strictObject({
    candidate: CandidateHandle,
    requirement: RequirementId,
    need: z.int().min(0),
    ...Proposal.unwrap().pick({ agreement: true, halfDays: true, mode: true }).shape,
  })
  .readonly()
  .meta({ id: 'UnnamedProposal' })
type UnnamedProposal = z.infer<typeof UnnamedProposal>

const ProposalsAsked = z
  .strictObject({
    proposals: z
      .array(z.union([Proposal, UnnamedProposal]))
      .min(1)
      .max(200)
      .readonly(),
  })
  .readonly()
  .meta({ id: 'ProposalsAsked' })
type ProposalsAsked = z.infer<typeof ProposalsAsked>

/** Assignments of a plan, by their places in its list as the plan is told to whoever asks. */
const PlanAsked = z
  .strictObject({
    plan: Id,
    assignments: z.array(z.int().min(0)).min(1).max(200).readonly(),
    mode: Proposal.unwrap().shape.mode,
  })
  .readonly()
  .meta({ id: 'PlanAsked' })
export type PlanAsked = z.infer<typeof PlanAsked>

/** What is asked for: proposals, or what a plan proposes. */
export const AskedBookings = z.union([ProposalsAsked, PlanAsked]).meta({ id: 'AskedBookings' })
export type AskedBookings = z.infer<typeof AskedBookings>

type Asking = Result<Extract<Command, { readonly kind: 'request-bookings' }>, CommandRefusal>

/** The requests that some proposals mean as things stand. Whom one may not name is not there for whoever names them. */
export function requestsFor(viewer: Viewer, { proposals }: ProposalsAsked): Asking {
  const resolved = proposals.map((proposal, position) => {
    const pointer = `/proposals/${position}`
    return 'candidate' in proposal ? unnamed(viewer, proposal, pointer) : named(viewer, proposal, pointer)
  })
  return asking(viewer, resolved)
}

interface Resolved {
  readonly proposal?: Proposal | undefined
  readonly place?: Pick<Proposal, 'authority' | 'area'>
  readonly problems: readonly Problem[]
}

/** Who has no right to ask for a place learns nothing else of what they asked. */
function asking({ access }: Viewer, resolved: readonly Resolved[]): Asking {
  const places = resolved.flatMap(({ place }) => place ?? [])
  if (!places.every((place) => access.may('ask-for-cover', { places: [place] }))) return refuse({ code: 'forbidden' })
  const problems = resolved.flatMap((one) => one.problems)
  if (problems.length > 0) return refuse({ code: 'invalid', problems })
  return accept({ kind: 'request-bookings', proposals: resolved.flatMap(({ proposal }) => proposal ?? []) })
}

function named({ snapshot: { region }, access }: Viewer, proposal: Proposal, pointer: string): Resolved {
  const specialists = region.specialists.filter((one) => access.may('see-name', personOf(one)))
  return { proposal, place: proposal, problems: proposalProblems({ ...region, specialists }, proposal, pointer) }
}

function unnamed(viewer: Viewer, asked: UnnamedProposal, pointer: string): Resolved {
  const { candidate, requirement, need, halfDays, ...manner } = asked
  const ref = visibleNeed(viewer, { requirement, need })
  const unknown = (field: string, to: 'requirement' | 'specialist', id: string): Resolved => ({
    problems: [{ pointer: `${pointer}/${field}`, code: 'unknown-reference', to, id }],
  })
  if (ref === undefined) return unknown('requirement', 'requirement', requirement)
  const place = { authority: ref.requirement.authority, area: ref.requirement.area }
  const found = candidateBehind(viewer, ref, { candidate, halfDays, today: dateInGermany(viewer.now) })
  if (found === undefined) return { ...unknown('candidate', 'specialist', candidate), place }
  const proposal: Proposal = { specialist: found.id, ...place, halfDays, ...manner }
  return { proposal, place, problems: proposalProblems(viewer.snapshot.region, proposal, pointer) }
}

/** The requests for what a plan proposes, of what is told of it to whoever asks. */
export function requestsOfPlan(viewer: Viewer, planned: Planned, { assignments, mode }: PlanAsked): Asking {
  const seen = seenAssignments(viewer, planned)
  const resolved = assignments.map((number, position): Resolved => {
    const found = seen[number]?.assignment
    if (found !== undefined) return { proposal: { ...found, mode }, place: found, problems: [] }
    const pointer = `/assignments/${position}`
    return { problems: [{ pointer, code: 'too-large', of: 'value', maximum: seen.length - 1 }] }
  })
  return asking(viewer, resolved)
}
