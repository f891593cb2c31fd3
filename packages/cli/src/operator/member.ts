import { dateOf } from '@vertretbar/domain/half-day'
import { accept, type Result } from '@vertretbar/domain/result'
import { newInvitation } from '@vertretbar/usecases/invitation'
import type { Command, Report } from '../command.ts'
import type { Call } from '../command-line.ts'
import type { Refusal } from '../refusal.ts'
import { styled } from '../table.ts'
import type { Asked } from './asked-command.ts'
import { askedChange, askedEnd, askedInvitation, askedRenewal } from './asked-member.ts'
import { carryOut } from './carry-out.ts'
import { membersTable, memberView } from './member-view.ts'
import { type OpenRegion, onStoredRegion, viewOf } from './open-region.ts'

/** Who has access, has had it, or is invited. */
export const memberList: Command = (call, surroundings) =>
  onStoredRegion(call, surroundings, async ({ snapshot, today }) => {
    const members = (snapshot.region.members ?? []).map(memberView)
    const heading = styled(surroundings.texts.membersHeading(members.length), 'bold', surroundings.page)
    const view = viewOf(snapshot, today, surroundings)
    return accept({
      data: { members },
      text: async () => (members.length === 0 ? heading : `${heading}\n${await membersTable(members, view)}`),
    })
  })

/** Somebody is to have access; tells the code by which they get in, once. */
export const memberAdd = inviting((call, code, { today }) => askedInvitation(call, code, dateOf(today)))

/** Somebody is to log in anew; tells another code, once. */
export const memberInvite = inviting((call, code) => askedRenewal(call, code))

/** A member has other roles, another period or address. */
export const memberChange = changing((call, { snapshot }) => askedChange(call, snapshot.region.members ?? []))

/** A member has access up to a day and no longer. */
export const memberEnd = changing((call) => askedEnd(call))

type ReadInvitation = (call: Call, code: string, open: OpenRegion) => Result<Asked, readonly Refusal[]>
type ReadChange = (call: Call, open: OpenRegion) => Result<Asked, readonly Refusal[]>

function inviting(read: ReadInvitation): Command {
  return (call, surroundings) =>
    onStoredRegion(call, surroundings, async (open) => {
      const { code, digest } = newInvitation()
      const link = `/einladung#${code}`
      const done = await carriedOut(read(call, digest, open), [open, call], surroundings)
      if (!done.ok) return done
      const { data, text } = done.value
      return accept({
        data: { ...data, invitation: { code, link } },
        text: async () => `${await text()}\n${surroundings.texts.invitation(code, link)}`,
      })
    })
}

function changing(read: ReadChange): Command {
  return (call, surroundings) =>
    onStoredRegion(call, surroundings, (open) => carriedOut(read(call, open), [open, call], surroundings))
}

async function carriedOut(
  asked: Result<Asked, readonly Refusal[]>,
  [open, { said }]: readonly [OpenRegion, Call],
  surroundings: Parameters<Command>[1],
): Promise<Result<Report, readonly Refusal[]>> {
  if (!asked.ok) return asked
  const done = await carryOut(open, asked.value, said.key)
  if (!done.ok) return done
  const { after, outcome } = done.value
  const touched = (after.region.members ?? []).filter(({ id }) => outcome.members.includes(id)).map(memberView)
  const heading = surroundings.texts.carriedOut(asked.value.command.kind, 0)
  const view = viewOf(after, open.today, surroundings)
  return accept({
    data: { outcome, members: touched },
    text: async () => `${styled(heading, 'bold', surroundings.page)}\n${await membersTable(touched, view)}`,
  })
}
