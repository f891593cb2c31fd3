import type { Change } from './change.ts'
import type { Member } from './member.ts'
import type { Region } from './region.ts'

/** What becomes of the deputies of members who are no more: they stand for the others whom they stood for. */
export const deputiesOfNone = ({ members = [] }: Region, gone: readonly Member[]): Change[] =>
  members.flatMap((member): Change[] => {
    const left = member.deputyOf?.filter((other) => !gone.some(({ id }) => id === other))
    return gone.includes(member) || left?.length === member.deputyOf?.length || left === undefined
      ? []
      : [{ kind: 'put', in: 'members', member: { ...member, deputyOf: left } }]
  })
