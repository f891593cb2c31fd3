import { createRoute } from '@hono/zod-openapi'
import type { Actor } from '@vertretbar/domain/actor'
import { dateInGermany } from '@vertretbar/domain/calendar'
import type { Identity, Member } from '@vertretbar/domain/member'
import { execute } from '@vertretbar/usecases/execute'
import { digestOfCode } from '@vertretbar/usecases/invitation'
import type { Ports } from '@vertretbar/usecases/ports'
import * as z from 'zod'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { Me, meView } from './me.ts'
import { refusalOf } from './order.ts'
import { problemResponses, refusal } from './problem.ts'
import { router, sessionOf, withinLimit } from './session.ts'

/** The code of an invitation, as it was told to whoever is invited. */
const AskedMembership = z
  .strictObject({
    code: z
      .string()
      .min(1)
      .max(200)
      .regex(/^[ -~]+$/),
  })
  .readonly()
  .meta({ id: 'AskedMembership' })

const postMembership = createRoute({
  method: 'post',
  path: '/v1/me/membership',
  summary: 'Accepts an invitation: from now on whoever has signed in is that member',
  security: [{ login: [] }],
  request: { body: { required: true, content: { 'application/json': { schema: AskedMembership } } } },
  responses: {
    201: { description: 'Oneself, as a member.', content: { 'application/json': { schema: Me } } },
    ...problemResponses('malformed-json', 'not-found', 'identity-taken', 'unsupported-media-type', 'invalid'),
  },
})

/** `POST /v1/me/membership`: takes a token but no membership, for it is what makes one. */
export const membership = (context: ApiContext) =>
  router().openapi(
    postMembership,
    async (c) => {
      const { ports } = context
      const identity = c.get('identity')
      // A code cannot be guessed; but whoever tries has every region looked through each time.
      await withinLimit(c, context, `${identity.issuer} ${identity.subject}`)
      const code = digestOfCode(c.req.valid('json').code)
      const invited = await invitedBy(ports, code)
      if (invited === undefined) throw refusal(c, 'not-found')
      if (await isTakenElsewhere(ports, identity, invited.region)) throw refusal(c, 'identity-taken')
      const actor: Actor = { kind: 'member', id: invited.member.id }
      const command = { kind: 'bind-member' as const, code, identity }
      const done = await execute(ports, { region: invited.region, command, actor, key: undefined })
      if (!done.ok && done.refusal.code === 'unknown') throw refusal(c, 'not-found')
      if (!done.ok) throw refusalOf(c, done.refusal)
      const session = await sessionOf(ports, identity)
      // Bound, but to begin later.
      if (session === 'nobody') throw refusal(c, 'no-membership')
      return c.json(meView(session), 201)
    },
    refuseInvalid({ json: AskedMembership }),
  )

/** Who is invited by a code, and where; codes say nothing of their region. */
async function invitedBy(
  { regions }: Ports,
  code: string,
): Promise<{ readonly region: string; readonly member: Member } | undefined> {
  for (const region of await regions.regions()) {
    // oxlint-disable-next-line no-await-in-loop -- one region after the other, until one knows the code
    const snapshot = await regions.load(region)
    const member = snapshot?.region.members?.find(({ invitation }) => invitation?.code === code)
    if (member !== undefined) return { region, member }
  }
  return undefined
}

/** Whether somebody is a member of another region, or will be: a login belongs to one only. */
async function isTakenElsewhere({ identities, regions, now }: Ports, identity: Identity, region: string) {
  const known = await identities.membershipOf(identity)
  if (known === undefined || known.region === region) return false
  const members = (await regions.load(known.region))?.region.members ?? []
  const { validTo } = members.find(({ id }) => id === known.member) ?? { validTo: '0000-01-01' }
  return validTo === undefined || dateInGermany(now()) <= validTo
}
