import { RequirementId } from '@vertretbar/domain/identifier'
import { CandidatesView, candidatesView, visibleNeed } from '@vertretbar/usecases/candidates-view'
import * as z from 'zod'
import { HorizonQuery, horizonFor } from './horizon.ts'
import { refuseInvalid } from './invalid.ts'
import { problemResponses, refusal } from './problem.ts'
import { guarded } from './route.ts'
import { router } from './session.ts'
import { answerFrom } from './snapshot.ts'

const CandidatesQuery = HorizonQuery.extend({
  requirement: RequirementId,
  need: z.coerce
    .number()
    .pipe(z.int().min(0).max(1000))
    .describe('Which of the needs of the requirement, counted from 0.'),
})

const getCandidates = guarded('read-candidates', {
  method: 'get',
  path: '/v1/candidates',
  summary: 'Who could cover what a need lacks; people of others without names, and how many of them cannot and why',
  request: { query: CandidatesQuery },
  responses: {
    200: {
      description: 'The candidates for the short half-days of the days asked about.',
      content: { 'application/json': { schema: CandidatesView } },
    },
    304: { description: 'The caller has it already.' },
    ...problemResponses('not-found', 'invalid'),
  },
})

/** `GET /v1/candidates?requirement&need&from&to`. */
export const candidates = router().openapi(
  getCandidates,
  (c) =>
    answerFrom(c, (session) => {
      const { requirement, need, ...days } = c.req.valid('query')
      const ref = visibleNeed(session, { requirement, need })
      if (ref === undefined) throw refusal(c, 'not-found')
      return candidatesView(session, ref, horizonFor(c, days, session))
    }),
  refuseInvalid({ query: CandidatesQuery }),
)
