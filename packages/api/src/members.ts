import { Id } from '@vertretbar/domain/identifier'
import { MemberView, memberView } from '@vertretbar/usecases/member-view'
import type { Viewer } from '@vertretbar/usecases/viewer'
import * as z from 'zod'
import { refuseInvalid } from './invalid.ts'
import { Next, PageQuery, pageOf } from './page.ts'
import { problemResponses, refusal } from './problem.ts'
import { guarded } from './route.ts'
import { router } from './session.ts'
import { answerFrom, answerThing } from './snapshot.ts'

/** Which member. */
export const MemberPath = z.strictObject({ id: Id })

const MemberPage = z
  .strictObject({ version: z.int().min(1), items: z.array(MemberView).readonly(), next: Next })
  .readonly()
  .meta({ id: 'MemberPage' })

const getMembers = guarded('read-members', {
  method: 'get',
  path: '/v1/members',
  summary: 'Who has access, page by page: those of whose roles the caller may know one',
  request: { query: PageQuery },
  responses: {
    200: { description: 'A page.', content: { 'application/json': { schema: MemberPage } } },
    304: { description: 'The caller has it already.' },
    ...problemResponses('invalid'),
  },
})

const getMember = guarded('read-members', {
  method: 'get',
  path: '/v1/members/{id}',
  summary: 'One of those who have access',
  request: { params: MemberPath },
  responses: {
    200: { description: 'The member.', content: { 'application/json': { schema: MemberView } } },
    304: { description: 'The caller has it already.' },
    ...problemResponses('not-found', 'invalid'),
  },
})

/** A member as somebody sees them, if they may know of them. */
export function seenMember({ snapshot, access }: Viewer, id: string): MemberView | undefined {
  const member = snapshot.region.members?.find((one) => one.id === id)
  return member && memberView(snapshot, access, member)
}

/** `GET /v1/members` and `GET /v1/members/{id}`. */
export const members = router()
  .openapi(
    getMembers,
    (c) =>
      answerFrom(c, ({ snapshot, access }) => {
        const seen = (snapshot.region.members ?? []).flatMap((one) => memberView(snapshot, access, one) ?? [])
        return { version: snapshot.version, ...pageOf(seen, c.req.valid('query')) }
      }),
    refuseInvalid({ query: PageQuery }),
  )
  .openapi(
    getMember,
    (c) => {
      const member = seenMember(c.get('session'), c.req.valid('param').id)
      if (member === undefined) throw refusal(c, 'not-found')
      return answerThing(c, member)
    },
    refuseInvalid({ param: MemberPath }),
  )
