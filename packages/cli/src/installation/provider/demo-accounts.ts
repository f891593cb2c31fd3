import { dateInGermany } from '@vertretbar/domain/calendar'
import { covers } from '@vertretbar/domain/period'
import type { Language } from '@vertretbar/messages/catalogue'
import { rolesText } from '@vertretbar/messages/role-words'
import type { Ports } from '@vertretbar/usecases/ports'
import { demoPrefix } from './demo-members.ts'
import { localIssuer } from './local-issuer.ts'
import type { ShownAccount } from './page-text.ts'

/** The demo accounts that have access to a region today, each with what it is. */
export async function demoAccounts(
  { regions, now }: Pick<Ports, 'regions' | 'now'>,
  region: string,
  language: Language,
): Promise<ShownAccount[]> {
  const stored = (await regions.load(region))?.region
  if (stored === undefined) return []
  const { members = [], specialists, authorities, serviceAreas: areas } = stored
  const today = dateInGermany(now())
  return members.flatMap((member) => {
    const { identity, roles } = member
    if (identity?.issuer !== localIssuer || !identity.subject.startsWith(demoPrefix)) return []
    if (!covers(member, today)) return []
    const specialist = specialists.find(({ id }) => id === member.specialist)
    return [{ subject: identity.subject, label: rolesText({ roles, specialist, authorities, areas }, language) }]
  })
}
