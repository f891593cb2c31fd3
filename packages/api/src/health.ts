import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import * as z from 'zod'

/** What a caller learns from the health route: the process answers. It says nothing about the store behind it. */
export const Health = z
  .strictObject({ status: z.literal('ok') })
  .readonly()
  .meta({ id: 'Health' })
export type Health = z.infer<typeof Health>

const getHealth = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Whether the service answers',
  responses: {
    200: { description: 'The service answers.', content: { 'application/json': { schema: Health } } },
  },
})

/** `GET /healthz`, for load balancers and people on call: needs no sign-in and reads nothing. */
export const health = new OpenAPIHono().openapi(getHealth, (c) => c.json({ status: 'ok' as const }, 200))
