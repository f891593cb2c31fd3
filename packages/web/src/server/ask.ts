import { goToProvider } from '../sign-in/redirect.ts'
import { become, signInState } from '../sign-in/state.ts'
import { accessToken, tokenAfter } from '../sign-in/tokens.ts'

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
 * Asks the server as whoever is there; who has to sign in again is led to the provider, who has no access any more is
 * told so. The page and the server come from the same place and are built from the same types, so answers are not
 * checked again here.
 */
export async function ask<Body>(path: string, question: Question = {}): Promise<Answer<Body>> {
  const response = await asked(path, question)
  if (response.status === 304) return { kind: 'unchanged' }
  if (response.status === 403 && (await isStranger(response))) become({ kind: 'stranger' })
  if (!response.ok) throw new NoAnswer(response.status)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a schema here would weigh more than the page
  return { kind: 'fresh', body: (await response.json()) as Body, tag: response.headers.get('ETag') ?? undefined }
}

/** Asks, and with another token once more where the first one was refused. */
async function asked(path: string, question: Question): Promise<Response> {
  const token = await reached(accessToken())
  if (token === undefined) return signInAgain()
  const response = await send(path, question, token)
  if (response.status !== 401) return response
  const next = await reached(tokenAfter(token))
  if (next === undefined || next === token) return signInAgain()
  const second = await send(path, question, next)
  // The provider gives tokens that the server does not take: to fetch more of them would go on for ever.
  if (second.status === 401) become({ kind: 'failed' })
  return second
}

function send(path: string, { tag, signal, body }: Question, token: string): Promise<Response> {
  const sent = fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      Accept: 'application/json',
      Authorization: `Bearer ${token}`,
      ...(tag === undefined ? {} : { 'If-None-Match': tag }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  })
  return reached(sent)
}

async function reached<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer
  } catch (error) {
    throw new NoAnswer(0, error)
  }
}

/** Leads whoever is there to the provider, unless they have signed out. */
async function signInAgain(): Promise<never> {
  if (signInState().kind === 'in') {
    become({ kind: 'coming' })
    await reached(goToProvider(document.documentElement.lang))
  }
  throw new NoAnswer(401)
}

/** Other things that one has no right to are no reason to leave. */
async function isStranger(response: Response): Promise<boolean> {
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => undefined)
  return typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === 'no-membership'
}
