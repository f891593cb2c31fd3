import { GapsView, gapsView } from '@vertretbar/usecases/gaps-view'
import { HorizonQuery, horizonFor } from './horizon.ts'
import { refuseInvalid } from './invalid.ts'
import { problemResponses } from './problem.ts'
import { guarded } from './route.ts'
import { router } from './session.ts'
import { answerFrom } from './snapshot.ts'

const getGaps = guarded('read-gaps', {
  method: 'get',
  path: '/v1/gaps',
  summary: 'Where people are missing, of partners the needs, and where nobody is to spare',
  request: { query: HorizonQuery },
  responses: {
    200: {
      description: 'The gaps and the fragile half-days over the days asked about.',
      content: { 'application/json': { schema: GapsView } },
    },
    304: { description: 'The caller has it already.' },
    ...problemResponses('invalid'),
  },
})

/** `GET /v1/gaps?from&to`. */
export const gaps = router().openapi(
  getGaps,
  (c) => answerFrom(c, (session) => gapsView(session, horizonFor(c, c.req.valid('query'), session))),
  refuseInvalid({ query: HorizonQuery }),
)
