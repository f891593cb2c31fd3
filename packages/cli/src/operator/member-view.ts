import type { Member } from '@vertretbar/domain/member'
import { dateText } from '@vertretbar/messages/date-text'
import { instantText } from '@vertretbar/messages/instant-text'
import { rolesText } from '@vertretbar/messages/role-words'
import { table } from '../table.ts'
import type { View } from '../view.ts'

/** A member as it is told: whether somebody has logged in as it, but neither by which login nor any code. */
export type MemberView = Omit<Member, 'identity' | 'invitation'> & {
  readonly isBound: boolean
  readonly invitedUntil: string | undefined
}

/** What is told of a member. */
export const memberView = ({ identity, invitation, ...member }: Member): MemberView => ({
  ...member,
  isBound: identity !== undefined,
  invitedUntil: invitation?.expiresAt,
})

/** Members as a table: who, as what, for whom, how long, and whether they have logged in. */
export function membersTable(members: readonly MemberView[], view: View): Promise<string> {
  const { texts, page } = view
  const head = [{ kept: texts.id }, { kept: texts.address }, texts.roles, texts.deputyFor, texts.validity, texts.login]
  const rows = members.map((member) => [
    member.id,
    member.address,
    roleText(member, view),
    (member.deputyOf ?? []).join(', '),
    periodText(member, view),
    loginText(member, view),
  ])
  return table(head, rows, page)
}

function roleText({ roles, specialist }: MemberView, { index, language }: View): string {
  const { authorities, serviceAreas: areas, specialists } = index.region
  return rolesText({ roles, specialist: specialists.find(({ id }) => id === specialist), authorities, areas }, language)
}

const periodText = ({ validFrom, validTo }: MemberView, { language, texts }: View): string =>
  validTo === undefined
    ? `${texts.from} ${dateText(validFrom, language)}`
    : `${dateText(validFrom, language)} – ${dateText(validTo, language)}`

function loginText({ isBound, invitedUntil }: MemberView, { language, texts }: View): string {
  if (isBound) return texts.hasLoggedIn
  return invitedUntil === undefined ? texts.notInvited : texts.invitedUntil(instantText(invitedUntil, language))
}
