import { membersOf } from '@vertretbar/domain/change'
import type { MasterData } from '@vertretbar/domain/command/master-data'
import { keyedId } from '@vertretbar/usecases/keyed-id'
import { tagOfContent } from './condition.ts'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { carryOutProvided, isAsSeen, KeyHeader, MatchHeader, type Provided } from './order.ts'
import { type ProblemCode, problemResponses, refusal } from './problem.ts'
import { type AskedThing, EntryPath, type Resource, seenIn, type ViewedThing } from './resource.ts'
import { guarded } from './route.ts'
import { type ApiRequest, router } from './session.ts'

const written: readonly ProblemCode[] = [
  'malformed-json',
  'body-too-large',
  'unsupported-media-type',
  'invalid',
  'key-of-another',
]
const conditional: readonly ProblemCode[] = ['not-found', 'changed', 'unconditional']

function routesOf<Asked extends AskedThing, View extends ViewedThing>(resource: Resource<Asked, View>) {
  const { path, title, asked, view, rights } = resource
  const body = { required: true as const, content: { 'application/json': { schema: asked } } }
  const told = { description: 'It, as it is stored.', content: { 'application/json': { schema: view } } }
  const post = guarded(rights.add, {
    method: 'post',
    path: `/v1/${path}`,
    summary: `${title}: adds one`,
    request: { headers: KeyHeader, body },
    responses: { 201: told, ...problemResponses('not-found', ...written) },
  })
  const put = guarded(rights.change, {
    method: 'put',
    path: `/v1/${path}/{id}`,
    summary: `${title}: one of them is to be as it says here`,
    request: { params: EntryPath, headers: MatchHeader, body },
    responses: { 200: told, ...problemResponses(...written, ...conditional) },
  })
  const remove = guarded(rights.remove, {
    method: 'delete',
    path: `/v1/${path}/{id}`,
    summary: `${title}: one of them is to go; what anything else refers to stays`,
    request: { params: EntryPath, headers: MatchHeader },
    responses: {
      204: { description: 'It is there no more.' },
      ...problemResponses('invalid', 'key-of-another', ...conditional),
    },
  })
  return { post, put, remove }
}

/** The addresses by which a thing is added to a list, changed and removed. */
export function entryWrites<Asked extends AskedThing, View extends ViewedThing>(resource: Resource<Asked, View>) {
  const routes = routesOf(resource)
  const { path, list, asked } = resource
  return (context: ApiContext) =>
    router()
      .openapi(
        routes.post,
        async (c) => {
          const thing = c.req.valid('json')
          const id = thing.id ?? madeId(c, context)
          const view = await stored(c, context, { resource, thing, id, provided: isFree(list, id) })
          c.header('Location', `/v1/${path}/${id}`)
          return c.json(view, 201)
        },
        refuseInvalid({ json: asked, header: KeyHeader }),
      )
      .openapi(
        routes.put,
        async (c) => {
          const [{ id }, thing] = [c.req.valid('param'), c.req.valid('json')]
          const provided = isAsSeen(c, { what: 'entry', id }, (viewer) => seenIn(resource, viewer, id))
          if (thing.id !== undefined && thing.id !== id)
            throw refusal(c, 'invalid', { errors: [{ in: 'body', pointer: '/id', code: 'not-one-of', allowed: [id] }] })
          return c.json(await stored(c, context, { resource, thing, id, provided }), 200)
        },
        refuseInvalid({ param: EntryPath, json: asked, header: MatchHeader }),
      )
      .openapi(
        routes.remove,
        async (c) => {
          const { id } = c.req.valid('param')
          const provided = isAsSeen(c, { what: 'entry', id }, (viewer) => seenIn(resource, viewer, id))
          await carryOutProvided(c, context, { command: { kind: 'remove-entry', in: list, id }, provided })
          return c.body(null, 204)
        },
        refuseInvalid({ param: EntryPath, header: MatchHeader }),
      )
}

interface Put<Asked extends AskedThing, View extends ViewedThing> {
  readonly resource: Resource<Asked, View>
  readonly thing: Asked
  readonly id: string
  readonly provided: Provided
}

/** Puts a thing and tells it as it is then, to the one who put it. */
async function stored<Asked extends AskedThing, View extends ViewedThing>(
  c: ApiRequest,
  context: ApiContext,
  { resource, thing, id, provided }: Put<Asked, View>,
): Promise<View> {
  const done = await carryOutProvided(c, context, { command: resource.put(thing, id), provided })
  const view = seenIn(resource, done, id)
  if (view === undefined) throw refusal(c, 'not-found')
  c.header('ETag', tagOfContent(view))
  return view
}

function madeId(c: ApiRequest, { ports }: ApiContext): string {
  const key = c.req.header('idempotency-key')
  const { region, actor } = c.get('session')
  return key === undefined ? ports.newId() : keyedId(`${region} ${actor.id}`, key)
}

/** That an id is taken is told to whoever wants it, for two things cannot have it; whose it is, is not. */
const isFree =
  (list: MasterData, id: string): Provided =>
  ({ snapshot }) =>
    membersOf(snapshot.region, list).some((one) => one.id === id)
      ? { code: 'invalid', problems: [{ pointer: '/id', code: 'duplicate-id', id, first: `stored:/${list}/${id}` }] }
      : undefined
