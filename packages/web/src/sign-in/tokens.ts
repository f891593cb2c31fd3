import {
  None,
  processRefreshTokenResponse,
  ResponseBodyError,
  refreshTokenGrantRequest,
  type TokenEndpointResponse,
} from 'oauth4webapi'
import { knownProvider } from './known-provider.ts'

/** What the provider gave; it lives in this variable alone and goes with the page. */
interface Tokens {
  readonly access: string
  readonly refresh: string | undefined
  readonly id: string | undefined
  /** From then on, in milliseconds since 1970, the access token is not used any more. */
  readonly renewAt: number
}

let tokens: Tokens | undefined
let renewing: Promise<void> | undefined

/** A token is renewed so long before its end, or after four fifths of a short life: a question takes its time. */
const marginSeconds = 30

/** From now on these tokens count; what an answer leaves out stays as it was. */
export function holdTokens({ access_token, refresh_token, id_token, expires_in = 300 }: TokenEndpointResponse): void {
  tokens = {
    access: access_token,
    refresh: refresh_token ?? tokens?.refresh,
    id: id_token ?? tokens?.id,
    renewAt: Date.now() + 1000 * (expires_in - Math.min(marginSeconds, expires_in / 5)),
  }
}

/** Forgets who is there. */
export function dropTokens(): void {
  tokens = undefined
}

/** The proof of the login, by which the provider knows whom to log out. */
export const idToken = (): string | undefined => tokens?.id

/** An access token that still holds; undefined: whoever is there has to sign in again. Throws if nobody can be asked. */
export async function accessToken(): Promise<string | undefined> {
  if (tokens !== undefined && Date.now() >= tokens.renewAt) await renew(tokens.access)
  return tokens?.access
}

/** Another token than one that was refused, if there is one. */
export async function tokenAfter(refused: string): Promise<string | undefined> {
  if (tokens?.access === refused) await renew(refused)
  return tokens?.access
}

/** Questions that are asked at once renew it once: a refresh token that is used twice counts as stolen. */
async function renew(old: string): Promise<void> {
  renewing ??= renewOnce(old).finally(() => {
    renewing = undefined
  })
  await renewing
}

async function renewOnce(old: string): Promise<void> {
  if (tokens?.access !== old) return
  const { refresh } = tokens
  if (refresh === undefined) {
    dropTokens()
    return
  }
  const { server, client, tokenParameters, options } = await knownProvider()
  const asked = { ...options, additionalParameters: tokenParameters }
  try {
    const response = await refreshTokenGrantRequest(server, client, None(), refresh, asked)
    const renewed = await processRefreshTokenResponse(server, client, response)
    // Whoever has signed out meanwhile stays so.
    if (tokens?.access === old) holdTokens(renewed)
  } catch (error) {
    // The provider says no; whatever else is wrong may be over soon.
    if (!(error instanceof ResponseBodyError)) throw error
    dropTokens()
  }
}
