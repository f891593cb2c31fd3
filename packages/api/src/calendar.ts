import { createRoute } from '@hono/zod-openapi'
import { sha256 } from '@vertretbar/usecases/audit-chain'
import { inTime } from '@vertretbar/usecases/in-time'
import { readFeed } from '@vertretbar/usecases/read-feed'
import * as z from 'zod'
import { hasAlready } from './condition.ts'
import type { ApiContext } from './context.ts'
import { openProblemResponses, refusal } from './problem.ts'
import { router, withinLimit } from './session.ts'

/** Any text: whatever is wrong with it is answered as what is not there. The pattern says only what it is to be. */
const CalendarPath = z.strictObject({ file: z.string().meta({ pattern: '^[A-Za-z0-9_-]{43}\\.ics$', maxLength: 47 }) })

const getCalendar = createRoute({
  method: 'get',
  path: '/feeds/{file}',
  summary: 'A calendar of covers (RFC 5545), for whoever has its secret address; it shows what its member may see now',
  description: 'The token in it is the right to read it; what it shows is what its member may see at that moment.',
  request: { params: CalendarPath },
  responses: {
    200: { description: 'The calendar.', content: { 'text/calendar': { schema: z.string() } } },
    304: { description: 'The caller has it already.' },
    ...openProblemResponses('not-found'),
  },
})

/** `GET /feeds/{token}.ics`: without signing in, for calendars cannot. The log has the pattern of it alone. */
export const calendar = (context: ApiContext) =>
  router().openapi(getCalendar, async (c) => {
    const [, token = ''] = /^(.*)\.ics$/.exec(c.req.valid('param').file) ?? []
    const found = await inTime(readFeed(context.ports, token).then((read) => read ?? 'nothing'))
    if (found === undefined) throw refusal(c, 'busy')
    if (found === 'nothing') throw refusal(c, 'not-found')
    await withinLimit(c, context, found.feed)
    c.header('Cache-Control', 'private, no-cache')
    c.header('ETag', tagOf(found.text))
    if (hasAlready(c.req.header('If-None-Match'), tagOf(found.text))) return c.body(null, 304)
    c.header('Content-Type', 'text/calendar; charset=utf-8')
    return c.body(found.text, 200)
  })

const tagOf = (text: string): string => `"${sha256(text).slice(0, 32)}"`
