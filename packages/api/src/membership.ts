import { createRoute } from '@hono/zod-openapi'
import type { Actor } from '@vertretbar/domain/actor'
import { dateInGermany } from '@vertretbar/domain/calendar'
import type { Identity } from '@vertretbar/domain/member'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import { execute, type OrderRefusal } from '@vertretbar/usecases/execute'
import { inTime } from '@vertretbar/usecases/in-time'
import { digestOfCode } from '@vertretbar/usecases/invitation'
import type { Membership, Ports } from '@vertretbar/usecases/ports'
import * as z from 'zod'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { Me, meView } from './me.ts'
import { refusalOf } from './order.ts'
import { problemResponses, refusal } from './problem.ts'
import { router, sessionOf, waited, withinLimit } from './session.ts'

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
      // A code cannot be guessed; but whoever tries has every region looked through each time.
      const { issuer, subject } = c.get('identity')
      await withinLimit(c, context, `${issuer} ${subject}`)
      const done = await inTime(accepted(context.ports, c.get('identity'), c.req.valid('json').code), waited(c))
      if (done === undefined) throw refusal(c, 'busy')
      if (done.ok) return c.json(done.value, 201)
      const no = done.refusal
      throw isPlain(no) ? refusal(c, no.code) : refusalOf(c, no)
    },
    refuseInvalid({ json: AskedMembership }),
  )

/** What stands against an invitation beside what does against its command. */
type Plain = { readonly code: 'not-found' | 'identity-taken' | 'no-membership' }

const isPlain = (no: OrderRefusal | Plain): no is Plain =>
  ['not-found', 'identity-taken', 'no-membership'].includes(no.code)

/** Binds a login by a code, and tells who it is from now on. */
async function accepted(ports: Ports, identity: Identity, told: string): Promise<Result<Me, OrderRefusal | Plain>> {
  const code = digestOfCode(told)
  const invited = await invitedBy(ports, code)
  if (invited === undefined) return refuse({ code: 'not-found' })
  const { region } = invited
  if (await isTakenElsewhere(ports, identity, region)) return refuse({ code: 'identity-taken' })
  const command = { kind: 'bind-member' as const, code, identity }
  const actor: Actor = { kind: 'member', id: invited.member }
  const done = await execute(ports, { region, command, actor, key: undefined })
  if (!done.ok) return refuse(done.refusal.code === 'unknown' ? { code: 'not-found' } : done.refusal)
  const session = await sessionOf(ports, identity)
  // Who is to begin later is bound already, and nobody yet.
  return session === 'nobody' ? refuse({ code: 'no-membership' }) : accept(meView(session))
}

/** Who is invited by a code, and where; codes say nothing of their region. */
async function invitedBy({ regions }: Ports, code: string): Promise<Membership | undefined> {
  for (const region of await regions.regions()) {
    // oxlint-disable-next-line no-await-in-loop -- one region after the other, until one knows the code
    const snapshot = await regions.load(region)
    const invited = snapshot?.region.members?.find(({ invitation }) => invitation?.code === code)
    if (invited !== undefined) return { region, member: invited.id }
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
