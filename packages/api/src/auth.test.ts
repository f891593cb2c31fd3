import { createHmac } from 'node:crypto'
import {
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWK,
  type JWTHeaderParameters,
  SignJWT,
} from 'jose'
import { describe, expect, it } from 'vitest'
import { authenticator, type Issuer } from './auth.ts'
import { KeysUnavailable } from './provider-keys.ts'

const issuer = 'https://login.example.de/realm'
const audience = 'https://vertretbar.example.de/api'
const keys = await generateKeyPair('ES256', { extractable: true })
const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k', alg: 'ES256' }
const known: Issuer = {
  issuer,
  keys: createLocalJWKSet({ keys: [jwk] }),
  for: { audience },
  scope: 'vertretbar',
}
const cognito: Issuer = { ...known, for: { clientId: 'page' } }

const privateJwk = await exportJWK(keys.privateKey)
const publicPem = await exportSPKI(keys.publicKey)

const now = Math.floor(Date.now() / 1000)
/** Claims as they may be changed; an undefined one is left out. */
type Change = Readonly<Record<string, unknown>>

const claims: Change = { iss: issuer, aud: audience, sub: 's-1', scope: 'openid vertretbar', iat: now, exp: now + 600 }
const header = { alg: 'ES256', kid: 'k' }

/** A token with some claims changed. */
const token = (change: Change = {}, head: JWTHeaderParameters = header, key = keys.privateKey) =>
  new SignJWT(Object.fromEntries(Object.entries({ ...claims, ...change }).filter(([, value]) => value !== undefined)))
    .setProtectedHeader(head)
    .sign(key)

const shown = async (bearer: string | Promise<string>, by = known) => authenticator(by)(`Bearer ${await bearer}`)
const identity = { issuer, subject: 's-1' }

