import { useEffect } from 'react'
import { useSpeech } from '../words/catalogue.ts'

/** Tells whoever runs the installation that there is nothing for them to see here. */
export function OperatorScreen() {
  const { words } = useSpeech()
  useEffect(() => {
    document.title = `${words.operatorOnly} · ${words.product}`
  }, [words])
  return (
    <div className="threshold">
      <h1 className="answer">{words.operatorOnly}</h1>
      <p>{words.operatorOnlyAdvice}</p>
    </div>
  )
}
