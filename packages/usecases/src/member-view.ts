import type { Access } from '@vertretbar/domain/access'
import { personOf, whereOf } from '@vertretbar/domain/access-subject'
import { maySeeMember } from '@vertretbar/domain/concealment'
import { Instant } from '@vertretbar/domain/instant'
import { Member } from '@vertretbar/domain/member'
import * as z from 'zod'
import type { Snapshot } from './ports.ts'

/** Who has access, and to what. Of a login only whether there is one, of an invitation only how long it holds. */
export const MemberView = Member.unwrap()
  .omit({ identity: true, invitation: true })
  .extend({ hasLoggedIn: z.boolean(), invitedUntil: Instant.optional() })
  .readonly()
  .meta({ id: 'MemberView' })
export type MemberView = z.infer<typeof MemberView>

/** What is told of a member to whoever may know of them: of roles elsewhere, and whom they stand for there, nothing. */
export function memberView({ index }: Pick<Snapshot, 'index'>, access: Access, member: Member): MemberView | undefined {
  if (!maySeeMember(access, member)) return undefined
  const { id, address, language, digestTime, roles, specialist, deputyOf, validFrom, validTo } = member
  const isOneself = id === access.member?.id
  const isSeenPerson = specialist !== undefined && access.may('see-name', personOf(index.specialist(specialist)))
  const stoodFor = deputyOf?.filter((other) =>
    (index.region.members ?? []).some((one) => one.id === other && (isOneself || maySeeMember(access, one))),
  )
  return {
    id,
    address,
    language,
    ...(digestTime !== undefined && { digestTime }),
    roles: roles.filter((grant) => isOneself || access.may('read-members', whereOf(grant))),
    ...((isOneself || isSeenPerson) && specialist !== undefined && { specialist }),
    ...(stoodFor && { deputyOf: stoodFor }),
    validFrom,
    ...(validTo !== undefined && { validTo }),
    hasLoggedIn: member.identity !== undefined,
    ...(member.invitation && { invitedUntil: member.invitation.expiresAt }),
  }
}
