import { membersOf } from '@vertretbar/domain/change'
import type { MasterData } from '@vertretbar/domain/command/master-data'
import { keyedId } from '@vertretbar/usecases/keyed-id'
import { tagOfContent } from './condition.ts'
import type { ApiContext } from './context.ts'
import { EntryPath, type Resource, routesOf } from './entry-routes.ts'
import { refuseInvalid } from './invalid.ts'
import { carryOutProvided, isAsSeen, KeyHeader, MatchHeader, type Provided, type Seen, seenIn } from './order.ts'
import { PageQuery, pageOf } from './page.ts'
import { refusal } from './problem.ts'
import { type ApiRequest, router } from './session.ts'
import { answerFrom, answerThing } from './snapshot.ts'

/** The addresses of a list of the master data: all of it, and each one to read, add, change and remove. */
export function entries<Asked extends { readonly id?: string | undefined }, View extends { readonly id: string }>(
  resource: Resource<Asked, View>,
) {
  const routes = routesOf(resource)
  const { asked, seen, put, list } = resource
  const one = (state: Seen, id: string): View | undefined => seen(state).find((view) => view.id === id)
  return (context: ApiContext) => {
    const stored = async (
      c: ApiRequest,
      order: { readonly id: string; readonly given: Asked; readonly provided: Provided },
    ) => {
      const { id, given, provided } = order
      const { snapshot } = await carryOutProvided(c, context, { command: put(given, id), provided })
      const view = one(seenIn(snapshot, c.get('session')), id)
      if (view === undefined) throw refusal(c, 'not-found')
      c.header('ETag', tagOfContent(view))
      return view
    }
    return router()
      .openapi(
        routes.list,
        (c) =>
          answerFrom(c, (session) => ({
            version: session.snapshot.version,
            ...pageOf(seen(session), c.req.valid('query')),
          })),
        refuseInvalid({ query: PageQuery }),
      )
      .openapi(
        routes.get,
        (c) => {
          const view = one(c.get('session'), c.req.valid('param').id)
          if (view === undefined) throw refusal(c, 'not-found')
          return answerThing(c, view)
        },
        refuseInvalid({ param: EntryPath }),
      )
      .openapi(
        routes.post,
        async (c) => {
          const given = c.req.valid('json')
          const id = given.id ?? madeId(c, context)
          const view = await stored(c, { id, given, provided: isFree(list, id) })
          c.header('Location', `/v1/${resource.path}/${id}`)
          return c.json(view, 201)
        },
        refuseInvalid({ json: asked, header: KeyHeader }),
      )
      .openapi(
        routes.put,
        async (c) => {
          const { id } = c.req.valid('param')
          const given = c.req.valid('json')
          const provided = isAsSeen(c, { what: 'entry', id }, (state) => one(state, id))
          if (given.id !== undefined && given.id !== id)
            throw refusal(c, 'invalid', { errors: [{ in: 'body', pointer: '/id', code: 'not-one-of', allowed: [id] }] })
          return c.json(await stored(c, { id, given, provided }), 200)
        },
        refuseInvalid({ param: EntryPath, json: asked, header: MatchHeader }),
      )
      .openapi(
        routes.delete,
        async (c) => {
          const { id } = c.req.valid('param')
          const provided = isAsSeen(c, { what: 'entry', id }, (state) => one(state, id))
          await carryOutProvided(c, context, { command: { kind: 'remove-entry', in: list, id }, provided })
          return c.body(null, 204)
        },
        refuseInvalid({ param: EntryPath, header: MatchHeader }),
      )
  }
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
