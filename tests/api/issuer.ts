import { authenticator } from '@vertretbar/api/auth'
import type { SignIn } from '@vertretbar/api/sign-in'
import { type CryptoKey, createLocalJWKSet, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'

/** An issuer as those know it who take its tokens. */
export interface Known {
  readonly authenticate: ReturnType<typeof authenticator>
  readonly signIn: SignIn
}

/** An issuer of tokens whose keys the test has: what a provider says, and also what one never would. */
export interface TestIssuer extends Known {
  readonly publicJwk: JWK
  /** A token of a subject; claims given replace those that it would have, undefined ones are left out. */
  readonly token: (subject: string, claims?: Readonly<Record<string, unknown>>, key?: CryptoKey) => Promise<string>
}

export const issuer = 'https://login.example.de/realm'
export const audience = 'https://vertretbar.example.de/api'
export const scope = 'vertretbar'

/** Makes an issuer of a name with a key of its own; tokens hold for a day of the real clock. */
export async function testIssuer(name = issuer): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const publicJwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256' }
  return {
    ...known(name, publicJwk),
    publicJwk,
    token: (subject, claims = {}, key = privateKey) => {
      const at = Math.floor(Date.now() / 1000)
      const payload = { iss: name, aud: audience, sub: subject, scope, iat: at, exp: at + 86_400, ...claims }
      return new SignJWT(Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined)))
        .setProtectedHeader({ alg: 'ES256', kid: 'test' })
        .sign(key)
    },
  }
}

/** What others know of an issuer: its public key, and where to sign in. */
function known(name: string, publicJwk: JWK): Known {
  const keys = createLocalJWKSet({ keys: [publicJwk] })
  return {
    authenticate: authenticator({ issuer: name, keys, for: { audience }, scope }),
    signIn: {
      issuer: name,
      authorizationEndpoint: `${name}/authorize`,
      tokenEndpoint: `${name}/token`,
      endSessionEndpoint: `${name}/logout`,
      clientId: 'vertretbar-web',
      scope: `openid ${scope}`,
      resource: audience,
    },
  }
}
