import * as z from 'zod'
import { type Change, changed } from '../change.ts'
import type { CommandRefusal } from '../command-refusal.ts'
import { type Context, type Decide, decision } from '../decision.ts'
import { dateOf, LocalDate } from '../half-day.ts'
import { Id } from '../identifier.ts'
import { instantOf, millisecondsOf } from '../instant.ts'
import { CodeDigest, Identity, Member } from '../member.ts'
import type { Problem } from '../problem.ts'
import type { Region } from '../region.ts'
import { regionProblems } from '../region-rules.ts'
import { accept, type Result, refuse } from '../result.ts'

/** What whoever manages access says of a member; the rest comes about by itself. */
export const MemberFields = Member.unwrap().omit({ id: true, identity: true, invitation: true }).readonly()
export type MemberFields = z.infer<typeof MemberFields>

/** Somebody is to have access; they are known once they have logged in with the code of the invitation. */
export const InviteMember = z
  .strictObject({ kind: z.literal('invite-member'), fields: MemberFields, code: CodeDigest })
  .readonly()
  .meta({ id: 'InviteMember' })

/** A member has other roles, another period or address. */
export const ChangeMember = z
  .strictObject({ kind: z.literal('change-member'), member: Id, fields: MemberFields })
  .readonly()
  .meta({ id: 'ChangeMember' })

/** A member has access up to this date and no longer; a date gone by ends it at once. */
export const EndMember = z
  .strictObject({ kind: z.literal('end-member'), member: Id, validTo: LocalDate })
  .readonly()
  .meta({ id: 'EndMember' })

/** The code of an invitation was lost, or somebody has to log in anew: only the new code holds. */
export const RenewInvitation = z
  .strictObject({ kind: z.literal('renew-invitation'), member: Id, code: CodeDigest })
  .readonly()
  .meta({ id: 'RenewInvitation' })

/** Whoever has the code of an invitation and has logged in is that member from now on. */
export const BindMember = z
  .strictObject({ kind: z.literal('bind-member'), code: CodeDigest, identity: Identity })
  .readonly()
  .meta({ id: 'BindMember' })

/** An invitation holds two weeks: long enough for a holiday, and then its code in an old mail is worth nothing. */
const invitationMilliseconds = 14 * 24 * 60 * 60 * 1000

const invitationOf = (code: string, now: number) => ({ code, expiresAt: instantOf(now + invitationMilliseconds) })

/** Stored if all that it names is there. */
export const inviteMember: Decide<z.infer<typeof InviteMember>> = ({ index: { region } }, { fields, code }, context) =>
  stored(region, { ...fields, id: context.newId(), invitation: invitationOf(code, context.now) }, context)

/** The same for somebody who is known. */
export const changeMember: Decide<z.infer<typeof ChangeMember>> = (
  { index: { region } },
  { member: id, fields },
  context,
) => {
  const found = memberIn(region, id)
  if (!found.ok) return found
  const { identity, invitation } = found.value
  const login = { ...(identity && { identity }), ...(invitation && { invitation }) }
  return stored(region, { ...fields, id, ...login }, context)
}

/** What was agreed to, noted and written stays; so does, for a time, who it was. */
export const endMember: Decide<z.infer<typeof EndMember>> = (
  { index: { region } },
  { member: id, validTo },
  context,
) => {
  const found = memberIn(region, id)
  if (!found.ok) return found
  const { invitation: _, ...member } = found.value
  // Somebody who was to begin later never does: the period is that one day before.
  const [validFrom = validTo] = [member.validFrom, validTo].toSorted()
  return stored(region, { ...member, validFrom, validTo }, context)
}

/** Nobody is known by the old login any more. */
export const renewInvitation: Decide<z.infer<typeof RenewInvitation>> = (
  { index: { region } },
  { member: id, code },
  context,
) => {
  const found = memberIn(region, id)
  if (!found.ok) return found
  const { identity: _, ...member } = found.value
  return stored(region, { ...member, invitation: invitationOf(code, context.now) }, context)
}

/** The code is spent with that. */
export const bindMember: Decide<z.infer<typeof BindMember>> = ({ index: { region } }, { code, identity }, context) => {
  const invited = (region.members ?? []).find(
    ({ invitation }) => invitation?.code === code && context.now < millisecondsOf(invitation.expiresAt),
  )
  if (invited === undefined) return refuse({ code: 'unknown', what: 'member', id: code })
  const { invitation: _, ...member } = invited
  return stored(region, { ...member, identity }, context)
}

function memberIn({ members = [] }: Region, id: string): Result<Member, CommandRefusal> {
  const found = members.find((one) => one.id === id)
  return found === undefined ? refuse({ code: 'unknown', what: 'member', id }) : accept(found)
}

/**
 * The region with the member, if it holds together; places are told in the fields of the command. A login belongs to one
 * member of those that are not over, whichever way they come to be so.
 */
function stored(region: Region, member: Member, { today }: Context): ReturnType<Decide<z.infer<typeof EndMember>>> {
  const change: Change = { kind: 'put', in: 'members', member }
  const next = changed(region, [change])
  const place = `/members/${(next.members ?? []).findIndex(({ id }) => id === member.id)}`
  const problems = regionProblems(next)
  if (problems.length > 0)
    return refuse({ code: 'invalid', problems: problems.map((problem) => inFields(problem, place)) })
  const isTaken = (region.members ?? []).some(
    (other) => other.id !== member.id && isSameLogin(other, member) && [other, member].every(isNotOver(dateOf(today))),
  )
  return isTaken ? refuse({ code: 'identity-taken' }) : accept(decision([change]))
}

const isSameLogin = ({ identity: one }: Member, { identity: other }: Member): boolean =>
  one !== undefined && one.issuer === other?.issuer && one.subject === other.subject

const isNotOver =
  (today: string) =>
  ({ validTo }: Member): boolean =>
    validTo === undefined || today <= validTo

const inFields = (problem: Problem, place: string): Problem => ({
  ...problem,
  pointer: problem.pointer.startsWith(`${place}/`) ? problem.pointer.slice(place.length) : problem.pointer,
})
