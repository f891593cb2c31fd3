import { useSyncExternalStore } from 'react'

/** The room between the margins of the page, in CSS pixels; the style sheet has the same margins. */
export const usePageWidth = (): number => useSyncExternalStore(subscribe, roomOfPage)

const roomOfPage = (): number => {
  const page = document.documentElement.clientWidth
  return page - (page < 600 ? 2 * 12 : 2 * 24) - 2
}

function subscribe(tell: () => void): () => void {
  window.addEventListener('resize', tell)
  return () => window.removeEventListener('resize', tell)
}
