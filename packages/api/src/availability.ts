import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { AvailabilityView, availabilityView } from '@vertretbar/usecases/availability-view'
import type { ApiContext } from './context.ts'
import { HorizonQuery, horizonFor } from './horizon.ts'
import { refuseInvalid } from './invalid.ts'
import { problemResponses } from './problem.ts'
import { answerFrom } from './snapshot.ts'

const getAvailability = createRoute({
  method: 'get',
  path: '/v1/availability',
  summary: 'Who is there when, who covers where, which days are special',
  request: { query: HorizonQuery },
  responses: {
    200: {
      description: 'The half-days of everybody over the days asked about.',
      content: { 'application/json': { schema: AvailabilityView } },
    },
    304: { description: 'The caller has it already.' },
    ...problemResponses('invalid', 'no-region'),
  },
})

/** `GET /v1/availability?from&to`. */
export const availability = (context: ApiContext) =>
  new OpenAPIHono().openapi(
    getAvailability,
    (c) =>
      answerFrom(c, context, (snapshot, now) =>
        availabilityView(snapshot, horizonFor(c, c.req.valid('query'), { snapshot, now })),
      ),
    refuseInvalid({ query: HorizonQuery }),
  )
