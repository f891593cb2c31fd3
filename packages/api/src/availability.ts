import { AvailabilityView, availabilityView } from '@vertretbar/usecases/availability-view'
import { HorizonQuery, horizonFor } from './horizon.ts'
import { refuseInvalid } from './invalid.ts'
import { problemResponses } from './problem.ts'
import { guarded } from './route.ts'
import { router } from './session.ts'
import { answerFrom } from './snapshot.ts'

const getAvailability = guarded('read-availability', {
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
    ...problemResponses('invalid'),
  },
})

/** `GET /v1/availability?from&to`. */
export const availability = router().openapi(
  getAvailability,
  (c) => answerFrom(c, (session) => availabilityView(session, horizonFor(c, c.req.valid('query'), session))),
  refuseInvalid({ query: HorizonQuery }),
)
