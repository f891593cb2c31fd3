import { createHash, randomBytes } from 'node:crypto'
import * as z from 'zod'

const SignIn = z.object({
  authorizationEndpoint: z.string(),
  tokenEndpoint: z.string(),
  clientId: z.string(),
  scope: z.string(),
  resource: z.string(),
})

const Tokens = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  id_token: z.string(),
  expires_in: z.number(),
})

/** Somebody who has signed in: what the page holds, and what the browser does. */
export interface SignedIn {
  readonly tokens: z.infer<typeof Tokens>
  readonly cookies: ReadonlyMap<string, string>
}

/** Signs in as an account of the local provider, over HTTP as the page does in a browser. */
export async function signedIn(url: string, account: string): Promise<SignedIn> {
  const known = SignIn.parse(await (await fetch(`${url}/sign-in`)).json())
  const verifier = randomBytes(32).toString('base64url')
  const back = `${url}/anmeldung`
  const query = new URLSearchParams({
    client_id: known.clientId,
    redirect_uri: back,
    response_type: 'code',
    scope: known.scope,
    resource: known.resource,
    state: 'state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  const { cookies, go } = cookieJar()
  const login = await go(new URL(`${known.authorizationEndpoint}?${query.toString()}`, url))
  const chosen = await go(login, { method: 'POST', body: new URLSearchParams({ account }) })
  const returned = await go(chosen)
  const code = returned.searchParams.get('code')
  if (code === null) throw new Error(`no code in ${returned.href}`)
  const { clientId: client_id, resource } = known
  const body = {
    grant_type: 'authorization_code',
    client_id,
    code,
    redirect_uri: back,
    code_verifier: verifier,
    resource,
  }
  return { tokens: Tokens.parse(await tokensFor(new URL(known.tokenEndpoint, url), body)), cookies }
}

/** What the provider answers to whoever asks for tokens. */
export const tokensFor = async (endpoint: URL, body: Readonly<Record<string, string>>): Promise<unknown> =>
  (await fetch(endpoint, { method: 'POST', body: new URLSearchParams(body) })).json()

/** Asks, keeps cookies, and tells where it is sent to. */
function cookieJar() {
  const cookies = new Map<string, string>()
  const go = async (address: URL, init: RequestInit = {}): Promise<URL> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(address, { ...init, redirect: 'manual', headers: { Cookie: cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('Location')
    if (location === null) throw new Error(`${address.pathname} answered ${response.status}: ${await response.text()}`)
    return new URL(location, address)
  }
  return { cookies, go }
}
