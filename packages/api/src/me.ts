import { dateOf } from '@vertretbar/domain/half-day'
import { AreaId, AuthorityId, Id, Name, SpecialistId } from '@vertretbar/domain/identifier'
import { Address, Grant, grantsOn, Member } from '@vertretbar/domain/member'
import { ServiceArea } from '@vertretbar/domain/service-area'
import * as z from 'zod'
import { problemResponses } from './problem.ts'
import { guarded } from './route.ts'
import { router, type Session } from './session.ts'
import { answerFrom } from './snapshot.ts'

/** Who one is here: one's own roles and those of whom one stands for, with the names of what they speak of. */
export const Me = z
  .strictObject({
    member: Id,
    address: Address,
    language: Member.unwrap().shape.language,
    region: z.strictObject({ id: Id, name: Name }).readonly(),
    roles: z.array(Grant).readonly(),
    asDeputy: z.array(Grant).readonly(),
    specialist: z.strictObject({ id: SpecialistId, displayName: Name }).readonly().optional(),
    authorities: z.array(z.strictObject({ id: AuthorityId, name: Name }).readonly()).readonly(),
    areas: z.array(z.strictObject({ id: AreaId, name: ServiceArea.unwrap().shape.name }).readonly()).readonly(),
  })
  .readonly()
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

const getMe = guarded('read-oneself', {
  method: 'get',
  path: '/v1/me',
  summary: 'Who one is here, and as what',
  responses: {
    200: { description: 'Oneself.', content: { 'application/json': { schema: Me } } },
    304: { description: 'The caller has it already.' },
    ...problemResponses(),
  },
})

/** `GET /v1/me`. */
export const me = router().openapi(getMe, (c) => answerFrom(c, meView))

/** What a member is told of themselves, as the region stands. */
export function meView({ member, snapshot: { region }, today }: Pick<Session, 'member' | 'snapshot' | 'today'>): Me {
  const held = grantsOn(member, region.members ?? [], dateOf(today))
  const grants = held.map(({ grant }) => grant)
  const specialist = region.specialists.find(({ id }) => id === member.specialist)
  return {
    member: member.id,
    address: member.address,
    language: member.language,
    region: { id: region.region.id, name: region.region.name },
    roles: held.filter(({ isDeputy }) => !isDeputy).map(({ grant }) => grant),
    asDeputy: held.filter(({ isDeputy }) => isDeputy).map(({ grant }) => grant),
    ...(specialist && { specialist: { id: specialist.id, displayName: specialist.displayName } }),
    authorities: region.authorities
      .filter(({ id }) => grants.some((grant) => 'authority' in grant && grant.authority === id))
      .map(({ id, name }) => ({ id, name })),
    areas: region.serviceAreas
      .filter(({ id }) => grants.some((grant) => 'area' in grant && grant.area === id))
      .map(({ id, name }) => ({ id, name })),
  }
}
