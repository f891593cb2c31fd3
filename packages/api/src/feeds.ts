import { CreateFeed } from '@vertretbar/domain/command/feed'
import { Feed } from '@vertretbar/domain/feed'
import { isReadable } from '@vertretbar/domain/feed-content'
import { Id } from '@vertretbar/domain/identifier'
import { newFeedToken } from '@vertretbar/usecases/feed-token'
import type { Viewer } from '@vertretbar/usecases/viewer'
import * as z from 'zod'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { carryOut, type Done, KeyHeader } from './order.ts'
import { type ProblemCode, problemResponses, refusal } from './problem.ts'
import { guarded } from './route.ts'
import { type ApiRequest, router } from './session.ts'
import { answerFrom } from './snapshot.ts'

const FeedPath = z.strictObject({ id: Id })
const AskedFeed = CreateFeed.unwrap().pick({ shows: true }).readonly().meta({ id: 'AskedFeed' })
const AskedToken = z.strictObject({}).readonly().meta({ id: 'AskedToken' })

/** A calendar of whoever asks; one that shows what they may not see any more cannot be read. */
const OwnFeed = Feed.unwrap()
  .pick({ id: true, shows: true, createdAt: true })
  .extend({ isReadable: z.boolean() })
  .readonly()
  .meta({ id: 'OwnFeed' })
type OwnFeed = z.infer<typeof OwnFeed>

const FeedsView = z
  .strictObject({ version: z.int().min(1), feeds: z.array(OwnFeed).readonly() })
  .readonly()
  .meta({ id: 'FeedsView' })

/** A calendar with the secret address at which it is read. */
const NewFeed = z
  .strictObject({
    feed: OwnFeed,
    path: z
      .string()
      .optional()
      .describe(
        'Where it is read, at this server. Told this once; missing where the same was asked before under this key.',
      ),
  })
  .readonly()
  .meta({ id: 'NewFeed' })

const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
})
const told = { description: 'The calendar and where it is read.', content: { 'application/json': { schema: NewFeed } } }
const written: readonly ProblemCode[] = [
  'malformed-json',
  'not-found',
  'unsupported-media-type',
  'invalid',
  'key-of-another',
]

const getFeeds = guarded('keep-feed', {
  method: 'get',
  path: '/v1/feeds',
  summary: 'The caller’s own calendars, without their addresses',
  responses: {
    200: { description: 'All of them.', content: { 'application/json': { schema: FeedsView } } },
    304: { description: 'The caller has it already.' },
    ...problemResponses(),
  },
})

const postFeed = guarded('subscribe', {
  method: 'post',
  path: '/v1/feeds',
  summary: 'Makes a calendar of the covers of the caller, of an authority or of an area of it, with a secret address',
  request: { headers: KeyHeader, body: body(AskedFeed) },
  responses: { 201: told, ...problemResponses(...written, 'too-many-feeds') },
})

const postToken = guarded('subscribe', {
  method: 'post',
  path: '/v1/feeds/{id}/tokens',
  summary: 'Gives a calendar another address; at the one before there is nothing from then on',
  request: { params: FeedPath, headers: KeyHeader, body: body(AskedToken) },
  responses: { 201: told, ...problemResponses(...written) },
})

const deleteFeed = guarded('keep-feed', {
  method: 'delete',
  path: '/v1/feeds/{id}',
  summary: 'Takes a calendar back; at its address there is nothing from then on',
  request: { params: FeedPath, headers: KeyHeader },
  responses: {
    204: { description: 'There is none any more.' },
    ...problemResponses('not-found', 'invalid', 'key-of-another'),
  },
})

const ownFeeds = ({ snapshot, access }: Viewer): OwnFeed[] =>
  (snapshot.region.feeds ?? [])
    .filter(({ member }) => member === access.member?.id)
    .map((feed) => ({
      id: feed.id,
      shows: feed.shows,
      createdAt: feed.createdAt,
      isReadable: isReadable(feed, access),
    }))

/** The calendar with the token that was made for it, unless that is not the one that holds. */
function withPath(c: ApiRequest, done: Done, { token, digest }: ReturnType<typeof newFeedToken>) {
  const [id] = done.outcome.feeds
  const feed = ownFeeds(done).find((one) => one.id === id)
  if (feed === undefined) throw refusal(c, 'not-found')
  const held = done.snapshot.region.feeds?.find((one) => one.id === id)
  c.header('Cache-Control', 'no-store')
  return held?.token === digest ? { feed, path: `/feeds/${token}.ics` } : { feed }
}

/** `GET` and `POST /v1/feeds`, `POST /v1/feeds/{id}/tokens` and `DELETE /v1/feeds/{id}`. */
export const feeds = (context: ApiContext) =>
  router()
    .openapi(getFeeds, (c) =>
      answerFrom(c, (viewer) => ({ version: viewer.snapshot.version, feeds: ownFeeds(viewer) })),
    )
    .openapi(
      postFeed,
      async (c) => {
        const made = newFeedToken()
        const member = c.get('session').member.id
        const command = { kind: 'create-feed' as const, member, ...c.req.valid('json'), token: made.digest }
        return c.json(withPath(c, await carryOut(c, context, command), made), 201)
      },
      refuseInvalid({ json: AskedFeed, header: KeyHeader }),
    )
    .openapi(
      postToken,
      async (c) => {
        const made = newFeedToken()
        const command = { kind: 'rotate-feed' as const, feed: c.req.valid('param').id, token: made.digest }
        return c.json(withPath(c, await carryOut(c, context, command), made), 201)
      },
      refuseInvalid({ param: FeedPath, json: AskedToken, header: KeyHeader }),
    )
    .openapi(
      deleteFeed,
      async (c) => {
        await carryOut(c, context, { kind: 'revoke-feed', feed: c.req.valid('param').id })
        return c.body(null, 204)
      },
      refuseInvalid({ param: FeedPath, header: KeyHeader }),
    )
