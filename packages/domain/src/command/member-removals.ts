import type { Change } from '../change.ts'
import type { Member } from '../member.ts'
import type { Region } from '../region.ts'

/** The members for whom it holds go; of those that stay, nobody is the deputy of whom nobody is any more. */
export function memberRemovals({ members = [] }: Region, isGone: (member: Member) => boolean): Change[] {
  const gone = new Set(members.filter(isGone).map(({ id }) => id))
  return members.flatMap((member): Change[] => {
    const { id, deputyOf } = member
    if (gone.has(id)) return [{ kind: 'remove', in: 'members', id }]
    if (deputyOf === undefined || !deputyOf.some((other) => gone.has(other))) return []
    return [
      { kind: 'put', in: 'members', member: { ...member, deputyOf: deputyOf.filter((other) => !gone.has(other)) } },
    ]
  })
}
