import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { GapsView, gapsView } from '@vertretbar/usecases/gaps-view'
import type { ApiContext } from './context.ts'
import { HorizonQuery, horizonFor } from './horizon.ts'
import { refuseInvalid } from './invalid.ts'
import { problemResponses } from './problem.ts'
import { answerFrom } from './snapshot.ts'

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
  new OpenAPIHono().openapi(
    getGaps,
    (c) =>
      answerFrom(c, context, (snapshot, now) =>
        gapsView(snapshot, horizonFor(c, c.req.valid('query'), { snapshot, now })),
      ),
    refuseInvalid({ query: HorizonQuery }),
  )
