import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import * as z from 'zod'
import { audience, type TestIssuer, testIssuer } from './issuer.ts'

/** An issuer that tells of itself and its keys over HTTP, as a provider elsewhere does. */
export interface Provider extends TestIssuer, AsyncDisposable {
  readonly name: string
  /** By what the installation knows it. */
  readonly environment: Readonly<Record<string, string>>
  /** Has another way of answering those who ask for its keys; without one, it tells them again. */
  readonly answerForKeys: (by?: RequestListener) => void
}

/** Serves an issuer on this machine until it is disposed of. */
export async function serveIssuer(): Promise<Provider> {
  const told = new Map<string, unknown>()
  let forKeys: RequestListener | undefined
  const server = createServer((request, response) => {
    const { url = '' } = request
    if (url === '/keys' && forKeys !== undefined) return forKeys(request, response)
    const found = told.get(url)
    response.writeHead(found === undefined ? 404 : 200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(found ?? {}))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const name = `http://127.0.0.1:${z.object({ port: z.int() }).parse(server.address()).port}`
  const issuer = await testIssuer(name)
  const { authorizationEndpoint, tokenEndpoint, endSessionEndpoint, clientId } = issuer.signIn
  told.set('/keys', { keys: [issuer.publicJwk] })
  told.set('/.well-known/openid-configuration', {
    issuer: name,
    jwks_uri: `${name}/keys`,
    authorization_endpoint: authorizationEndpoint,
    token_endpoint: tokenEndpoint,
    end_session_endpoint: endSessionEndpoint,
  })
  return {
    ...issuer,
    name,
    environment: { VERTRETBAR_ISSUER: name, VERTRETBAR_CLIENT_ID: clientId, VERTRETBAR_AUDIENCE: audience },
    answerForKeys: (by) => {
      forKeys = by
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
