import type { LocalDate } from '@vertretbar/domain/half-day'
import { type Grant, grantsOn } from '@vertretbar/domain/member'
import type { RegionIndex } from '@vertretbar/domain/region-index'
import type { CoverPlanContact } from '@vertretbar/messages/cover-plan'

/** Of whom a plan speaks beside its authority, and the day on which roles are asked. */
interface Reach {
  readonly date: LocalDate
  readonly partners: readonly string[]
}

/**
 * Whom to call where the system cannot be asked: the HR managers of an authority, the coordinators, and the HR managers
 * of those with whom it has cover; each with their deputies, and each address once for a role.
 */
export function coverPlanContacts(
  index: RegionIndex,
  authority: string,
  { date, partners }: Reach,
): CoverPlanContact[] {
  const { members = [] } = index.region
  const held = members.flatMap((member) =>
    grantsOn(member, members, date).map((one) => ({ ...one, address: member.address })),
  )
  const holding = (isMeant: (grant: Grant) => boolean): CoverPlanContact[] => {
    // Who has a role and also stands for another with it is no mere deputy.
    const found = held.filter(({ grant }) => isMeant(grant)).toSorted((a, b) => Number(a.isDeputy) - Number(b.isDeputy))
    return found.filter(({ address }, at) => found.findIndex((one) => one.address === address) === at)
  }
  const hrOf = (id: string): CoverPlanContact[] =>
    holding((grant) => grant.role === 'hr-manager' && grant.authority === id)
  return [...hrOf(authority), ...holding(({ role }) => role === 'coordinator'), ...partners.flatMap(hrOf)]
}
