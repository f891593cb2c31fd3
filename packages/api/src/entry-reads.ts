import * as z from 'zod'
import { refuseInvalid } from './invalid.ts'
import { Next, PageQuery, pageOf } from './page.ts'
import { problemResponses, refusal } from './problem.ts'
import { type AskedThing, EntryPath, type Resource, seenIn, type ViewedThing } from './resource.ts'
import { guarded } from './route.ts'
import { router } from './session.ts'
import { answerFrom, answerThing } from './snapshot.ts'

const notModified = { description: 'The caller has it already.' }

/** What reading takes of a resource; what is asked of those who write is no part of it. */
type Readable<View extends ViewedThing> = Omit<Resource<AskedThing, View>, 'asked' | 'put'>

function routesOf<View extends ViewedThing>({ path, page, title, view, rights }: Readable<View>) {
  const Page = z
    .strictObject({ version: z.int().min(1), items: z.array(view).readonly(), next: Next })
    .readonly()
    .meta({ id: page })
  const list = guarded(rights.read, {
    method: 'get',
    path: `/v1/${path}`,
    summary: `${title}: all that the caller may know of, page by page`,
    request: { query: PageQuery },
    responses: {
      200: { description: 'A page.', content: { 'application/json': { schema: Page } } },
      304: notModified,
      ...problemResponses('invalid'),
    },
  })
  const one = guarded(rights.read, {
    method: 'get',
    path: `/v1/${path}/{id}`,
    summary: `${title}: one of them`,
    request: { params: EntryPath },
    responses: {
      200: { description: 'It.', content: { 'application/json': { schema: view } } },
      304: notModified,
      ...problemResponses('not-found', 'invalid'),
    },
  })
  return { list, one }
}

/** The addresses by which a list and each thing in it are read. */
export function entryReads<View extends ViewedThing>(resource: Readable<View>) {
  const routes = routesOf(resource)
  return router()
    .openapi(
      routes.list,
      (c) =>
        answerFrom(c, (session) => ({
          version: session.snapshot.version,
          ...pageOf(resource.seen(session), c.req.valid('query')),
        })),
      refuseInvalid({ query: PageQuery }),
    )
    .openapi(
      routes.one,
      (c) => {
        const view = seenIn(resource, c.get('session'), c.req.valid('param').id)
        if (view === undefined) throw refusal(c, 'not-found')
        return answerThing(c, view)
      },
      refuseInvalid({ param: EntryPath }),
    )
}
