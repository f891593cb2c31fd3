import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { type Address, queryOf, readAddress } from './address.ts'

/** Goes to a changed address: `push` leaves a step that the back button undoes, `replace` does not. */
export type Go = (change: Partial<Address>, step?: 'push' | 'replace') => void

/** The address of the page and the way to change it; the browser's address bar is the only place where it is kept. */
export function useAddress(): readonly [Address, Go] {
  const query = useSyncExternalStore(subscribe, () => window.location.search)
  const address = useMemo(() => readAddress(query, navigator.languages), [query])
  const go = useCallback<Go>((change, step = 'push') => {
    const now = readAddress(window.location.search, navigator.languages)
    const next = queryOf({ ...now, ...change })
    if (next === window.location.search) return
    if (step === 'push') window.history.pushState(null, '', next)
    else window.history.replaceState(null, '', next)
    for (const tell of listeners) tell()
  }, [])
  return [address, go]
}

/** The browser tells of its own steps only, so ours are told here. */
const listeners = new Set<() => void>()

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  window.addEventListener('popstate', tell)
  return () => {
    listeners.delete(tell)
    window.removeEventListener('popstate', tell)
  }
}
