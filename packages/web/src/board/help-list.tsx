import type { Explanation, Help } from '@vertretbar/domain/explanation'
import { useSpeech } from '../words/catalogue.ts'
import { helpTexts } from './explanation-text.ts'
import type { GapSource } from './gap/gap-panel.tsx'

/** Single changes that would help, each with what it removes; or that there is none, as far as that is known. */
export function HelpList(props: {
  readonly help: readonly Help[]
  readonly measures: Explanation['measures']
  /** That nothing helps, in words: it is told once all has been tried. */
  readonly none: string
  readonly source: Pick<GapSource, 'names' | 'data'>
}) {
  const { help, measures, none, source } = props
  const speech = useSpeech()
  const { words } = speech
  if (help.length === 0) return <p className="note">{measures.complete ? none : words.noHelpYet(measures.tried)}</p>
  return (
    <>
      <p className="note">{words.helpOverall}</p>
      <ol className="help">
        {help.map((one) => {
          const [measure, removed] = helpTexts(one, { ...source, speech })
          return (
            <li key={JSON.stringify(one.measure)}>
              {measure}: <span className="help-removes">{removed}</span>
            </li>
          )
        })}
      </ol>
    </>
  )
}
