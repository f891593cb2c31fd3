import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** One call on its way to the engine. */
export interface Call {
  /** Such as `TransactWriteItems`. */
  readonly operation: string
  /** How often this operation has been called, this call included. */
  readonly count: number
  readonly body: string
}

/**
 * What happens to a call: it passes, its answer is lost, it is answered in the engine's place, or another is sent; the
 * connection is reset before the engine hears of it; or nothing comes back, whether the engine heard of it or not.
 */
export type Fate =
  | 'pass'
  | 'lose-answer'
  | 'reset'
  | 'hang'
  | 'carry-out-and-hang'
  | { readonly status: number; readonly answer: unknown }
  | { readonly instead: unknown; readonly answer: unknown }

/** A proxy between SDK and engine that decides on the fate of each call. */
export async function faultProxy(engine: string, fateOf: (call: Call) => Fate) {
  const counts = new Map<string, number>()
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request)
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? ''
    const count = (counts.get(operation) ?? 0) + 1
    counts.set(operation, count)
    const fate = fateOf({ operation, count, body })
    if (fate === 'hang') return
    if (fate === 'reset') return void request.socket.resetAndDestroy()
    if (typeof fate === 'object' && 'status' in fate) return answer(response, fate.status, JSON.stringify(fate.answer))
    const sent = typeof fate === 'object' ? JSON.stringify(fate.instead) : body
    const made = await fetch(engine, { method: 'POST', headers: signedHeaders(request), body: sent })
    const said = await made.text()
    if (fate === 'carry-out-and-hang') return
    if (fate === 'lose-answer') response.destroy()
    else answer(response, made.status, typeof fate === 'object' ? JSON.stringify(fate.answer) : said)
  }
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    counts,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** What the SDK says about itself and its signature; all about the connection is between fetch and the engine. */
const signedHeaders = ({ headers }: IncomingMessage): Headers =>
  new Headers(
    Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && /^(?:authorization|content-type|x-amz-|amz-)/.test(name) ? [[name, value]] : [],
    ),
  )

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(body)
}
