import { once } from 'node:events'
import { statSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { filledFolders, processes, serving, vertretbar } from './test-process.ts'
import { signedIn, tokensFor } from './test-sign-in.ts'

const filled = filledFolders()

const Invited = z.object({ invitation: z.object({ code: z.string() }) })

async function invite(data: readonly string[]): Promise<string> {
  const { stdout } = await vertretbar([
    'member',
    'add',
    '--address',
    'neu@example.de',
    '--role',
    'coordinator',
    '--json',
    ...data,
  ])
  return Invited.parse(JSON.parse(stdout)).invitation.code
}

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })

const asMember = (url: string, token: string, code: string): Promise<Response> =>
  fetch(`${url}/v1/me/membership`, {
    method: 'POST',
    headers: { ...bearer(token), 'Content-Type': 'application/json' },
    body: JSON.stringify({ code }),
  })

describe('the provider of an installation', processes, () => {
  it('keeps people who they are from one start to the next, at whatever port', async () => {
    using folder = filled()
    const code = await invite(folder.data)
    {
      await using running = await serving(['serve', '--port', '0', ...folder.data])
      const { tokens } = await signedIn(running.url, 'neu')
      expect((await asMember(running.url, tokens.access_token, code)).status).toBe(201)
      await running.end('SIGTERM')
    }
    expect(statSync(join(folder.path, 'provider-keys.json')).mode & 0o777).toBe(0o600)
    await using again = await serving(['serve', '--port', '0', ...folder.data])
    const { tokens } = await signedIn(again.url, 'neu')
    const me = await fetch(`${again.url}/v1/me`, { headers: bearer(tokens.access_token) })
    expect(await me.json()).toMatchObject({ roles: [{ role: 'coordinator' }] })
  })

  it('gives tokens for this API alone, signed with a key pair, for ten minutes', async () => {
    using folder = filled()
    await using running = await serving(['serve', '--port', '0', ...folder.data])
    const { tokens } = await signedIn(running.url, 'neu')
    expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' })
    const { iat = 0, exp = 0, ...claims } = decodeJwt(tokens.access_token)
    expect(exp - iat).toBe(600)
    expect(claims).toMatchObject({ iss: 'http://localhost/oidc', sub: 'neu', scope: 'vertretbar' })
    expect(claims.aud).toBe('https://vertretbar.invalid/api')
    // The proof of a login is no token for the API.
    expect((await fetch(`${running.url}/v1/me`, { headers: bearer(tokens.id_token) })).status).toBe(401)
  })

  it('renews a token once; a refresh token that comes twice ends the login', async () => {
    using folder = filled()
    await using running = await serving(['serve', '--port', '0', ...folder.data])
    const { tokens } = await signedIn(running.url, 'neu')
    const renew = (refresh_token: string): Promise<unknown> =>
      tokensFor(new URL('/oidc/token', running.url), {
        grant_type: 'refresh_token',
        client_id: 'vertretbar-web',
        refresh_token,
      })
    const renewed = z.object({ refresh_token: z.string() }).parse(await renew(tokens.refresh_token))
    expect(renewed.refresh_token).not.toBe(tokens.refresh_token)
    expect(await renew(tokens.refresh_token)).toMatchObject({ error: 'invalid_grant' })
    expect(await renew(renewed.refresh_token)).toMatchObject({ error: 'invalid_grant' })
  })
})

