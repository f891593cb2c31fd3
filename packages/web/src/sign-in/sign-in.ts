import type { Me } from '@vertretbar/api/contract'
import { ask, NoAnswer } from '../server/ask.ts'
import { knownProvider, returnAddresses } from './known-provider.ts'
import { comeBack, goToProvider } from './redirect.ts'
import { become, signInState } from './state.ts'
import { dropTokens, idToken } from './tokens.ts'

/** Tabs of one browser share a login, and so its end. */
const tabs = new BroadcastChannel('vertretbar-sign-out')

/** Finds out who is there, once the page is loaded: it comes from the provider, has just signed out, or goes there. */
export async function begin(language: string): Promise<void> {
  tabs.addEventListener('message', () => {
    dropTokens()
    become({ kind: 'out' })
  })
  const { origin, pathname, search } = window.location
  if (`${origin}${pathname}` === returnAddresses.signedOut) {
    const state = new URLSearchParams(search).get('state')
    if (state !== null) window.history.replaceState(null, '', `?${new URLSearchParams({ lang: state }).toString()}`)
    become({ kind: 'out' })
  } else if (`${origin}${pathname}` === returnAddresses.signedIn) await orFail(arrive)
  else await signIn(language)
}

/** Goes to the provider, and comes back to this place. */
export async function signIn(language: string): Promise<void> {
  become({ kind: 'coming' })
  const isOut = `${window.location.origin}${window.location.pathname}` === returnAddresses.signedOut
  await orFail(() => goToProvider(language, isOut ? `/${window.location.search}` : undefined))
}

/** Ends the login: here, at the provider, and in all tabs. */
export async function signOut(): Promise<void> {
  const hint = idToken()
  dropTokens()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has only one origin, ours
  tabs.postMessage('out')
  become({ kind: 'coming' })
  await orFail(async () => {
    const { client, endSessionEndpoint } = await knownProvider()
    const address = new URL(endSessionEndpoint)
    const parameters = {
      client_id: client.client_id,
      post_logout_redirect_uri: returnAddresses.signedOut,
      // It comes back as it is sent: the address that is registered has no room for a language.
      state: document.documentElement.lang,
      // What Cognito calls the same.
      logout_uri: returnAddresses.signedOut,
      ...(hint !== undefined && { id_token_hint: hint }),
    }
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value)
    window.location.assign(address)
  })
}

/** What became of an invitation. */
export type Acceptance = 'accepted' | 'unknown' | 'taken' | 'failed'

/** Accepts an invitation by its code: whoever has signed in is that member from then on. */
export async function acceptInvitation(code: string): Promise<Acceptance> {
  try {
    enter(await ask<Me>('/v1/me/membership', { body: { code } }))
    return 'accepted'
  } catch (error) {
    const { status } = error instanceof NoAnswer ? error : { status: 0 }
    if (status === 409) return 'taken'
    if (status !== 404 && status !== 422) return 'failed'
    return (await isMember()) ? 'accepted' : 'unknown'
  }
}

/** A code that was spent by a try whose answer was lost has done what it was for. */
async function isMember(): Promise<boolean> {
  try {
    enter(await ask<Me>('/v1/me'))
    return true
  } catch {
    return false
  }
}

async function arrive(): Promise<void> {
  await comeBack()
  try {
    enter(await ask<Me>('/v1/me'))
  } catch (error) {
    // That somebody has no access `ask` has told already.
    if (signInState().kind !== 'stranger') throw error
  }
}

function enter(answer: Awaited<ReturnType<typeof ask<Me>>>): void {
  if (answer.kind !== 'fresh') return
  // Whoever is a member needs no invitation any more.
  if (window.location.pathname === '/einladung') window.history.replaceState(null, '', `/${window.location.search}`)
  become({ kind: 'in', me: answer.body })
}

async function orFail(step: () => Promise<void>): Promise<void> {
  try {
    await step()
  } catch {
    dropTokens()
    become({ kind: 'failed' })
  }
}
