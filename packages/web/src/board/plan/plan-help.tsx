import { useSpeech } from '../../words/catalogue.ts'
import type { GapSource } from '../gap/gap-panel.tsx'
import { HelpList } from '../help-list.tsx'
import type { PlanEffect } from '../plan-effect.ts'
import { helpOverall } from '../plan-help.ts'
import type { PlanJob } from '../told-plan.ts'

/** What would help where a plan leaves something open; while that is being looked for, how far it has come. */
export function PlanHelp(props: {
  readonly effect: PlanEffect
  readonly progress: PlanJob['explaining']
  readonly source: Pick<GapSource, 'names' | 'data'>
}) {
  const { effect, progress, source } = props
  const { words } = useSpeech()
  const { plan, explanation, isExplaining } = effect
  if (isExplaining)
    return (
      <p className="plan-explaining">
        {words.reasonsSought} {progress === undefined ? '' : words.reasonsAnswered(progress.done, progress.total)}
      </p>
    )
  if (explanation === undefined || plan.uncovered.length === 0) return null
  return (
    <details className="plan-help">
      <summary>{words.whatHelps}</summary>
      <HelpList
        help={helpOverall(explanation.help, source)}
        measures={explanation.measures}
        none={words.noHelp(explanation.measures.tried)}
        source={source}
      />
    </details>
  )
}
