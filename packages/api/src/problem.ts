import { StateRefusal } from '@vertretbar/domain/command-refusal'
import { StoreUnavailable } from '@vertretbar/usecases/store-unavailable'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import * as z from 'zod'
import { InvalidValue } from './invalid-value.ts'
import { KeysUnavailable } from './provider-keys.ts'

// Codes are part of the API: add to them, never rename one.
const problems = {
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  unauthenticated: { status: 401, title: 'Sign in first: there is no token, or none that counts here' },
  'no-membership': { status: 403, title: 'You have signed in, but have no access here' },
  forbidden: { status: 403, title: 'You have no right to this' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  barred: { status: 409, title: 'The rules of cover do not allow this, as things stand' },
  'wrong-status': { status: 409, title: 'The booking is in a state that does not allow this' },
  'consent-given': { status: 409, title: 'This side has agreed already' },
  'no-lender': { status: 409, title: 'Cover within one authority has no lender' },
  expired: { status: 409, title: 'The request was not answered in time' },
  'not-expired': { status: 409, title: 'The request can still be answered' },
  'all-begun': { status: 409, title: 'Every half-day has begun' },
  'identity-taken': { status: 409, title: 'This login belongs to somebody else here' },
  'too-many-feeds': { status: 409, title: 'Nobody can have more calendars than that' },
  unsettled: { status: 409, title: 'There are bookings that are neither ended nor settled' },
  changed: { status: 412, title: 'It was changed meanwhile; read it again' },
  'body-too-large': { status: 413, title: 'The body is larger than this address takes' },
  'unsupported-media-type': { status: 415, title: 'The body is of another kind than this address takes' },
  invalid: { status: 422, title: 'Some values are not what they have to be' },
  'not-booked': { status: 422, title: 'The booking does not have these half-days' },
  'key-of-another': { status: 422, title: 'The idempotency key was used for something else' },
  unconditional: { status: 428, title: 'Say by If-Match which version you have seen' },
  'too-many-requests': { status: 429, title: 'Too many requests; wait as long as Retry-After says' },
  unexpected: { status: 500, title: 'Something went wrong here; it has been noted' },
  busy: { status: 503, title: 'Others are writing, or the store does not answer; try again with the same key' },
  'sign-in-unavailable': { status: 503, title: 'Nobody can tell now whether your token counts; try again with it' },
} as const

/** A code that a client may branch on; each has one status and one title. */
export type ProblemCode = keyof typeof problems

const isCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code)

/** The most wrong values that one answer names: whoever mends those sends the rest again. */
export const mostErrors = 100
const longestPointer = 1000

/** The body of every error (RFC 9457), with the stable `code` beside the `type`. */
export const Problem = z
  .strictObject({
    type: z
      .string()
      .max(100)
      .regex(/^\/problems\/[a-z-]+$/),
    title: z
      .string()
      .max(200)
      .regex(/^[^\p{C}]+$/u),
    status: z.int().min(400).max(599),
    code: z.enum(Object.keys(problems).filter(isCode)),
    errors: z.array(InvalidValue).min(1).max(mostErrors).readonly().optional(),
    /** What stands against it, with its facts; who else is concerned is not among them. */
    refusal: StateRefusal.optional(),
  })
  .readonly()
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

/** What a problem document tells beside its code. */
type Facts = Pick<Problem, 'errors' | 'refusal'>

/** Answers with the problem document of a code, as `application/problem+json`. */
export function problem(c: Context, code: ProblemCode, facts: Facts = {}): Response {
  const { status, title } = problems[code]
  // What is only in the way now is worth another try; how soon, RFC 9110 § 10.2.3 has us say.
  const headers = {
    'Content-Type': 'application/problem+json',
    ...(status === 503 && { 'Retry-After': '1' }),
    ...(status === 401 && { 'WWW-Authenticate': 'Bearer error="invalid_token"' }),
  }
  const errors = facts.errors?.slice(0, mostErrors).map(withShortPointer)
  // A relative type holds at every installation; RFC 9457 § 3.1.1 asks that it then carries the full path.
  const body: Problem = { type: `/problems/${code}`, title, status, code, ...facts, ...(errors && { errors }) }
  return c.body(JSON.stringify(body), status, headers)
}

/** A field may be called by a megabyte of text: whoever sent it knows it by its beginning. */
const withShortPointer = (error: InvalidValue): InvalidValue => ({
  ...error,
  // An escape is two characters (RFC 6901 § 3), of which none may be left alone.
  pointer: error.pointer.slice(0, longestPointer).replace(/~$/, ''),
})

/** Ends a request with a problem document. */
export const refusal = (c: Context, code: ProblemCode, facts: Facts = {}): HTTPException =>
  new HTTPException(problems[code].status, { res: problem(c, code, facts) })

/** What may stand against any request whose answer has to be looked up. */
const always: readonly ProblemCode[] = ['too-many-requests', 'unexpected', 'busy']

/** The answers of a route of members that are problems, for its description. */
export const problemResponses = (...codes: readonly ProblemCode[]) =>
  responsesOf([...codes, 'unauthenticated', 'no-membership', 'forbidden', ...always, 'sign-in-unavailable'])

/** The same of a route that takes no sign-in. */
export const openProblemResponses = (...codes: readonly ProblemCode[]) => responsesOf([...codes, ...always])

function responsesOf(codes: readonly ProblemCode[]) {
  const byStatus = Map.groupBy(new Set(codes), (code) => problems[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, alike]) => [
      status,
      {
        description: alike.map((code) => `\`${code}\`: ${problems[code].title}`).join('; '),
        content: { 'application/problem+json': { schema: Problem } },
      },
    ]),
  )
}

const codesOfStatus: Readonly<Record<number, ProblemCode>> = { 400: 'malformed-json', 415: 'unsupported-media-type' }

/** The problem document for whatever a handler or a validator throws; what somebody has to mend is told to `report`. */
export function problemOf(c: Context, error: Error, report: (error: Error) => void): Response {
  if (error instanceof HTTPException) {
    if (error.res) return error.res
    const code = codesOfStatus[error.status]
    if (code !== undefined) return problem(c, code)
  }
  if (error instanceof StoreUnavailable) return problem(c, 'busy')
  report(error)
  if (error instanceof KeysUnavailable) return problem(c, 'sign-in-unavailable')
  return problem(c, 'unexpected')
}
