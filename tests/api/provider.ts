import { once } from 'node:events'
import { createServer } from 'node:http'
import * as z from 'zod'
import { audience, type TestIssuer, testIssuer } from './issuer.ts'

/** An issuer that tells of itself and its keys over HTTP, as a provider elsewhere does. */
export interface Provider extends TestIssuer, AsyncDisposable {
  readonly name: string
  /** By what the installation knows it. */
  readonly environment: Readonly<Record<string, string>>
}

/** Serves an issuer on this machine until it is disposed of. */
export async function serveIssuer(): Promise<Provider> {
  const told = new Map<string, unknown>()
  const server = createServer(({ url = '' }, response) => {
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
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
