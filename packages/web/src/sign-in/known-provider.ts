import type { SignIn } from '@vertretbar/api/contract'
import { type AuthorizationServer, allowInsecureRequests, type Client } from 'oauth4webapi'

/** The provider as the server tells of it, and this page as the provider knows it. */
export interface KnownProvider {
  readonly server: AuthorizationServer & { readonly authorization_endpoint: string }
  readonly client: Client
  readonly endSessionEndpoint: string
  readonly scope: string
  /** What every request for tokens says beside the rest. */
  readonly tokenParameters: Readonly<Record<string, string>>
  readonly options: { readonly [allowInsecureRequests]: boolean }
}

/** Where the provider sends people back to. */
export const returnAddresses = {
  signedIn: `${window.location.origin}/anmeldung`,
  signedOut: `${window.location.origin}/abgemeldet`,
} as const

let known: Promise<KnownProvider> | undefined

/** Asks the server once; after a failure, again. */
export function knownProvider(): Promise<KnownProvider> {
  known ??= askServer().catch((error: unknown) => {
    known = undefined
    throw error
  })
  return known
}

async function askServer(): Promise<KnownProvider> {
  const response = await fetch('/sign-in')
  if (!response.ok) throw new Error(`the server answered ${response.status}`)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server is built from the same types as the page
  const told = (await response.json()) as SignIn
  return {
    server: {
      issuer: told.issuer,
      authorization_endpoint: absolute(told.authorizationEndpoint),
      token_endpoint: absolute(told.tokenEndpoint),
      id_token_signing_alg_values_supported: ['RS256', 'PS256', 'ES256', 'EdDSA'],
    },
    client: { client_id: told.clientId },
    endSessionEndpoint: absolute(told.endSessionEndpoint),
    scope: told.scope,
    tokenParameters: told.resource === undefined ? {} : { resource: told.resource },
    // A page that itself came without TLS is one on this very machine.
    options: { [allowInsecureRequests]: window.location.protocol === 'http:' },
  }
}

const absolute = (endpoint: string): string => new URL(endpoint, window.location.origin).href
