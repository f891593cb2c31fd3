import type { Planning } from '../../server/use-plan.ts'
import { useSpeech } from '../../words/catalogue.ts'

/** How far a plan has come, or why there is none. */
export function PlanProgress({ planning }: { readonly planning: Planning }) {
  const { words } = useSpeech()
  if (planning.kind === 'none') return null
  if (planning.kind === 'gone') return <Notice text={words.planGone} />
  if (planning.kind === 'unreachable') return <Notice text={words.planFailed} />
  if (planning.kind === 'asking') return <Running text={words.planQueued} />
  const { state, progress } = planning.job
  if (state === 'done' || state === 'explaining') return null
  if (state === 'failed') return <Notice text={words.planFailed} />
  if (progress === undefined) return <Running text={state === 'queued' ? words.planQueued : words.planning} />
  const { firstLevel, lastLevel, done, parts } = progress
  return <Running text={words.planProgress(firstLevel, lastLevel, done, parts)} value={done} max={parts} />
}

const Notice = ({ text }: { readonly text: string }) => <p className="plan-notice">{text}</p>

function Running({ text, value, max }: { readonly text: string; readonly value?: number; readonly max?: number }) {
  const { words } = useSpeech()
  return (
    <div className="plan-running kern-progress">
      <p>
        <strong>{words.planning}</strong> {text === words.planning ? '' : text}
      </p>
      {max === undefined || max === 0 ? (
        <progress aria-label={words.planning} />
      ) : (
        <progress aria-label={words.planning} value={value} max={max} />
      )}
    </div>
  )
}

/** Whether a plan is on its way. */
export const isUnderWay = (planning: Planning): boolean =>
  planning.kind === 'asking' ||
  (planning.kind === 'known' && (planning.job.state === 'queued' || planning.job.state === 'running'))
