import type { RequestListener } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { createApp } from '@vertretbar/api/app'
import { authenticator } from '@vertretbar/api/auth'
import { externalProvider } from '@vertretbar/cli/installation/external-provider'
import { signInSetting } from '@vertretbar/cli/installation/sign-in-setting'
import { connect } from '@vertretbar/store/connection'
import { identityStore } from '@vertretbar/store/identities'
import type { Ports } from '@vertretbar/usecases/ports'
import { generateKeyPair } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pointSdkAt } from '../store/engine.ts'
import { faultProxy } from '../store/proxy.ts'
import { admit } from './admit.ts'
import { expectProblem } from './asking.ts'
import { doorOf } from './door.ts'
import { type LocalApi, referenceRegion, startLocalApi } from './local-api.ts'
import { type Provider, serveIssuer } from './provider.ts'

const region = 'wolfenbuettel'
const subject = 'somebody'
let api: LocalApi
let provider: Provider

beforeAll(async () => {
  provider = await serveIssuer()
  api = await startLocalApi(region)
  await api.open(referenceRegion())
  await admit(api.ports, region, { subject, by: provider.name, roles: [{ role: 'coordinator' }] })
})
beforeEach(() => {
  provider.answerForKeys()
  api.reported.length = 0
})
afterAll(async () => {
  await api.close()
  await provider[Symbol.asyncDispose]()
})

/** The API as it is served to those who sign in at a provider elsewhere; it has none of the provider's keys yet. */
async function servedFor(elsewhere: Provider, ports: Ports = api.ports) {
  const setting = signInSetting(elsewhere.environment)
  if (!setting.ok || setting.value.kind !== 'external') throw new Error('the environment names no provider')
  const found = await externalProvider(setting.value)
  if (!found.ok) throw new Error(JSON.stringify(found.refusal))
  const { issuer, signIn } = found.value
  const door = doorOf({ authenticate: authenticator(issuer), signIn })
  const app = createApp({ ...door, ports, report: (error) => void api.reported.push(error) })
  return async (token: string | Promise<string>, path = '/v1/region', method = 'GET'): Promise<Response> =>
    app.request(path, { method, headers: { Authorization: `Bearer ${await token}` } })
}

const answering =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body)

const told = (body: unknown): RequestListener => answering(200, JSON.stringify(body))

async function expectUnavailable(response: Response): Promise<void> {
  expect(response.headers.get('Retry-After')).toBe('1')
  expect(response.headers.get('WWW-Authenticate')).toBeNull()
  expect(response.headers.get('Cache-Control')).toBe('private, no-cache')
  await expectProblem(response, 503, { code: 'sign-in-unavailable' })
  // Whoever keeps the service has to know, for nobody can sign in; that a token came they need not be told.
  expect(api.reported).toMatchObject([{ name: 'KeysUnavailable' }])
  expect(String(api.reported)).not.toContain('eyJ')
}

