import type { BoardData } from '../../server/load-board.ts'
import { useSpeech } from '../../words/catalogue.ts'
import { whenText } from './gap-text.ts'

/** Half-days of an authority in words, with how many they are where the words do not say so already. */
export function When(props: {
  readonly halfDays: readonly string[]
  readonly authority: string
  readonly data: BoardData
}) {
  const { halfDays, authority, data } = props
  const speech = useSpeech()
  const text = whenText(halfDays, authority, data, speech)
  const count = speech.words.halfDays(halfDays.length)
  if (text.startsWith(count)) return text
  return (
    <>
      {text} <span className="whole">({count})</span>
    </>
  )
}
