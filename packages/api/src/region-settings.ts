import { RegionHead } from '@vertretbar/domain/region'
import { tagOfContent } from './condition.ts'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { carryOutProvided, isAsSeen, MatchHeader } from './order.ts'
import { problemResponses } from './problem.ts'
import { guarded } from './route.ts'
import { router } from './session.ts'
import { answerThing } from './snapshot.ts'

const content = { 'application/json': { schema: RegionHead } }

const getSettings = guarded('read-region', {
  method: 'get',
  path: '/v1/region/settings',
  summary: 'The region itself: its name, collection offices, conflicts and settings',
  responses: {
    200: { description: 'The region itself.', content },
    304: { description: 'The caller has it already.' },
    ...problemResponses(),
  },
})

const putSettings = guarded('change-region', {
  method: 'put',
  path: '/v1/region/settings',
  summary: 'The region itself is to be as it says here',
  request: { headers: MatchHeader, body: { required: true, content } },
  responses: {
    200: { description: 'The region itself, as it is stored.', content },
    ...problemResponses(
      'malformed-json',
      'changed',
      'body-too-large',
      'unsupported-media-type',
      'invalid',
      'key-of-another',
      'unconditional',
    ),
  },
})

/** `GET` and `PUT /v1/region/settings`. */
export const regionSettings = (context: ApiContext) =>
  router()
    .openapi(getSettings, (c) => answerThing(c, c.get('session').snapshot.region.region))
    .openapi(
      putSettings,
      async (c) => {
        const command = { kind: 'put-head' as const, head: c.req.valid('json') }
        const about = { what: 'entry', id: command.head.id } as const
        const provided = isAsSeen(c, about, ({ snapshot: { region } }) => region.region)
        const { snapshot } = await carryOutProvided(c, context, { command, provided })
        c.header('ETag', tagOfContent(snapshot.region.region))
        return c.json(snapshot.region.region, 200)
      },
      refuseInvalid({ json: RegionHead, header: MatchHeader }),
    )
