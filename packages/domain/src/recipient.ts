import type { LocalDate } from './half-day.ts'
import { type Grant, grantsOn, type Member } from './member.ts'
import type { Audience } from './message.ts'
import { covers } from './period.ts'

/**
 * The members who are meant by an audience: the holders of the role and their deputies, each once; where there is nobody,
 * the coordinators. None if there are none of those either.
 */
export type Reach = (audience: Audience) => readonly Member[]

/** Who is meant by any audience on a day; all members are looked at once, however often it is asked. */
export function reachOn(members: readonly Member[], date: LocalDate): Reach {
  const meant = new Map<string, Set<Member>>()
  for (const member of members)
    for (const key of keysOf(member, members, date)) meant.set(key, (meant.get(key) ?? new Set()).add(member))
  return (audience) => [...(meant.get(keyOf(audience)) ?? meant.get(keyOf({ kind: 'coordinator' })) ?? [])]
}

/** A person is meant as such: nobody stands for them in what is their own to answer. */
function keysOf(member: Member, members: readonly Member[], date: LocalDate): string[] {
  const roles = grantsOn(member, members, date).flatMap(({ grant }) => audienceOf(grant))
  const person = member.specialist !== undefined && covers(member, date) ? [member.specialist] : []
  return [...roles, ...person.map((specialist) => ({ kind: 'specialist' as const, specialist }))].map(keyOf)
}

/** The audience that the holders of a role are; of some roles nobody is told anything. */
function audienceOf(grant: Grant): Audience[] {
  switch (grant.role) {
    case 'hr-manager':
      return [{ kind: grant.role, authority: grant.authority }]
    case 'area-head':
      return [{ kind: grant.role, authority: grant.authority, area: grant.area }]
    case 'coordinator':
      return [{ kind: grant.role }]
    case 'specialist':
    case 'controller':
    case 'operator':
      return []
  }
}

/** One text for one audience, to look things up by. */
const keyOf = (audience: Audience): string => {
  switch (audience.kind) {
    case 'specialist':
      return `${audience.kind} ${audience.specialist}`
    case 'hr-manager':
      return `${audience.kind} ${audience.authority}`
    case 'area-head':
      return `${audience.kind} ${audience.authority} ${audience.area}`
    case 'coordinator':
      return audience.kind
  }
}
