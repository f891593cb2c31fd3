import type { Issuer } from '@vertretbar/api/auth'
import { keysAt } from '@vertretbar/api/provider-keys'
import type { SignIn } from '@vertretbar/api/sign-in'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import * as z from 'zod'
import type { InstallationFault } from './fault.ts'
import type { SignInSetting } from './sign-in-setting.ts'

/** What a provider tells of itself, as far as it matters here. */
const Discovery = z.object({
  issuer: z.string(),
  jwks_uri: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  end_session_endpoint: z.url(),
})

const patienceMilliseconds = 10_000

/** What the API and the page have to know of a provider elsewhere, by its own word. */
export async function externalProvider(
  setting: Extract<SignInSetting, { readonly kind: 'external' }>,
): Promise<Result<{ readonly issuer: Issuer; readonly signIn: SignIn }, InstallationFault>> {
  const { VERTRETBAR_ISSUER: issuer, VERTRETBAR_CLIENT_ID: clientId, VERTRETBAR_SCOPE: scope } = setting
  const { VERTRETBAR_AUDIENCE: audience, VERTRETBAR_RESOURCE: resource } = setting
  const told = await discovered(issuer)
  if (!told.ok) return told
  const { jwks_uri, authorization_endpoint, token_endpoint, end_session_endpoint } = told.value
  return accept({
    issuer: {
      issuer,
      keys: keysAt(jwks_uri),
      for: audience === undefined ? { clientId } : { audience },
      scope,
    },
    signIn: {
      issuer,
      authorizationEndpoint: authorization_endpoint,
      tokenEndpoint: token_endpoint,
      endSessionEndpoint: end_session_endpoint,
      clientId,
      scope: `openid ${scope}`,
      ...(resource !== undefined && { resource }),
    },
  })
}

const unusable = (reason: string) => refuse({ at: 'VERTRETBAR_ISSUER', code: 'issuer-unusable' as const, reason })

async function discovered(issuer: string): Promise<Result<z.infer<typeof Discovery>, InstallationFault>> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(patienceMilliseconds) })
    if (!response.ok) return unusable(`${address}: ${response.status}`)
    const told = Discovery.safeParse(await response.json())
    if (!told.success) return unusable(`${address}: ${told.error.issues.map(({ path }) => path.join('.')).join(', ')}`)
    // Discovery § 4.3: a document that names another issuer is not this one's.
    return told.data.issuer === issuer ? accept(told.data) : unusable(`${address}: issuer ${told.data.issuer}`)
  } catch (error) {
    return unusable(`${address}: ${error instanceof Error ? error.name : String(error)}`)
  }
}
