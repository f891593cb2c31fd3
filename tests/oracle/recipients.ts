import type { LocalDate } from '@vertretbar/domain/half-day'
import type { Member } from '@vertretbar/domain/member'
import type { Audience } from '@vertretbar/domain/message'
import type { Region } from '@vertretbar/domain/region'
import { within } from './region.ts'

/** The ids of the members who are told what an audience is told (spec § 8): holders and deputies, else the coordinators. */
export function recipients(region: Region, audience: Audience, date: LocalDate): string[] {
  const there = (region.members ?? []).filter((member) => within(member, date))
  const meant = there.filter((member) => stands(member, audience) || standsFor(member, there, audience))
  if (meant.length > 0) return meant.map(({ id }) => id)
  return audience.kind === 'coordinator' ? [] : recipients(region, { kind: 'coordinator' }, date)
}

const stands = (member: Member, audience: Audience): boolean =>
  audience.kind === 'specialist'
    ? member.specialist === audience.specialist
    : member.roles.some(
        (grant) =>
          grant.role === audience.kind &&
          (!('authority' in audience) || ('authority' in grant && grant.authority === audience.authority)) &&
          (!('area' in audience) || ('area' in grant && grant.area === audience.area)),
      )

/** Nobody stands for a person as such, and a deputy of a deputy stands for the deputy alone. */
const standsFor = (member: Member, there: readonly Member[], audience: Audience): boolean =>
  audience.kind !== 'specialist' &&
  (member.deputyOf ?? []).some((id) => there.some((other) => other.id === id && stands(other, audience)))
