import type { Command } from '@vertretbar/domain/command'
import type { Grant } from '@vertretbar/domain/member'
import { issuer } from '../../api/issuer.ts'
import type { Random } from '../../generate/random.ts'
import { addDays } from '../../oracle/dates.ts'
import { type Draw, idOf, oneOf, type View } from './view.ts'

type Fields = Extract<Command, { kind: 'invite-member' }>['fields']

/** The logins that there are in a region: so few that some are tried twice. */
export const logins = (region: string): string[] => [1, 2, 3, 4].map((number) => `${region}-${number}`)

/** Somebody is to have access. */
export const drawInvitation: Draw = (view) => ({
  kind: 'invite-member',
  code: drawCode(view.random),
  fields: drawFields(view),
})

/** Somebody is to have other roles, for another time. */
export const drawMemberChange: Draw = (view) => ({
  kind: 'change-member',
  member: memberOf(view),
  fields: drawFields(view),
})

/** Somebody leaves: today, soon, or a while ago; seldom so long ago that it need not be known any more. */
export const drawMemberEnd: Draw = (view) => {
  const { random, today } = view
  const validTo = addDays(today, random.chance(0.2) ? -random.int(355, 375) : random.int(-5, 5))
  return { kind: 'end-member', member: memberOf(view), validTo }
}

/** A code was lost, or a login is not to count any more. */
export const drawNewCode: Draw = (view) => ({
  kind: 'renew-invitation',
  member: memberOf(view),
  code: drawCode(view.random),
})

/** Somebody logs in with the code of an invitation, now and then with one that is none. */
export const drawLogin: Draw = ({ region, random }) => {
  const codes = (region.members ?? []).flatMap(({ invitation }) => (invitation === undefined ? [] : [invitation.code]))
  const code = oneOf(random, random.chance(0.05) ? [] : codes) ?? drawCode(random)
  return { kind: 'bind-member', code, identity: { issuer, subject: random.pick(logins(region.region.id)) } }
}

const memberOf = ({ region, random }: View): string => idOf(random, region.members ?? [])

const drawCode = (random: Random): string =>
  Array.from({ length: 16 }, () => random.int(0, 0xffff).toString(16).padStart(4, '0')).join('')

/** Mostly such as can be; the person and those stood for are now and then nobody, a period is now and then reversed. */
function drawFields(view: View): Fields {
  const { region, random, today } = view
  const roles = Array.from({ length: random.int(1, 3) }, () => drawGrant(view))
  const isPerson = random.chance(roles.some(({ role }) => role === 'specialist') ? 0.95 : 0.1)
  return {
    address: `${random.pick(['hr', 'leitung', 'fachkraft'])}@example.de`,
    language: random.pick(['de', 'en']),
    roles,
    ...(isPerson ? { specialist: idOf(random, region.specialists) } : {}),
    ...(random.chance(0.3) ? { deputyOf: [memberOf(view)] } : {}),
    validFrom: addDays(today, random.int(-400, 3)),
    ...(random.chance(0.4) ? { validTo: addDays(today, random.int(-2, 30)) } : {}),
  }
}

function drawGrant({ region, random }: View): Grant {
  const authority = idOf(random, region.authorities)
  const role = random.pick(['specialist', 'hr-manager', 'area-head', 'controller', 'coordinator', 'operator'] as const)
  if (role === 'coordinator' || role === 'operator') return { role }
  return role === 'area-head' ? { role, authority, area: idOf(random, region.serviceAreas) } : { role, authority }
}
