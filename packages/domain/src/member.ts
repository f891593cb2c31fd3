import * as z from 'zod'
import { AreaId, AuthorityId, Id, SpecialistId } from './identifier.ts'
import { Instant } from './instant.ts'
import { covers, periodFields } from './period.ts'

/** What somebody is in the cooperation, and where; a coordinator is it for the whole region. */
export const Grant = z
  .discriminatedUnion('role', [
    z.strictObject({ role: z.literal('specialist'), authority: AuthorityId }),
    z.strictObject({ role: z.literal('hr-manager'), authority: AuthorityId }),
    z.strictObject({ role: z.literal('area-head'), authority: AuthorityId, area: AreaId }),
    z.strictObject({ role: z.literal('controller'), authority: AuthorityId }),
    z.strictObject({ role: z.literal('coordinator') }),
    z.strictObject({ role: z.literal('operator') }),
  ])
  .readonly()
  .meta({ id: 'Grant' })
export type Grant = z.infer<typeof Grant>
export type MemberRole = Grant['role']

/** Who somebody is to a provider: people are known by both together, never by an address (OIDC Core § 5.7). */
export const Identity = z
  .strictObject({ issuer: z.url().max(500), subject: z.string().min(1).max(255) })
  .readonly()
  .meta({ id: 'Identity' })
export type Identity = z.infer<typeof Identity>

/** An e-mail address as people write it; quoted local parts are none of it. */
export const Address = z.email({ error: 'address' }).max(254).meta({ id: 'Address' })

/** A time of day in Germany, `06:30`. */
export const TimeOfDay = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'time-of-day' })
  .meta({ id: 'TimeOfDay' })
export type TimeOfDay = z.infer<typeof TimeOfDay>

/** What a secret that is told once only is known by: its SHA-256, as lower-case hex. */
export const CodeDigest = z.string().regex(/^[0-9a-f]{64}$/)

/** Who may do what, for a time. An identity is bound to it at the first login, by the code of the invitation. */
export const Member = z
  .strictObject({
    id: Id,
    identity: Identity.optional(),
    invitation: z.strictObject({ code: CodeDigest, expiresAt: Instant }).readonly().optional(),
    address: Address,
    language: z.enum(['de', 'en']),
    /** When the digest of the night is to be there; at six if nothing is said. */
    digestTime: TimeOfDay.optional(),
    roles: z.array(Grant).min(1).max(100).readonly(),
    /** The person that this member is, if they are one of the specialists. */
    specialist: SpecialistId.optional(),
    /** Whose deputy this member is: they may do what those may, but for what is everybody's own. */
    deputyOf: z.array(Id).max(100).readonly().optional(),
    ...periodFields,
  })
  .readonly()
  .meta({ id: 'Member' })
export type Member = z.infer<typeof Member>

/** A role that somebody has on a day, and whether it is their own or that of whom they stand for. */
export interface HeldGrant {
  readonly grant: Grant
  readonly isDeputy: boolean
}

/**
 * The roles that a member has on a date: their own, then those of the members whose deputy they are. Nobody stands for a
 * member who has left, and a deputy of a deputy stands for nobody but the deputy.
 */
export function grantsOn(member: Member, members: readonly Member[], date: string): HeldGrant[] {
  if (!covers(member, date)) return []
  const own = member.roles.map((grant) => ({ grant, isDeputy: false }))
  const held = (member.deputyOf ?? [])
    .flatMap((id) => members.find((other) => other.id === id) ?? [])
    .filter((other) => covers(other, date))
    .flatMap(({ roles }) => roles.filter(({ role }) => role !== 'specialist'))
  return [...own, ...held.map((grant) => ({ grant, isDeputy: true }))]
}
