import { RegionView, regionView } from '@vertretbar/usecases/region-view'
import { problemResponses } from './problem.ts'
import { guarded } from './route.ts'
import { router } from './session.ts'
import { answerFrom } from './snapshot.ts'

const getRegion = guarded('read-region', {
  method: 'get',
  path: '/v1/region',
  summary: 'Names of everything there is in the region',
  responses: {
    200: { description: 'The region as it stands.', content: { 'application/json': { schema: RegionView } } },
    304: { description: 'The caller has it already.' },
    ...problemResponses(),
  },
})

/** `GET /v1/region`. */
export const region = router().openapi(getRegion, (c) => answerFrom(c, (session) => regionView(session)))
