import type { Command } from '@vertretbar/domain/command'
import type { LocalDate } from '@vertretbar/domain/half-day'
import type { Member } from '@vertretbar/domain/member'
import type { Region } from '@vertretbar/domain/region'
import { holdsTogether } from './holds-together.ts'
import { changed, type Judge, no, type State, type Verdict } from './state.ts'

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>

const twoWeeks = 14 * 24 * 60 * 60 * 1000
const until = (now: number): string => new Date(now + twoWeeks).toISOString()

/** Somebody is to have access, by a code that holds two weeks. */
export const invited: Judge<Of<'invite-member'>> = (state, { fields, code }, { now, today, newIds }) =>
  withMember(state, { id: newIds[0] ?? 'unnamed', ...fields, invitation: { code, expiresAt: until(now) } }, today)

/** Somebody has other roles; how they log in stays. */
export const changedMember: Judge<Of<'change-member'>> = (state, { member: id, fields }, { today }) => {
  const found = memberOf(state.region, id)
  if (found === undefined) return unknown(id)
  const { identity, invitation } = found
  const login = { ...(identity === undefined ? {} : { identity }), ...(invitation === undefined ? {} : { invitation }) }
  return withMember(state, { id, ...fields, ...login }, today)
}

/** Nobody has access after that day; whoever was to begin later has it for that one day. */
export const endedMember: Judge<Of<'end-member'>> = (state, { member: id, validTo }, { today }) => {
  const found = memberOf(state.region, id)
  if (found === undefined) return unknown(id)
  const validFrom = [found.validFrom, validTo].toSorted()[0] ?? validTo
  return withMember(state, { ...without(found, 'invitation'), validFrom, validTo }, today)
}

/** The old login and the old code count no more. */
export const invitedAnew: Judge<Of<'renew-invitation'>> = (state, { member: id, code }, { now, today }) => {
  const found = memberOf(state.region, id)
  if (found === undefined) return unknown(id)
  return withMember(state, { ...without(found, 'identity'), invitation: { code, expiresAt: until(now) } }, today)
}

/** Whoever knows the code is that member; the code is spent. */
export const bound: Judge<Of<'bind-member'>> = (state, { code, identity }, { now, today }) => {
  const found = (state.region.members ?? []).find(
    ({ invitation }) => invitation?.code === code && now < Date.parse(invitation.expiresAt),
  )
  if (found === undefined) return unknown(code)
  return withMember(state, { ...without(found, 'invitation'), identity }, today)
}

const unknown = (id: string): Verdict => no({ code: 'unknown', what: 'member', id })

const memberOf = ({ members = [] }: Region, id: string): Member | undefined => members.find((one) => one.id === id)

function without(member: Member, field: 'identity' | 'invitation'): Member {
  return { ...member, [field]: undefined }
}

/** Nobody is two members by one login, but for those of whom one is over. */
function withMember(state: State, member: Member, today: LocalDate): Verdict {
  const others = (state.region.members ?? []).filter(({ id }) => id !== member.id)
  const members = [...others, member]
  if (!holdsTogether({ ...state.region, members })) return no({ code: 'invalid' })
  const isOver = ({ validTo = '9999-12-31' }: Member): boolean => validTo < today
  const isTaken = others.some((other) => !isOver(other) && !isOver(member) && isSameLogin(other, member))
  return isTaken ? no({ code: 'identity-taken' }) : changed(state, { members })
}

const isSameLogin = ({ identity: one }: Member, { identity: other }: Member): boolean =>
  one !== undefined && one.issuer === other?.issuer && one.subject === other.subject
