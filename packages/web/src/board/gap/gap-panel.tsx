import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { BoardData } from '../../server/load-board.ts'
import { useSpeech } from '../../words/catalogue.ts'
import type { Gap } from '../gap-key.ts'
import type { Names } from '../names.ts'
import type { PlanEffect } from '../plan-effect.ts'
import { GapFacts } from './gap-facts.tsx'
import { GapProposals } from './gap-proposals.tsx'
import { missingText } from './gap-text.ts'

/** What the parts of a gap are told from. */
export interface GapSource {
  readonly data: BoardData
  readonly names: Names
  readonly effect: PlanEffect | undefined
}

/** A gap beside the board; without one, that it is no more. */
export function GapPanel(props: {
  readonly gap: Gap | undefined
  readonly source: GapSource
  /** Counts the times somebody opened a gap: then the focus goes there, and stays where it is on loading. */
  readonly opened: number
  readonly onClose: () => void
}) {
  const { gap, source, opened, onClose } = props
  const { words } = useSpeech()
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useEffect(() => {
    if (opened > 0) heading.current?.focus()
  }, [opened])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose()
  }
  return (
    <aside className="panel" aria-labelledby={id} onKeyDown={onKeyDown}>
      <div className="panel-head">
        <p className="kern-preline kern-preline--small">
          {gap === undefined ? '' : `${source.names.authority(gap.authority)} · ${source.names.area(gap.area)}`}
        </p>
        <button type="button" className="plain-button" onClick={onClose} aria-label={words.closePanel}>
          <span aria-hidden="true">✕</span>
        </button>
      </div>
      <h2 className="panel-title" id={id} tabIndex={-1} ref={heading}>
        {gap === undefined ? words.gapClosed : <GapTitle gap={gap} names={source.names} />}
      </h2>
      {gap === undefined ? <p>{words.gapClosedDetail}</p> : <GapBody gap={gap} source={source} />}
    </aside>
  )
}

function GapTitle({ gap, names }: { readonly gap: Gap; readonly names: Names }) {
  const speech = useSpeech()
  return speech.words.gapHeading(
    names.task(gap.requirement),
    `${missingText(gap, speech)} ${speech.words.forRole(names.roles(gap.requirement, gap.need))}`,
  )
}

const GapBody = ({ gap, source }: { readonly gap: Gap; readonly source: GapSource }) => (
  <>
    <GapFacts gap={gap} source={source} />
    <GapProposals gap={gap} source={source} />
  </>
)
