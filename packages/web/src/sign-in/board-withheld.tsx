import { useEffect } from 'react'
import { useSpeech } from '../words/catalogue.ts'

/** Tells whoever has no part in planning cover that there is nothing of it for them to see. */
export function BoardWithheld() {
  const { words } = useSpeech()
  useEffect(() => {
    document.title = `${words.boardWithheld} · ${words.product}`
  }, [words])
  return (
    <div className="threshold">
      <h1 className="answer">{words.boardWithheld}</h1>
      <p>{words.boardWithheldAdvice}</p>
    </div>
  )
}
