import type { Go } from '../../address/use-address.ts'
import type { BoardData } from '../../server/load-board.ts'
import type { Planning } from '../../server/use-plan.ts'
import { useMay } from '../../sign-in/state.ts'
import { useSpeech } from '../../words/catalogue.ts'
import type { BoardModel } from '../use-board-model.ts'
import { isUnderWay, PlanProgress } from './plan-progress.tsx'
import { PlanResult } from './plan-result.tsx'
import { resultText } from './plan-text.ts'

/** The one thing to do here: plan the best cover for the whole horizon; then how that goes, and what came of it. */
export function PlanArea(props: {
  readonly planning: Planning
  readonly model: BoardModel
  readonly data: BoardData
  readonly go: Go
  readonly onStart: (from: string, to: string) => void
}) {
  const { planning, model, data, go, onStart } = props
  const { words } = useSpeech()
  const { effect } = model.source
  const mayPlan = useMay('plan')
  const isBusy = isUnderWay(planning)
  const isOutdated = planning.kind === 'known' && planning.job.version !== data.region.version
  return (
    <>
      {mayPlan && (
        <button
          type="button"
          className="kern-btn kern-btn--primary plan-button"
          aria-disabled={isBusy}
          onClick={() => (isBusy ? undefined : onStart(data.ahead.from, data.ahead.to))}
        >
          <span className="kern-label">{effect === undefined ? words.plan : words.planAgain}</span>
        </button>
      )}
      <p role="status" className="kern-sr-only">
        {isBusy ? words.planning : effect === undefined ? '' : resultText(effect, data.ahead, words)}
      </p>
      <div className="plan-area">
        <PlanProgress planning={planning} />
        {effect === undefined ? null : (
          <PlanResult
            effect={effect}
            source={model.source}
            progress={planning.kind === 'known' ? planning.job.explaining : undefined}
            outdated={isOutdated ? words.planOutdated : ''}
            onTable={() => go({ view: 'table' })}
            onHide={() => go({ plan: undefined })}
          />
        )}
      </div>
    </>
  )
}
