import { useSpeech } from '../../words/catalogue.ts'
import type { Gap } from '../gap-key.ts'
import { type Assignment, type GapOutcome, outcomeOf } from '../plan-effect.ts'
import type { GapSource } from './gap-panel.tsx'
import { whenText } from './gap-text.ts'
import { Nearest } from './nearest.tsx'
import { When } from './when.tsx'

/** Who can cover a gap by the plan, and what stays open. */
export function GapProposals({ gap, source }: { readonly gap: Gap; readonly source: GapSource }) {
  const { words } = useSpeech()
  const outcome = source.effect === undefined ? undefined : outcomeOf(gap, source.effect)
  return (
    <>
      <AlreadyRequested gap={gap} source={source} />
      <h3>{words.proposals}</h3>
      {outcome === undefined ? (
        <p className="note">{source.effect === undefined ? words.noProposalYet : words.notInPlan}</p>
      ) : (
        <Outcome gap={gap} outcome={outcome} source={source} />
      )}
    </>
  )
}

interface OutcomeProps {
  readonly gap: Gap
  readonly outcome: GapOutcome
  readonly source: GapSource
}

function Outcome({ gap, outcome, source }: OutcomeProps) {
  const speech = useSpeech()
  const { words } = speech
  const left = outcome.left.map(({ halfDay }) => halfDay)
  return (
    <>
      {outcome.helpers.length === 0 && outcome.kind !== 'closed' ? <p>{words.nobodyPlanned}</p> : null}
      <ul className="proposals">
        {outcome.helpers.map((helper) => (
          <Helper key={`${helper.specialist} ${helper.halfDays[0]}`} helper={helper} gap={gap} source={source} />
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
        </>
      )}
    </>
  )
}

function Helper(props: { readonly helper: Assignment; readonly gap: Gap; readonly source: GapSource }) {
  const { helper, gap, source } = props
  const speech = useSpeech()
  const { words } = speech
  const { data, names } = source
  const home = names.homeOf(helper.specialist)
  const isInHouse = home === gap.authority
  const passed = isInHouse ? words.passedRules : [...words.passedRules, ...words.passedOutside]
  return (
    <li className="proposal">
      <p className="proposal-who">
        {names.person(helper.specialist)}
        <span className="proposal-home"> {isInHouse ? words.inHouse : names.authority(home ?? '')}</span>
      </p>
      <p>
        <When halfDays={helper.halfDays} authority={gap.authority} data={data} />
      </p>
      <p className="proposal-basis">
        {words.basis}: {basisText(helper, source, words)}
      </p>
      <ul className="passed" aria-label={words.passed}>
        {passed.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </li>
  )
}

/** Under which agreement somebody would cover; in their own house nobody needs one. */
export function basisText(
  { agreement }: Assignment,
  { data }: Pick<GapSource, 'data'>,
  words: ReturnType<typeof useSpeech>['words'],
): string {
  if (agreement === undefined) return words.inHouse
  const found = data.region.agreements.find(({ id }) => id === agreement)
  return found === undefined ? words.agreement : words.legalForms[found.legalForm]
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