/** A token as somebody makes it who has no key: any header, any signature. */
const forged = (head: object, sign: (content: string) => string): string => {
  const content = [head, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${content}.${sign(content)}`
}

describe('a token', () => {
  it.each<readonly [string, Change]>([
    ['of the issuer, for us, with the scope', {}],
    ['whose scope is the only one', { scope: 'vertretbar' }],
    ['for us among others', { aud: ['https://other.example.de', audience] }],
    ['that says that it gives access', { token_use: 'access' }],
  ])('counts: one %s', async (_, change) => expect(await shown(token(change))).toEqual(identity))

  it('counts some seconds before and after its time, for clocks differ', async () => {
    const at = Math.floor(Date.now() / 1000)
    expect(await shown(token({ exp: at - 3 }))).toEqual(identity)
    expect(await shown(token({ nbf: at + 4 }))).toEqual(identity)
  })

  it.each<readonly [string, Change]>([
    ['of another issuer', { iss: 'https://login.example.de/other' }],
    ['of an issuer whose name begins alike', { iss: `${issuer}/` }],
    ['of nobody', { iss: undefined }],
    ['for somebody else', { aud: 'https://other.example.de' }],
    ['for nobody', { aud: undefined }],
    ['for a client instead of an audience', { aud: undefined, client_id: audience }],
    ['that has expired', { exp: now - 6 }],
    ['that never expires', { exp: undefined }],
    ['that does not hold yet', { nbf: now + 60 }],
    ['that does not say since when', { iat: undefined }],
    ['about nobody', { sub: undefined }],
    ['about a nobody with a name', { sub: '' }],
    ['about somebody with a name beyond all measure', { sub: 's'.repeat(256) }],
    ['without a scope', { scope: undefined }],
    ['with other scopes only', { scope: 'openid profile' }],
    ['with a scope that begins like ours', { scope: 'vertretbar-read' }],
    ['that says who somebody is, and gives no access', { token_use: 'id' }],
  ])('does not count: one %s', async (_, change) => expect(await shown(token(change))).toBeUndefined())
})

describe('a token of a provider that names the client', () => {
  const ofClient = { aud: undefined, client_id: 'page', token_use: 'access' }

  it('counts if it is our client', async () => {
    expect(await shown(token(ofClient), cognito)).toEqual(identity)
  })

  it.each<readonly [string, Change]>([
    ['of another client', { ...ofClient, client_id: 'other' }],
    ['of no client', { ...ofClient, client_id: undefined }],
    [
      'that has our client as its audience only, as one has that says who somebody is',
      { aud: 'page', token_use: 'id' },
    ],
    ['that says who somebody is', { ...ofClient, token_use: 'id' }],
  ])('does not count: one %s', async (_, change) => expect(await shown(token(change), cognito)).toBeUndefined())
})

describe('a signature', () => {
  it('by a key that nobody knows does not count, whatever it calls itself', async () => {
    const other = await generateKeyPair('ES256')
    for (const head of [header, { ...header, kid: 'other' }, { ...header, jwk }])
      expect(await shown(token({}, head, other.privateKey))).toBeUndefined()
  })

  it('of a key that the token brings along does not count', async () => {
    const other = await generateKeyPair('ES256', { extractable: true })
    const brought = await exportJWK(other.publicKey)
    expect(await shown(token({}, { alg: 'ES256', jwk: brought }, other.privateKey))).toBeUndefined()
  })

  it.each(['none', 'None', 'NONE'])('of nobody does not count: %s', async (alg) => {
    expect(await shown(forged({ ...header, alg }, () => ''))).toBeUndefined()
  })

  it.each([
    ['as text', publicPem],
    ['as bytes', Buffer.from(publicPem.replaceAll(/-----.*-----|\s/g, ''), 'base64')],
    ['as JSON', JSON.stringify(jwk)],
  ])('with the public key, %s, as a shared secret does not count', async (_, secret) => {
    const hs256 = forged({ alg: 'HS256', kid: 'k', typ: 'JWT' }, (content) =>
      createHmac('sha256', secret).update(content).digest('base64url'),
    )
    expect(await shown(hs256)).toBeUndefined()
  })

  it('is of what was signed: other claims under it do not count', async () => {
    const [head, , signature] = (await token()).split('.')
    const payload = Buffer.from(JSON.stringify({ ...claims, sub: 's-2' })).toString('base64url')
    expect(await shown(`${head}.${payload}.${signature}`)).toBeUndefined()
  })

  it('by another kind of key of the issuer counts', async () => {
    for (const alg of ['RS256', 'EdDSA']) {
      const pair = await generateKeyPair(alg)
      const other = { ...(await exportJWK(pair.publicKey)), kid: 'k', alg }
      const by = { ...known, keys: createLocalJWKSet({ keys: [other] }) }
      expect([alg, await shown(token({}, { alg, kid: 'k' }, pair.privateKey), by)]).toEqual([alg, identity])
    }
  })

  it('by a kind of key that the issuer has, but nobody agreed to, does not count', async () => {
    const pair = await generateKeyPair('RS512')
    const other = { ...(await exportJWK(pair.publicKey)), kid: 'k' }
    const by = { ...known, keys: createLocalJWKSet({ keys: [other] }) }
    expect(await shown(token({}, { alg: 'RS512', kid: 'k' }, pair.privateKey), by)).toBeUndefined()
  })
})

describe('a header', () => {
  it.each([
    ['that is missing', undefined],
    ['that is empty', ''],
    ['of another scheme', 'Basic dTpw'],
    ['without a token', 'Bearer '],
    ['with something that is no token', 'Bearer x'],
    ['with three parts that are nothing', 'Bearer a.b.c'],
    ['with two tokens', 'Bearer a.b.c, Bearer a.b.c'],
  ])('%s shows nobody', async (_, value) => expect(await authenticator(known)(value)).toBeUndefined())

  it('names its scheme in any case', async () => {
    expect(await authenticator(known)(`bEARER ${await token()}`)).toEqual(identity)
  })
})

describe('a key of the issuer that cannot be used', () => {
  const x = 'A'.repeat(43)

  it.each<readonly [string, JWTHeaderParameters, JWK]>([
    ['is no point of its curve', header, { kty: 'EC', crv: 'P-256', x, y: x }],
    ['lacks a half', header, { kty: 'EC', crv: 'P-256', x }],
    ['is not to be told at all', header, privateJwk],
    ['is too short', { alg: 'RS256', kid: 'k' }, { kty: 'RSA', e: 'AQAB', n: 'y'.repeat(171) }],
  ])('is no fault of the token: it %s', async (_, head, key) => {
    const by = { ...known, keys: createLocalJWKSet({ keys: [{ ...key, kid: 'k' }] }) }
    await expect(
      shown(
        forged(head, () => x),
        by,
      ),
    ).rejects.toThrow(KeysUnavailable)
  })
})
