import { useEffect } from 'react'
import type { Address } from '../address/address.ts'
import type { Go } from '../address/use-address.ts'
import { useBoardData } from '../server/use-board-data.ts'
import { useSpeech } from '../words/catalogue.ts'
import { Board } from './board.tsx'

/** The planning board: loads what it shows, and says so where that takes time or fails. */
export function BoardScreen({ address, go }: { readonly address: Address; readonly go: Go }) {
  const { words } = useSpeech()
  const { data, failed, retry } = useBoardData(address)
  useEffect(() => {
    if (data === undefined) document.title = `${words.pageName} · ${words.product}`
  }, [data, words])
  if (data !== undefined) return <Board data={data} isOutOfTouch={failed} address={address} go={go} />
  return failed ? (
    <div className="kern-alert kern-alert--warning away" role="alert">
      <h1 className="answer">{words.notLoaded}</h1>
      <p>{words.notLoadedAdvice}</p>
      <button type="button" className="kern-btn kern-btn--primary" onClick={retry}>
        <span className="kern-label">{words.tryAgain}</span>
      </button>
    </div>
  ) : (
    <h1 className="answer" aria-busy="true">
      {words.loading}
    </h1>
  )
}
