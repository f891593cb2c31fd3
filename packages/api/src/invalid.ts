import { schemaProblems } from '@vertretbar/domain/schema-problem'
import type { Context } from 'hono'
import * as z from 'zod'
import { mostErrors, refusal } from './problem.ts'

type Validated =
  | { readonly success: true }
  | { readonly success: false; readonly target: string; readonly error: z.core.$ZodError }

const places = { json: 'body', query: 'query', param: 'path', header: 'header' } as const

/** The hook of a route: values that its schema refuses are answered with their places and what would be right. */
export const refuseInvalid =
  (schemas: { readonly [Target in keyof typeof places]?: z.ZodType }) =>
  (result: Validated, c: Context): Promise<never> | undefined =>
    result.success ? undefined : refuse(schemas, result, c)

async function refuse(
  schemas: Parameters<typeof refuseInvalid>[0],
  { target, error }: Validated & { readonly success: false },
  c: Context,
): Promise<never> {
  if (!isPlace(target)) throw new Error(`no route validates ${target}`, { cause: error })
  const schema = schemas[target]
  if (schema === undefined) throw new Error(`the route validates ${target} without a schema`, { cause: error })
  const inputs = {
    json: () => c.req.json<unknown>(),
    query: () => c.req.query(),
    param: () => c.req.param(),
    header: () => c.req.header(),
  }
  // Half a million wrong entries fit into a body; to find the reasons of all would be work for whoever asks for it.
  const some = new z.core.$ZodError(error.issues.slice(0, mostErrors))
  const found = schemaProblems(schema, some, await inputs[target]())
  throw refusal(c, 'invalid', { errors: found.map((fault) => ({ in: places[target], ...fault })) })
}

const isPlace = (target: string): target is keyof typeof places => target in places
