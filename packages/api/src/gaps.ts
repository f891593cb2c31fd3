import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { GapsView, gapsView } from '@vertretbar/usecases/gaps-view'
import type { ApiContext, RegionVariables } from './context.ts'
import { HorizonQuery, horizonFor } from './horizon.ts'
import { refuseInvalid } from './invalid.ts'
import { problemResponses } from './problem.ts'
import { onSnapshot } from './snapshot.ts'

const getGaps = createRoute({
  method: 'get',
  path: '/v1/gaps',
  summary: 'Where people are missing, and where nobody is to spare',
  request: { query: HorizonQuery },
  responses: {
    200: {
      description: 'The gaps and the fragile half-days over the days asked about.',
      content: { 'application/json': { schema: GapsView } },
    },
    304: { description: 'The caller has it already.' },
    ...problemResponses('invalid', 'no-region'),
  },
})

/** `GET /v1/gaps?from&to`. */
export const gaps = (context: ApiContext) =>
  new OpenAPIHono<RegionVariables>().openapi(
    { ...getGaps, middleware: onSnapshot(context) },
    (c) => {
      const snapshot = c.get('snapshot')
      const horizon = horizonFor(c, c.req.valid('query'), { snapshot, now: context.ports.now() })
      return c.json(gapsView(snapshot, horizon), 200)
    },
    refuseInvalid({ query: HorizonQuery }),
  )
