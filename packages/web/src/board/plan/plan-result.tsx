import { useId, useState } from 'react'
import { useSpeech } from '../../words/catalogue.ts'
import type { GapSource } from '../gap/gap-panel.tsx'
import type { PlanEffect } from '../plan-effect.ts'
import type { PlanJob } from '../told-plan.ts'
import { levelNames } from './level-names.ts'
import { PlanHelp } from './plan-help.tsx'
import { resultText, usesText } from './plan-text.ts'

/** What a plan achieves, with its proof and what would help beyond it. */
export function PlanResult(props: {
  readonly effect: PlanEffect
  readonly source: Pick<GapSource, 'names' | 'data'>
  /** How far its reasons have come. */
  readonly progress: PlanJob['explaining']
  /** That the region has changed since, in words; empty if it has not. */
  readonly outdated: string
  readonly onTable: () => void
  readonly onHide: () => void
}) {
  const { effect, source, progress, outdated, onTable, onHide } = props
  const { words } = useSpeech()
  const [showsProof, setShowsProof] = useState(false)
  const proofId = useId()
  return (
    <section className="plan-result" aria-label={words.proposals}>
      <div className="plan-text">
        <p className="plan-sentence">{resultText(effect, source.data.ahead, words)}</p>
        <p>
          {usesText(effect, words)} {effect.plan.status === 'optimal' ? words.proven : words.notProven}{' '}
          {words.planPreview}
          {outdated === '' ? null : <strong> {outdated}</strong>}
        </p>
        <PlanHelp effect={effect} progress={progress} source={source} />
        {showsProof ? <Proof plan={effect.plan} id={proofId} /> : null}
      </div>
      <div className="plan-actions">
        <button
          type="button"
          className="text-button"
          aria-expanded={showsProof}
          aria-controls={showsProof ? proofId : undefined}
          onClick={() => setShowsProof(!showsProof)}
        >
          {words.proofHeading}
        </button>
        <button type="button" className="text-button" onClick={onTable}>
          {words.allProposals}
        </button>
        <button type="button" className="text-button" onClick={onHide}>
          {words.hidePlan}
        </button>
      </div>
    </section>
  )
}

/** The six levels, each with its bound where that may still be lower. */
function Proof({ plan, id }: { readonly plan: NonNullable<PlanJob['plan']>; readonly id: string }) {
  const { words } = useSpeech()
  return (
    <div className="proof" id={id}>
      <p>{words.proofLead}</p>
      <ol>
        {levelNames.map((level) => {
          const [value, bound] = [plan.objective[level], plan.bound[level]]
          return (
            <li key={level}>
              <strong>{words.figure(value)}</strong> {words.levels[level]}
              {bound < value ? ` (${words.bound(bound)})` : ''}
            </li>
          )
        })}
      </ol>
      {plan.deterministic ? null : <p>{words.cut}</p>}
    </div>
  )
}
