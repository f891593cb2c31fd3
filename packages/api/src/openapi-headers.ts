/** A header of an answer, as the document tells it. */
type AnswerHeader = {
  readonly description: string
  readonly schema: { readonly type: 'string'; readonly pattern: string; readonly maxLength: number }
}

const header = (description: string, pattern: string, maxLength: number): AnswerHeader => ({
  description,
  schema: { type: 'string', pattern, maxLength },
})

/** The headers that answers have beside those that every answer of HTTP has. */
export const answerHeaders = {
  'X-Request-Id': header(
    'The id of the request, as the log of the service has it. The one that the request brought, if it is plain text.',
    '^[\\w=-]+$',
    255,
  ),
  'Cache-Control': header('Who may keep the answer; what is told to a member, nobody else.', '^[a-z, =-]+$', 100),
  Vary: header('The answer depends on who asks.', '^[A-Za-z, -]+$', 100),
  ETag: header('What the answer is known by; sent back as `If-None-Match`, it is answered with 304.', '^".+"$', 300),
  Location: header('Where what came to be is, if it has an address of its own.', '^/v1/[ -~]+$', 300),
  'Retry-After': header('How many seconds to wait before the next try.', '^[0-9]+$', 6),
  'WWW-Authenticate': header('That a bearer token is asked for (RFC 6750).', '^Bearer .*$', 200),
  RateLimit: header(
    'How many requests a member has left, and for how many seconds (draft-ietf-httpapi-ratelimit-headers). Missing where nobody is known to ask.',
    '^"member";r=[0-9]+;t=[0-9]+$',
    60,
  ),
  'RateLimit-Policy': header('How many requests a member has in how many seconds.', '^"member";q=[0-9]+;w=[0-9]+$', 60),
} as const satisfies Readonly<Record<string, AnswerHeader>>

export type AnswerHeaderName = keyof typeof answerHeaders

/** What a route is: a member's, one whose requests are counted, one that answers with a tag to know it again by. */
interface RouteNature {
  readonly isForMembers: boolean
  readonly isCounted: boolean
  readonly isConditional: boolean
}

/** Which of them an answer of a status has, by what its route is. */
export function headersFor(
  status: string,
  { isForMembers, isCounted, isConditional }: RouteNature,
): AnswerHeaderName[] {
  return [
    'X-Request-Id',
    'Cache-Control',
    ...(isForMembers ? (['Vary'] as const) : []),
    ...(status === '201' || status === '202' ? (['Location'] as const) : []),
    ...(isCounted && status !== '401' ? (['RateLimit', 'RateLimit-Policy'] as const) : []),
    ...(isConditional && ['200', '201', '304'].includes(status) ? (['ETag'] as const) : []),
    ...(status === '401' ? (['WWW-Authenticate'] as const) : []),
    ...(status === '429' || status === '503' ? (['Retry-After'] as const) : []),
  ]
}
