import type { Identity } from '@vertretbar/domain/member'
import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import * as z from 'zod'
import { KeysUnavailable, namedOrUnavailable } from './provider-keys.ts'

/** Who issues the tokens that this service takes, and what they must say. The same shape wherever it runs. */
export interface Issuer {
  readonly issuer: string
  /** The issuer's keys, fetched or at hand. */
  readonly keys: JWTVerifyGetKey
  /** For whom a token must be: its `aud`, or its `client_id` where the issuer writes no audience (Cognito). */
  readonly for: { readonly audience: string } | { readonly clientId: string }
  /** What a token must allow. */
  readonly scope: string
}

/** Whose a token is; undefined where it is none that counts here. Throws `KeysUnavailable` where nobody can tell. */
export type Authenticate = (authorization: string | undefined) => Promise<Identity | undefined>

/** A header that names one bearer token (RFC 6750 § 2.1). */
const bearer = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i

const Claims = z.object({
  sub: z.string().min(1).max(255),
  scope: z.string().optional(),
  client_id: z.string().optional(),
  token_use: z.string().optional(),
})

/**
 * Verifies access tokens: signature by a key of the issuer, issuer, audience or client, expiry and scope. Only
 * asymmetric algorithms count, so that nobody signs with a key that everybody can read (RFC 8725 § 3.1).
 */
export function authenticator(issuer: Issuer): Authenticate {
  return async (authorization) => {
    const token = bearer.exec(authorization ?? '')?.[1]
    if (token === undefined) return undefined
    const claims = await claimsOf(token, issuer)
    return claims !== undefined && isForUs(claims, issuer) ? { issuer: issuer.issuer, subject: claims.sub } : undefined
  }
}

async function claimsOf(token: string, issuer: Issuer): Promise<z.infer<typeof Claims> | undefined> {
  try {
    const { payload } = await jwtVerify(token, namedOrUnavailable(issuer.keys), {
      issuer: issuer.issuer,
      algorithms: ['RS256', 'ES256', 'EdDSA'],
      requiredClaims: ['sub', 'exp', 'iat'],
      clockTolerance: clockToleranceSeconds,
      ...('audience' in issuer.for && { audience: issuer.for.audience }),
    })
    return Claims.safeParse(payload).data
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined
    // What jose says of a token is its own kind of error; anything else comes of a key that cannot be used.
    throw error instanceof KeysUnavailable ? error : new KeysUnavailable(error)
  }
}

/** Two machines may differ by so much. */
const clockToleranceSeconds = 5

function isForUs({ scope = '', client_id: client, token_use: use }: z.infer<typeof Claims>, issuer: Issuer): boolean {
  const isClient = 'audience' in issuer.for || client === issuer.for.clientId
  // Cognito marks which of its tokens allow anything; ID tokens do not.
  return isClient && (use === undefined || use === 'access') && scope.split(' ').includes(issuer.scope)
}
