import type { Me } from '@vertretbar/api/contract'
import { type Action, rightsTo } from '@vertretbar/domain/access-policy'
import type { Grant } from '@vertretbar/domain/member'
import { useMemo, useSyncExternalStore } from 'react'

/** How far the page is in knowing who is there. */
export type SignInState =
  /** It is finding out, or on its way to the provider. */
  | { readonly kind: 'coming' }
  /** The provider or the server could not be asked, or would not. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'out' }
  /** Somebody has signed in who has no access. */
  | { readonly kind: 'stranger' }
  | { readonly kind: 'in'; readonly me: Me }

let state: SignInState = { kind: 'coming' }
const listeners = new Set<() => void>()

/** What the page knows now, for whoever asks only once. */
export const signInState = (): SignInState => state

/** Tells everybody what the page knows from now on. */
export function become(next: SignInState): void {
  state = next
  for (const tell of listeners) tell()
}

/** What the page knows, kept up to date. */
export const useSignInState = (): SignInState => useSyncExternalStore(subscribe, signInState)

/** Whether whoever is there has a right at all; for whom it is missing, the page does not offer it. */
export function useMay(action: Action): boolean {
  return useGrants().some(({ role }) => rightsTo(action)[role] !== undefined)
}

const nobody: readonly Grant[] = []

/** The roles of whoever is there, their own and those of whom they stand for; the same list as long as nothing changes. */
export function useGrants(): readonly Grant[] {
  const known = useSignInState()
  const me = known.kind === 'in' ? known.me : undefined
  return useMemo(() => (me === undefined ? nobody : [...me.roles, ...me.asDeputy]), [me])
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => {
    listeners.delete(tell)
  }
}
