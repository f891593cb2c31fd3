import { type Speech, useSpeech } from '../words/catalogue.ts'
import type { Shape } from './cell.ts'

/** The shapes worth explaining, with their sign and their words. */
const shapes = [
  ['gap-critical', '1', 'legendCritical'],
  ['gap', '1', 'legendGap'],
  ['needed', '!', 'legendNeeded'],
  ['mended', '✓', 'legendMended'],
  ['fragile', '', 'legendFragile'],
  ['there', '', 'legendThere'],
  ['away', '', 'legendAway'],
  ['off', '', 'legendOff'],
  ['lent', '→', 'legendLent'],
  ['requested', '→', 'legendRequested'],
  ['planned', '→', 'legendPlanned'],
  ['received', '←', 'legendReceived'],
  ['closed', '', 'legendClosed'],
  ['past', '·', 'legendPast'],
  ['loading', '…', 'legendLoading'],
  ['blank is-changed', '', 'legendChanged'],
] as const satisfies readonly (readonly [Shape | 'blank is-changed', string, keyof Speech['words']])[]

/** What the shapes of the board mean. */
export function Legend({ id }: { readonly id: string }) {
  const { words } = useSpeech()
  return (
    <section className="legend" id={id} aria-label={words.legend}>
      <ul>
        {shapes.map(([shape, sign, text]) => (
          <li key={shape}>
            <span className={`cell am is-${shape}`} aria-hidden="true">
              <i className="shape">{sign}</i>
            </span>
            {words[text]}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Shows and hides the legend. */
export function LegendButton(props: {
  readonly legend: string
  readonly isShown: boolean
  readonly onToggle: () => void
}) {
  const { words } = useSpeech()
  return (
    <button
      type="button"
      className="text-button"
      aria-expanded={props.isShown}
      aria-controls={props.isShown ? props.legend : undefined}
      onClick={props.onToggle}
    >
      {words.legend}
    </button>
  )
}
