import { base64url, exportSPKI, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose'
import * as z from 'zod'
import { audience, issuer, scope, type TestIssuer } from '../issuer.ts'

/** Headers of which none makes anybody somebody, each by what is wrong with it. */
export async function worthlessTokens({ token, publicJwk }: TestIssuer): Promise<ReadonlyMap<string, string>> {
  const now = Math.floor(Date.now() / 1000)
  const of = (claims: Readonly<Record<string, unknown>>) => token('hr-manager', claims)
  const good = await of({})
  const payload = { iss: issuer, aud: audience, sub: 'hr-manager', scope, iat: now, exp: now + 600 }
  const { privateKey } = await generateKeyPair('ES256')
  const bearers: readonly (readonly [string, string])[] = [
    ['expired', await of({ iat: now - 700, exp: now - 100 })],
    ['without an end', await of({ exp: undefined })],
    ['not valid yet', await of({ nbf: now + 600 })],
    ['for another audience', await of({ aud: 'https://elsewhere.example.de/api' })],
    ['for no audience', await of({ aud: undefined })],
    ['of another issuer', await of({ iss: 'https://login.example.de/other' })],
    ['without the scope', await of({ scope: 'openid' })],
    ['with a scope that only begins alike', await of({ scope: `${scope}-read` })],
    ['of nobody', await of({ sub: undefined })],
    ['of another key', await token('hr-manager', {}, privateKey)],
    ['signed by nobody', unsigned(payload)],
    ['signed with the public key as a secret', await confused(publicJwk, payload)],
    ['with another payload', forged(good, { ...payload, sub: 'coordinator' })],
    ['cut off', good.slice(0, -10)],
    ['garbage', 'garbage'],
  ]
  return new Map([
    ...bearers.map(([name, value]) => [name, `Bearer ${value}`] as const),
    ['of another scheme', `Basic ${base64url.encode('hr-manager:hr-manager')}`],
    ['twice', `Bearer ${good}, Bearer ${good}`],
  ])
}

const part = (value: object): string => base64url.encode(JSON.stringify(value))

/** RFC 8725 § 2.1: `none` must never pass for a signature. */
const unsigned = (payload: object): string => `${part({ alg: 'none', typ: 'JWT' })}.${part(payload)}.`

/** RFC 8725 § 2.1: whoever takes any algorithm takes the public key for a shared secret. */
async function confused(publicJwk: object, payload: JWTPayload): Promise<string> {
  const key = await importJWK({ ...publicJwk })
  const secret = new TextEncoder().encode(await exportSPKI(z.instanceof(CryptoKey).parse(key)))
  return new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid: 'test' }).sign(secret)
}

function forged(token: string, payload: object): string {
  const [header, , signature] = token.split('.')
  return [header, part(payload), signature].join('.')
}
