import { AuditLine, latestLines, toldItem } from '@vertretbar/usecases/audit-view'
import type { AuditPlace } from '@vertretbar/usecases/ports'
import { AuditVerdict, verifyAudit } from '@vertretbar/usecases/verify-audit'
import * as z from 'zod'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { cursorOf, Next, PageQuery, textOf } from './page.ts'
import { problemResponses, refusal } from './problem.ts'
import { guarded } from './route.ts'
import { type ApiRequest, router } from './session.ts'

const AuditPage = z
  .strictObject({ items: z.array(AuditLine).readonly(), next: Next })
  .readonly()
  .meta({ id: 'AuditPage' })

const getAudit = guarded('read-audit', {
  method: 'get',
  path: '/v1/audit',
  summary: 'Who changed what and when, the newest first; a page may be empty and still not be the last',
  request: { query: PageQuery },
  responses: {
    200: { description: 'A page.', content: { 'application/json': { schema: AuditPage } } },
    ...problemResponses('invalid'),
  },
})

const getVerification = guarded('verify-audit', {
  method: 'get',
  path: '/v1/audit/verification',
  summary: 'Whether the audit log is whole, and what is stored is what it says; else every place where it is not',
  responses: {
    200: { description: 'The verdict.', content: { 'application/json': { schema: AuditVerdict } } },
    ...problemResponses(),
  },
})

/** `GET /v1/audit` and `GET /v1/audit/verification`. */
export const audit = ({ ports }: ApiContext) =>
  router()
    .openapi(
      getAudit,
      async (c) => {
        const { region, access } = c.get('session')
        const { cursor, limit } = c.req.valid('query')
        const before = cursor === undefined ? undefined : placeOf(c, cursor)
        const { lines, next } = await latestLines(ports.audit, { region, access, before, limit })
        c.header('Cache-Control', 'private, no-cache')
        return c.json({ items: lines, ...(next && { next: cursorOf(`${next.month}.${next.number}`) }) }, 200)
      },
      refuseInvalid({ query: PageQuery }),
    )
    .openapi(getVerification, async (c) => {
      const verdict = await verifyAudit(ports.audit, c.get('session').region)
      if (!verdict.ok) throw refusal(c, 'no-membership')
      c.header('Cache-Control', 'private, no-cache')
      const findings = verdict.value.findings.map((one) =>
        one.code === 'content' ? { ...one, item: toldItem(one.item) } : one,
      )
      return c.json({ ...verdict.value, findings }, 200)
    })

function placeOf(c: ApiRequest, cursor: string): AuditPlace {
  const [, month, number] = /^(\d{4}-\d{2})\.(\d{1,12})$/.exec(textOf(cursor)) ?? []
  if (month !== undefined && number !== undefined) return { month, number: Number(number) }
  throw refusal(c, 'invalid', { errors: [{ in: 'query', pointer: '/cursor', code: 'wrong-format', format: 'cursor' }] })
}
