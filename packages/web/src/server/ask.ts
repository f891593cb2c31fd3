/** An answer of the server, or that nothing has changed since the one the tag came with. */
export type Answer<Body> =
  | { readonly kind: 'fresh'; readonly body: Body; readonly tag: string | undefined }
  | { readonly kind: 'unchanged' }

/** The server refused, or could not be reached; `status` is 0 where there was no answer at all. */
export class NoAnswer extends Error {
  readonly status: number
  constructor(status: number, cause?: unknown) {
    super(`the server answered ${status}`, { cause })
    this.status = status
  }
}

/** What a question may carry. */
export interface Question {
  readonly tag?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** With a body the question is a POST. */
  readonly body?: unknown
}

/**
 * Asks the server. The page and the server come from the same place and are built from the same types, so answers are
 * not checked again here.
 */
export async function ask<Body>(path: string, { tag, signal, body }: Question = {}): Promise<Answer<Body>> {
  const response = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      Accept: 'application/json',
      ...(tag === undefined ? {} : { 'If-None-Match': tag }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    throw new NoAnswer(0, error)
  })
  if (response.status === 304) return { kind: 'unchanged' }
  if (!response.ok) throw new NoAnswer(response.status)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a schema here would weigh more than the page
  return { kind: 'fresh', body: (await response.json()) as Body, tag: response.headers.get('ETag') ?? undefined }
}