describe('the login page', processes, () => {
  let folder: ReturnType<typeof filled>
  let running: Awaited<ReturnType<typeof serving>>
  beforeAll(async () => {
    folder = filled()
    running = await serving(['serve', '--port', '0', ...folder.data])
  })
  afterAll(async () => {
    await running[Symbol.asyncDispose]()
    folder[Symbol.dispose]()
  })

  it.each([
    ['an address elsewhere', { redirect_uri: 'https://vertretbar.example/anmeldung' }],
    ['another address here', { redirect_uri: 'http://localhost/elsewhere' }],
    ['no proof of the one who asked', { code_challenge: undefined }],
    ['a proof that anybody could give', { code_challenge_method: 'plain' }],
    ['another API', { resource: 'https://another.example/api' }],
    ['a client that it does not know', { client_id: 'another' }],
  ])('is not shown for %s', async (_, wrong) => {
    const asked = {
      client_id: 'vertretbar-web',
      redirect_uri: `${running.url}/anmeldung`,
      response_type: 'code',
      scope: 'openid vertretbar',
      resource: 'https://vertretbar.invalid/api',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
      ...wrong,
    }
    const query = new URLSearchParams(
      Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined),
    )
    const response = await fetch(`${running.url}/oidc/auth?${query.toString()}`, { redirect: 'manual' })
    const back = response.headers.get('Location')
    const error = back === null ? response.status : new URL(back, running.url).searchParams.get('error')
    expect([400, 'invalid_request', 'invalid_target']).toContain(error)
  })
})

describe('serving', processes, () => {
  it('says how to let the first one in, as long as there is nobody', async () => {
    using folder = filled()
    {
      await using running = await serving(['serve', '--port', '0', ...folder.data])
      expect(running.said).toContain('vertretbar member add --address ADRESSE --role coordinator')
    }
    await invite(folder.data)
    await using running = await serving(['serve', '--port', '0', ...folder.data])
    expect(running.said).not.toContain('member add')
  })

  it('takes the tokens of a provider that the environment names, and has none of its own then', async () => {
    using folder = filled()
    const code = await invite(folder.data)
    await using provider = await anotherProvider()
    const environment = { VERTRETBAR_ISSUER: provider.issuer, VERTRETBAR_CLIENT_ID: 'page' }
    await using running = await serving(['serve', '--port', '0', ...folder.data], environment)
    expect(await (await fetch(`${running.url}/sign-in`)).json()).toEqual({
      issuer: provider.issuer,
      authorizationEndpoint: `${provider.issuer}/authorize`,
      tokenEndpoint: `${provider.issuer}/token`,
      endSessionEndpoint: `${provider.issuer}/logout`,
      clientId: 'page',
      scope: 'openid vertretbar',
    })
    const page = await fetch(running.url)
    expect(page.headers.get('Content-Security-Policy')).toContain(`connect-src 'self' ${provider.issuer};`)
    expect((await fetch(`${running.url}/oidc/auth`)).headers.get('Content-Type')).toContain('text/html')
    expect(await (await fetch(`${running.url}/oidc/auth`)).text()).toBe(await page.text())
    expect((await asMember(running.url, await provider.token({ client_id: 'page' }), code)).status).toBe(201)
    const other = await provider.token({ client_id: 'another' })
    expect((await fetch(`${running.url}/v1/me`, { headers: bearer(other) })).status).toBe(401)
  })

  it.each([
    ['that does not answer', {}, 'VERTRETBAR_ISSUER: Dort gibt ein Anmeldedienst nicht die nötige Auskunft'],
    ['without a client', { VERTRETBAR_CLIENT_ID: '' }, 'VERTRETBAR_CLIENT_ID: Diese Umgebungsvariable fehlt'],
  ])('with a provider %s is refused', async (_, change, sentence) => {
    using folder = filled()
    const environment = { VERTRETBAR_ISSUER: 'http://127.0.0.1:9', VERTRETBAR_CLIENT_ID: 'page', ...change }
    const { status, stderr } = await vertretbar(['serve', '--port', '0', ...folder.data], environment)
    expect(status).toBe(1)
    expect(stderr).toContain(sentence)
  })
})

/** A provider elsewhere: what it tells of itself, its keys, and tokens. */
async function anotherProvider() {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' }]
  const server = createServer((request, response) => {
    const told = request.url === '/.well-known/openid-configuration' ? discovery() : { keys }
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(told))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${z.object({ port: z.int() }).parse(server.address()).port}`
  const discovery = () => ({
    issuer,
    jwks_uri: `${issuer}/keys`,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    end_session_endpoint: `${issuer}/logout`,
  })
  return {
    issuer,
    token: (claims: Readonly<Record<string, string>>) =>
      new SignJWT({ scope: 'vertretbar', ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'k' })
        .setIssuer(issuer)
        .setSubject('somebody')
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(privateKey),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
