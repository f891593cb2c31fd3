import type { Context } from 'hono'
import * as z from 'zod'

// Codes are part of the API: add to them, never rename one.
const problems = {
  'not-found': { status: 404, title: 'There is nothing at this address' },
} as const

/** A code that a client may branch on; each has one status and one title. */
export type ProblemCode = keyof typeof problems

/** The body of every error (RFC 9457), with the stable `code` beside the `type`. */
export const Problem = z
  .strictObject({ type: z.string(), title: z.string(), status: z.int(), code: z.string() })
  .readonly()
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

/** Answers with the problem document of a code, as `application/problem+json`. */
export function problem(c: Context, code: ProblemCode): Response {
  const { status, title } = problems[code]
  // A relative type holds at every installation; RFC 9457 § 3.1.1 asks that it then carries the full path.
  const body: Problem = { type: `/problems/${code}`, title, status, code }
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' })
}
