import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import * as z from 'zod'

// Codes are part of the API: add to them, never rename one.
const problems = {
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  'body-too-large': { status: 413, title: 'The body is larger than this address takes' },
  'unsupported-media-type': { status: 415, title: 'The body is of another kind than this address takes' },
  invalid: { status: 422, title: 'Some values are not what they have to be' },
  unexpected: { status: 500, title: 'Something went wrong here; it has been noted' },
  'no-region': { status: 503, title: 'There is no region yet; import one first' },
} as const

/** A code that a client may branch on; each has one status and one title. */
export type ProblemCode = keyof typeof problems

/** Where a value is wrong, why, and the facts of what would be right; the facts depend on the code. */
const InvalidValue = z
  .looseObject({
    in: z.enum(['query', 'path', 'body']),
    pointer: z.string().describe('JSON pointer (RFC 6901) to the value'),
    code: z.string(),
  })
  .readonly()
  .meta({ id: 'InvalidValue' })
export type InvalidValue = z.infer<typeof InvalidValue>

/** The body of every error (RFC 9457), with the stable `code` beside the `type`. */
export const Problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    errors: z.array(InvalidValue).readonly().optional(),
  })
  .readonly()
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

/** Answers with the problem document of a code, as `application/problem+json`. */
export function problem(c: Context, code: ProblemCode, errors?: readonly InvalidValue[]): Response {
  const { status, title } = problems[code]
  // A relative type holds at every installation; RFC 9457 § 3.1.1 asks that it then carries the full path.
  const body = { type: `/problems/${code}`, title, status, code, ...(errors === undefined ? {} : { errors }) }
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' })
}

/** Ends a request with a problem document. */
export const refusal = (c: Context, code: ProblemCode, errors?: readonly InvalidValue[]): HTTPException =>
  new HTTPException(problems[code].status, { res: problem(c, code, errors) })

/** The answers of a route that are problems, for its description. */
export const problemResponses = (...codes: readonly ProblemCode[]) =>
  Object.fromEntries(
    codes.map((code) => [
      problems[code].status,
      { description: problems[code].title, content: { 'application/problem+json': { schema: Problem } } },
    ]),
  )

const codesOfStatus: Readonly<Record<number, ProblemCode>> = { 400: 'malformed-json', 415: 'unsupported-media-type' }

/** The problem document for whatever a handler or a validator throws; what nobody expected is told to `report`. */
export function problemOf(c: Context, error: Error, report: (error: Error) => void): Response {
  if (error instanceof HTTPException) {
    if (error.res) return error.res
    const code = codesOfStatus[error.status]
    if (code !== undefined) return problem(c, code)
  }
  report(error)
  return problem(c, 'unexpected')
}
