import { readJson } from '@vertretbar/domain/json-text'
import { createMiddleware } from 'hono/factory'
import { refusal } from './problem.ts'
import type { ApiEnv } from './session.ts'

/** Without a kind a body is not even looked at: none at all would pass for an empty one. */
export const namesItsKind = createMiddleware<ApiEnv>(async (c, next) => {
  if (c.req.header('Content-Type') === undefined) throw refusal(c, 'unsupported-media-type')
  return next()
})

/**
 * Ends a request whose body is no JSON in UTF-8, or says a field twice, with the place in the text: from the values that
 * come of it, none could be told any more.
 */
export const readsJson = createMiddleware<ApiEnv>(async (c, next) => {
  if (!isJson.test(c.req.header('Content-Type') ?? '')) throw refusal(c, 'unsupported-media-type')
  const read = readJson(new Uint8Array(await c.req.arrayBuffer()))
  if (read.ok) return next()
  const isText = read.refusal.every(({ code }) => code === 'duplicate-field' || code === 'unknown-field')
  const errors = read.refusal.map((problem) => ({ in: 'body' as const, ...problem }))
  throw refusal(c, isText ? 'invalid' : 'malformed-json', { errors })
})

const isJson = /^application\/json\s*(?:;|$)/i
