import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { RegionView, regionView } from '@vertretbar/usecases/region-view'
import type { ApiContext } from './context.ts'
import { problemResponses } from './problem.ts'
import { answerFrom } from './snapshot.ts'

const getRegion = createRoute({
  method: 'get',
  path: '/v1/region',
  summary: 'Names of everything there is in the region',
  responses: {
    200: { description: 'The region as it stands.', content: { 'application/json': { schema: RegionView } } },
    304: { description: 'The caller has it already.' },
    ...problemResponses('no-region'),
  },
})

/** `GET /v1/region`. */
export const region = (context: ApiContext) =>
  new OpenAPIHono().openapi(getRegion, (c) => answerFrom(c, context, regionView))
