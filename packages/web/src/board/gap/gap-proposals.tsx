import { useMay } from '../../sign-in/state.ts'
import { useSpeech } from '../../words/catalogue.ts'
import type { Gap } from '../gap-key.ts'
import { type GapOutcome, outcomeOf, type PlanEffect } from '../plan-effect.ts'
import type { GapSource } from './gap-panel.tsx'
import { whenText } from './gap-text.ts'
import { Nearest } from './nearest.tsx'
import { Proposal } from './proposal.tsx'
import { WhatHelps } from './what-helps.tsx'

/** Who can cover a gap by the plan, and what stays open. */
export function GapProposals({ gap, source }: { readonly gap: Gap; readonly source: GapSource }) {
  const { words } = useSpeech()
  const { effect } = source
  const unplanned = useMay('plan') ? words.noProposalYet : words.othersPlan
  const outcome = effect && outcomeOf(gap, effect)
  return (
    <>
      <AlreadyRequested gap={gap} source={source} />
      <h3>{words.proposals}</h3>
      {effect === undefined || outcome === undefined ? (
        <p className="note">{effect === undefined ? unplanned : words.notInPlan}</p>
      ) : (
        <Outcome gap={gap} outcome={outcome} effect={effect} source={source} />
      )}
    </>
  )
}

interface OutcomeProps {
  readonly gap: Gap
  readonly outcome: GapOutcome
  readonly effect: PlanEffect
  readonly source: GapSource
}

function Outcome({ gap, outcome, effect, source }: OutcomeProps) {
  const speech = useSpeech()
  const { words } = speech
  const left = outcome.left.map(({ halfDay }) => halfDay)
  return (
    <>
      {outcome.helpers.length === 0 && outcome.kind !== 'closed' ? <p>{words.nobodyPlanned}</p> : null}
      <ul className="proposals">
        {outcome.helpers.map((helper) => (
          <Proposal key={`${helper.specialist} ${helper.halfDays[0]}`} helper={helper} gap={gap} source={source} />
        ))}
      </ul>
      {left.length === 0 ? (
        <p className="outcome is-closed">{words.nothingOpen}</p>
      ) : (
        <>
          <p className="outcome is-open">
            <strong>{words.staysOpen}:</strong> {whenText(left, gap.authority, source.data, speech)}
          </p>
          <Nearest gap={gap} left={outcome.left} source={source} />
          <WhatHelps gap={gap} effect={effect} source={source} />
        </>
      )}
    </>
  )
}

/** Requests that nobody has answered yet do not close a gap, but people should know of them. */
function AlreadyRequested({ gap, source }: { readonly gap: Gap; readonly source: GapSource }) {
  const speech = useSpeech()
  const short = new Set(gap.halfDays.map(({ halfDay }) => halfDay))
  const requests = source.data.availability.covers
    .filter((one) => one.status === 'requested' && one.authority === gap.authority && one.area === gap.area)
    .map((one) => ({ ...one, halfDays: one.halfDays.filter((halfDay) => short.has(halfDay)) }))
    .filter(({ halfDays }) => halfDays.length > 0)
  if (requests.length === 0) return null
  return (
    <p>
      <strong>{speech.words.alreadyRequested}:</strong>{' '}
      {requests
        .map(({ specialist, halfDays }) => {
          const when = whenText(halfDays, gap.authority, source.data, speech)
          return `${source.names.person(specialist)} (${when})`
        })
        .join('; ')}
    </p>
  )
}
