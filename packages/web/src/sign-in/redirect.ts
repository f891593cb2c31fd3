import {
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  validateAuthResponse,
} from 'oauth4webapi'
import { knownProvider, returnAddresses } from './known-provider.ts'
import { holdTokens } from './tokens.ts'

/** What has to outlive the way to the provider and back; it is gone as soon as somebody is back. */
interface OnTheWay {
  readonly state: string
  readonly verifier: string
  /** Where the page was, with query and fragment. */
  readonly place: string
}

const storageKey = 'vertretbar-sign-in'

/** Sends whoever is there to the provider; they come back to the place where they are now, or to another. */
export async function goToProvider(language: string, place = currentPlace()): Promise<void> {
  const { server, client, scope, tokenParameters } = await knownProvider()
  const [state, verifier] = [generateRandomState(), generateRandomCodeVerifier()]
  const address = new URL(server.authorization_endpoint)
  const parameters = {
    client_id: client.client_id,
    redirect_uri: returnAddresses.signedIn,
    response_type: 'code',
    scope,
    state,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ui_locales: language,
    ...tokenParameters,
  }
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value)
  const onTheWay: OnTheWay = { state, verifier, place }
  window.sessionStorage.setItem(storageKey, JSON.stringify(onTheWay))
  // The way there is no step that the back button should undo.
  window.location.replace(address)
}

const currentPlace = (): string => `${window.location.pathname}${window.location.search}${window.location.hash}`

/** Takes the tokens of whoever comes back from the provider, and leads them to where they were; throws if it sent none. */
export async function comeBack(): Promise<void> {
  const address = new URL(window.location.href)
  const { state, verifier, place } = whatWasOnTheWay()
  window.history.replaceState(null, '', place)
  const { server, client, tokenParameters, options } = await knownProvider()
  const answer = validateAuthResponse(server, client, address, state)
  const response = await authorizationCodeGrantRequest(
    server,
    client,
    None(),
    answer,
    returnAddresses.signedIn,
    verifier,
    { ...options, additionalParameters: tokenParameters },
  )
  holdTokens(await processAuthorizationCodeResponse(server, client, response, { requireIdToken: true }))
}

function whatWasOnTheWay(): OnTheWay {
  const stored = window.sessionStorage.getItem(storageKey)
  window.sessionStorage.removeItem(storageKey)
  if (stored !== null) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this page wrote it, on its way to the provider
    return JSON.parse(stored) as OnTheWay
  }
  // Whoever opens this address from their history begins anew.
  window.history.replaceState(null, '', '/')
  throw new Error('nobody was on the way to the provider')
}
