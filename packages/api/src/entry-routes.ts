import type { Action } from '@vertretbar/domain/access-policy'
import type { Command } from '@vertretbar/domain/command'
import type { MasterData } from '@vertretbar/domain/command/master-data'
import { Id } from '@vertretbar/domain/identifier'
import * as z from 'zod'
import { KeyHeader, MatchHeader, type Seen } from './order.ts'
import { Next, PageQuery } from './page.ts'
import { type ProblemCode, problemResponses } from './problem.ts'
import { guarded } from './route.ts'

/** A list of the master data as addresses of its own. */
export interface Resource<Asked extends { readonly id?: string | undefined }, View extends { readonly id: string }> {
  readonly path: string
  readonly list: MasterData
  /** The name of a page of it in the description of the API. */
  readonly page: string
  /** What one of it is, in a sentence. */
  readonly one: string
  /** What a caller says of one; the id is made here where they leave it out. */
  readonly asked: z.ZodType<Asked>
  readonly view: z.ZodType<View>
  readonly rights: { readonly read: Action; readonly add: Action; readonly change: Action; readonly remove: Action }
  /** All that somebody may know of, as far as they may, in the order of ids. */
  readonly seen: (state: Seen) => readonly View[]
  readonly put: (asked: Asked, id: string) => Command
}

/** Which of them. */
export const EntryPath = z.strictObject({ id: Id })
const notModified = { description: 'The caller has it already.' }
const written: readonly ProblemCode[] = [
  'malformed-json',
  'body-too-large',
  'unsupported-media-type',
  'invalid',
  'key-of-another',
]
const conditional: readonly ProblemCode[] = ['not-found', 'changed', 'unconditional']

/** The descriptions of the addresses of a list. */
export function routesOf<Asked extends { readonly id?: string | undefined }, View extends { readonly id: string }>({
  path,
  page,
  one,
  asked,
  view,
  rights,
}: Resource<Asked, View>) {
  const Page = z
    .strictObject({ version: z.int().min(1), items: z.array(view).readonly(), next: Next })
    .readonly()
    .meta({ id: page })
  const content = { 'application/json': { schema: view } }
  const body = { required: true as const, content: { 'application/json': { schema: asked } } }
  const all = `/v1/${path}`
  const single = `${all}/{id}`
  return {
    list: guarded(rights.read, {
      method: 'get',
      path: all,
      summary: `${one}: all that the caller may know of, page by page`,
      request: { query: PageQuery },
      responses: {
        200: { description: 'A page.', content: { 'application/json': { schema: Page } } },
        304: notModified,
        ...problemResponses('invalid'),
      },
    }),
    get: guarded(rights.read, {
      method: 'get',
      path: single,
      summary: `${one}: one of them`,
      request: { params: EntryPath },
      responses: {
        200: { description: 'It.', content },
        304: notModified,
        ...problemResponses('not-found', 'invalid'),
      },
    }),
    post: guarded(rights.add, {
      method: 'post',
      path: all,
      summary: `${one}: adds one`,
      request: { headers: KeyHeader, body },
      responses: {
        201: { description: 'It, as it is stored.', content },
        ...problemResponses('not-found', ...written),
      },
    }),
    put: guarded(rights.change, {
      method: 'put',
      path: single,
      summary: `${one}: one of them is to be as it says here`,
      request: { params: EntryPath, headers: MatchHeader, body },
      responses: {
        200: { description: 'It, as it is stored.', content },
        ...problemResponses(...written, ...conditional),
      },
    }),
    delete: guarded(rights.remove, {
      method: 'delete',
      path: single,
      summary: `${one}: one of them is to go; what anything else refers to stays`,
      request: { params: EntryPath, headers: MatchHeader },
      responses: {
        204: { description: 'It is there no more.' },
        ...problemResponses('invalid', 'key-of-another', ...conditional),
      },
    }),
  }
}