describe('whoever signs in at a provider', () => {
  it.each<readonly [string, RequestListener]>([
    ['fails', answering(500, '{}')],
    ['has no time', answering(503, '{}')],
    ['does not know the address any more', answering(404, '{}')],
    ['sends on to another address', answering(302, '', { Location: '/.well-known/openid-configuration' })],
    ['hangs up', ({ socket }) => void socket.destroy()],
    ['says nothing', () => undefined],
    ['stops in the middle', (_, response) => void response.writeHead(200).write('{"keys":[')],
    ['hangs up in the middle', (_, response) => void response.writeHead(200).write('{', () => response.destroy())],
    ['tells a page', answering(200, '<!doctype html><title>Wartung</title>', { 'Content-Type': 'text/html' })],
    ['tells nothing', answering(200, '')],
    ['tells something else', told({ issuer: 'another' })],
    ['tells a list', told([])],
    ['tells no list of keys', told({ keys: 'none' })],
    ['tells keys that are none', told({ keys: ['none'] })],
  ])('that %s when asked for its keys is to try again, and then let in', async (_, listener) => {
    const ask = await servedFor(provider)
    provider.answerForKeys(listener)
    const began = performance.now()
    await expectUnavailable(await ask(provider.token(subject)))
    expect(performance.now() - began).toBeLessThan(3000)
    provider.answerForKeys()
    expect((await ask(provider.token(subject))).status).toBe(200)
  })

  it('whose key is no point of its curve is to try again', async () => {
    const ask = await servedFor(provider)
    provider.answerForKeys(told({ keys: [{ kid: 'test', kty: 'EC', crv: 'P-256', x: 'A', y: 'A' }] }))
    await expectUnavailable(await ask(provider.token(subject)))
  })

  it('that is not there any more is to try again, at every address', async () => {
    const gone = await serveIssuer()
    const ask = await servedFor(gone)
    const token = await gone.token(subject)
    await gone[Symbol.asyncDispose]()
    for (const [path, method] of [
      ['/v1/me', 'GET'],
      ['/v1/me/membership', 'POST'],
      ['/v1/bookings', 'POST'],
      ['/v1/nowhere', 'GET'],
    ] as const) {
      api.reported.length = 0
      await expectUnavailable(await ask(token, path, method))
    }
  })

  it('is let in by a key that was told before, though the provider fails now', async () => {
    const ask = await servedFor(provider)
    expect((await ask(provider.token(subject))).status).toBe(200)
    provider.answerForKeys(answering(500, '{}'))
    expect((await ask(provider.token(subject))).status).toBe(200)
  })
})

it('waits for the store the less, the longer the keys took to come', async () => {
  await using proxy = await faultProxy(api.engine.endpoint, () => 'hang')
  pointSdkAt(proxy.endpoint)
  const database = connect('vertretbar-api-test')
  const ask = await servedFor(provider, { ...api.ports, identities: identityStore(database) })
  provider.answerForKeys((request, response) => {
    void setTimeout(1200).then(() => told({ keys: [provider.publicJwk] })(request, response))
  })
  const began = performance.now()
  await expectProblem(await ask(provider.token(subject)), 503, { code: 'busy' })
  expect(performance.now() - began).toBeLessThan(3000)
  database.client.destroy()
})

describe('a token that does not count', () => {
  const now = Math.floor(Date.now() / 1000)

  it.each([
    ['has expired', { exp: now - 60 }],
    ['is for somebody else', { aud: 'https://other.example.de' }],
    ['is of another issuer', { iss: 'https://other.example.de' }],
    ['says nothing of when it ends', { exp: undefined }],
  ])('is refused where the keys are at hand: it %s', async (_, claims) => {
    const ask = await servedFor(provider)
    await expectProblem(await ask(provider.token(subject, claims)), 401, { code: 'unauthenticated' })
    expect(api.reported).toEqual([])
  })

  it('is refused where none of the keys that were told made it', async () => {
    const ask = await servedFor(provider)
    const { privateKey } = await generateKeyPair('ES256')
    await expectProblem(await ask(provider.token(subject, {}, privateKey)), 401, { code: 'unauthenticated' })
    provider.answerForKeys(told({ keys: [{ ...provider.publicJwk, kid: 'next' }] }))
    await expectProblem(await (await servedFor(provider))(provider.token(subject)), 401, { code: 'unauthenticated' })
    provider.answerForKeys(told({ keys: [provider.publicJwk, provider.publicJwk] }))
    await expectProblem(await (await servedFor(provider))(provider.token(subject)), 401, { code: 'unauthenticated' })
  })

  it.each(['x', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.'])(
    'is refused without asking for keys where it is none: %s',
    async (none) => {
      const ask = await servedFor(provider)
      provider.answerForKeys(answering(500, '{}'))
      await expectProblem(await ask(none), 401, { code: 'unauthenticated' })
    },
  )
})
