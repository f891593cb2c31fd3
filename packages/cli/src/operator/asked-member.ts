import type { Command } from '@vertretbar/domain/command'
import { ChangeMember, EndMember, InviteMember, RenewInvitation } from '@vertretbar/domain/command/member'
import type { Member } from '@vertretbar/domain/member'
import type { Problem } from '@vertretbar/domain/problem'
import { type Result, refuse } from '@vertretbar/domain/result'
import type * as z from 'zod'
import type { Call } from '../command-line.ts'
import type { Refusal } from '../refusal.ts'
import { type Asked, askedCommand } from './asked-command.ts'

type AskedMember = Result<Asked, readonly Refusal[]>

/** The command that lets somebody in, if all that was typed is what it has to be; `today` is their first day if none is told. */
export const askedInvitation = (call: Call, code: string, today: string): AskedMember =>
  asked(
    InviteMember,
    { kind: 'invite-member', code, fields: { language: 'de', validFrom: today, ...typed(call) } },
    call,
  )

/** The command that changes a member in what was typed, and in nothing else. */
export function askedChange(call: Call, members: readonly Member[]): AskedMember {
  const { id } = call.operands
  const known = members.find((one) => one.id === id)
  if (known === undefined) return refuse([{ on: id, code: 'unknown', what: 'member', id }])
  const { id: _, identity: _login, invitation: _open, ...fields } = known
  return asked(ChangeMember, { kind: 'change-member', member: id, fields: { ...fields, ...typed(call) } }, call)
}

/** The command after which a member has no access. */
export const askedEnd = (call: Call): AskedMember =>
  asked(EndMember, { kind: 'end-member', member: call.operands.id, validTo: call.to }, call)

/** The command that makes another code for a member. */
export const askedRenewal = (call: Call, code: string): AskedMember =>
  asked(RenewInvitation, { kind: 'renew-invitation', member: call.operands.id, code }, call)

const asked = (schema: z.ZodType<Command>, document: Readonly<Record<string, unknown>>, call: Call): AskedMember =>
  askedCommand(schema, document, {
    on: call.operands.id || (call.said.address ?? ''),
    placed: ({ pointer, ...fault }) => ({ ...fault, typed: typedAt({ pointer }, call) }),
  })

/** The fields of a member that were typed; the others are as they were. */
function typed({ from, to, said }: Call): Readonly<Record<string, unknown>> {
  const { roles, address, language, digestTime, specialist, deputyOf } = said
  const named = { address, language, digestTime, specialist, deputyOf }
  const given = { ...named, roles: roles?.map(grantOf), validFrom: from, validTo: to }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/** A role as it is typed: `coordinator`, `hr-manager@cremlingen`, `area-head@lk-wolfenbuettel/audit`. */
function grantOf(text: string): Readonly<Record<string, string>> {
  const [role = '', place] = text.split('@')
  const [authority, area] = place?.split('/') ?? []
  return { role, ...(authority !== undefined && { authority }), ...(area !== undefined && { area }) }
}

/** The option that a value of a member came from; of several of its kind, which. */
function typedAt({ pointer }: Pick<Problem, 'pointer'>, { operands, said }: Call): string {
  const [field = '', position = ''] = pointer
    .replace(/^\/fields/, '')
    .split('/')
    .slice(1)
  switch (field) {
    case 'roles':
      return ['--role', said.roles?.[Number(position)] ?? ''].join(' ').trim()
    case 'deputyOf':
      return ['--deputy-of', said.deputyOf?.[Number(position)] ?? ''].join(' ').trim()
    case 'digestTime':
      return '--digest-time'
    case 'validFrom':
      return '--from'
    case 'validTo':
      return '--to'
    case 'member':
      return operands.id
    default:
      return `--${field}`
  }
}
