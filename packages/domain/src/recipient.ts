import { canonicalText } from './canonical-text.ts'
import type { LocalDate } from './half-day.ts'
import { type Grant, grantsOn, type Member } from './member.ts'
import type { Audience } from './message.ts'
import { covers } from './period.ts'

/** The members who are meant by an audience. */
export type Reach = (audience: Audience) => readonly Member[]

/** Who is meant by any audience on a day; looked up once for each. */
export function reachOn(members: readonly Member[], date: LocalDate): Reach {
  const known = new Map<string, readonly Member[]>()
  return (audience) => {
    const key = canonicalText(audience)
    const found = known.get(key) ?? recipientsOf(members, audience, date)
    known.set(key, found)
    return found
  }
}

/**
 * The members who are meant on a day: the holders of the role and their deputies, each once; where there is nobody, the
 * coordinators. None if there are none of those either.
 */
export function recipientsOf(members: readonly Member[], audience: Audience, date: LocalDate): readonly Member[] {
  const meant = members.filter((member) => isMeant(member, members, { audience, date }))
  return meant.length > 0 || audience.kind === 'coordinator'
    ? meant
    : recipientsOf(members, { kind: 'coordinator' }, date)
}

interface Meant {
  readonly audience: Audience
  readonly date: LocalDate
}

/** A person is meant as such: nobody stands for them in what is their own to answer. */
function isMeant(member: Member, members: readonly Member[], { audience, date }: Meant): boolean {
  if (audience.kind === 'specialist') return member.specialist === audience.specialist && covers(member, date)
  return grantsOn(member, members, date).some(({ grant }) => isHolder(grant, audience))
}

type Role = Exclude<Audience, { readonly kind: 'specialist' }>

function isHolder(grant: Grant, audience: Role): boolean {
  if (grant.role !== audience.kind) return false
  if (audience.kind === 'coordinator' || grant.role === 'coordinator') return true
  return (
    'authority' in grant &&
    grant.authority === audience.authority &&
    (audience.kind !== 'area-head' || (grant.role === 'area-head' && grant.area === audience.area))
  )
}
