import { EndMember, MemberFields } from '@vertretbar/domain/command/member'
import { Instant } from '@vertretbar/domain/instant'
import { newInvitation } from '@vertretbar/usecases/invitation'
import { MemberView } from '@vertretbar/usecases/member-view'
import * as z from 'zod'
import { tagOfContent } from './condition.ts'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { MemberPath, seenMember } from './members.ts'
import { carryOut, carryOutProvided, type Done, isAsSeen, KeyHeader, MatchHeader } from './order.ts'
import { type ProblemCode, problemResponses, refusal } from './problem.ts'
import { guarded } from './route.ts'
import { type ApiRequest, router } from './session.ts'

const AskedEndOfAccess = EndMember.unwrap()
  .omit({ kind: true, member: true })
  .readonly()
  .meta({ id: 'AskedEndOfAccess' })
const AskedMember = MemberFields.meta({ id: 'AskedMember' })
const AskedInvitation = z.strictObject({}).readonly().meta({ id: 'AskedInvitation' })

/** Somebody who is to log in with the code of an invitation. */
const InvitedMember = z
  .strictObject({
    member: MemberView,
    invitation: z
      .strictObject({ code: z.string(), expiresAt: Instant })
      .readonly()
      .optional()
      .describe('Told this once; missing where the same was asked before under this key.'),
  })
  .readonly()
  .meta({ id: 'InvitedMember' })

const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
})
const stored = { description: 'The member afterwards.', content: { 'application/json': { schema: MemberView } } }
const invited = { description: 'The member and the code.', content: { 'application/json': { schema: InvitedMember } } }
const written: readonly ProblemCode[] = [
  'malformed-json',
  'not-found',
  'body-too-large',
  'unsupported-media-type',
  'invalid',
  'key-of-another',
]

const postMember = guarded('change-member', {
  method: 'post',
  path: '/v1/members',
  summary: 'Gives somebody access; they are known once they have logged in with the code of the answer',
  request: { headers: KeyHeader, body: body(AskedMember) },
  responses: { 201: invited, ...problemResponses(...written) },
})

const putMember = guarded('change-member', {
  method: 'put',
  path: '/v1/members/{id}',
  summary: 'Gives a member other roles, another period or address',
  request: { params: MemberPath, headers: MatchHeader, body: body(AskedMember) },
  responses: { 200: stored, ...problemResponses(...written, 'changed', 'unconditional') },
})

const postEnd = guarded('change-member', {
  method: 'post',
  path: '/v1/members/{id}/ends',
  summary: 'Ends the access of a member with a date; one gone by ends it at once',
  request: { params: MemberPath, headers: KeyHeader, body: body(AskedEndOfAccess) },
  responses: { 200: stored, ...problemResponses(...written) },
})

const postInvitation = guarded('change-member', {
  method: 'post',
  path: '/v1/members/{id}/invitations',
  summary: 'Makes a new code for a member, who has to log in anew with it',
  request: { params: MemberPath, headers: KeyHeader, body: body(AskedInvitation) },
  responses: { 201: invited, ...problemResponses(...written) },
})

function afterwards(c: ApiRequest, done: Done, id: string | undefined): MemberView {
  const member = id === undefined ? undefined : seenMember(done, id)
  if (member === undefined) throw refusal(c, 'not-found')
  c.header('ETag', tagOfContent(member))
  return member
}

/** The member with the code that was made for them, unless that is not the one that holds. */
function invitation(c: ApiRequest, done: Done, { code, digest }: ReturnType<typeof newInvitation>) {
  const [id] = done.outcome.members
  const member = afterwards(c, done, id)
  const held = done.snapshot.region.members?.find((one) => one.id === id)?.invitation
  c.header('Cache-Control', 'no-store')
  return held?.code === digest ? { member, invitation: { code, expiresAt: held.expiresAt } } : { member }
}

/** `POST /v1/members`, `PUT /v1/members/{id}`, `POST /v1/members/{id}/ends` and `…/invitations`. */
export const memberWrites = (context: ApiContext) =>
  router()
    .openapi(
      postMember,
      async (c) => {
        const made = newInvitation()
        const command = { kind: 'invite-member' as const, fields: c.req.valid('json'), code: made.digest }
        const answer = invitation(c, await carryOut(c, context, command), made)
        c.header('Location', `/v1/members/${answer.member.id}`)
        return c.json(answer, 201)
      },
      refuseInvalid({ json: AskedMember, header: KeyHeader }),
    )
    .openapi(
      putMember,
      async (c) => {
        const { id } = c.req.valid('param')
        const command = { kind: 'change-member' as const, member: id, fields: c.req.valid('json') }
        const provided = isAsSeen(c, { what: 'member', id }, (viewer) => seenMember(viewer, id))
        return c.json(afterwards(c, await carryOutProvided(c, context, { command, provided }), id), 200)
      },
      refuseInvalid({ param: MemberPath, json: AskedMember, header: MatchHeader }),
    )
    .openapi(
      postEnd,
      async (c) => {
        const { id } = c.req.valid('param')
        const command = { kind: 'end-member' as const, member: id, ...c.req.valid('json') }
        return c.json(afterwards(c, await carryOut(c, context, command), id), 200)
      },
      refuseInvalid({ param: MemberPath, json: AskedEndOfAccess, header: KeyHeader }),
    )
    .openapi(
      postInvitation,
      async (c) => {
        const made = newInvitation()
        const command = { kind: 'renew-invitation' as const, member: c.req.valid('param').id, code: made.digest }
        return c.json(invitation(c, await carryOut(c, context, command), made), 201)
      },
      refuseInvalid({ param: MemberPath, json: AskedInvitation, header: KeyHeader }),
    )
