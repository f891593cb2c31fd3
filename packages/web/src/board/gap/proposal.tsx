import type { AssignmentReasons } from '@vertretbar/domain/explanation'
import type { Assignment } from '@vertretbar/domain/plan'
import { passedWords } from '@vertretbar/messages/reason-words'
import { useSpeech } from '../../words/catalogue.ts'
import { alternativeText, partTexts } from '../explanation-text.ts'
import type { Gap } from '../gap-key.ts'
import type { Helper } from '../plan-effect.ts'
import type { GapSource } from './gap-panel.tsx'
import { whenText } from './gap-text.ts'
import { When } from './when.tsx'

interface ProposalProps {
  readonly helper: Helper
  readonly gap: Gap
  readonly source: GapSource
}

/** Somebody who would cover at a gap: when, on what basis, by which rules and, on demand, why they and nobody else. */
export function Proposal({ helper, gap, source }: ProposalProps) {
  const { words } = useSpeech()
  const { data, names } = source
  const home = names.homeOf(helper.specialist)
  return (
    <li className="proposal">
      <p className="proposal-who">
        {names.person(helper.specialist)}
        <span className="proposal-home"> {home === gap.authority ? words.inHouse : names.authority(home ?? '')}</span>
      </p>
      <p>
        <When halfDays={helper.halfDays} authority={gap.authority} data={data} />
      </p>
      <p className="proposal-basis">
        {words.basis}: {basisText(helper, source, words)}
      </p>
      {helper.reasons === undefined ? null : (
        <Reasons reasons={helper.reasons} helper={helper} gap={gap} source={source} />
      )}
    </li>
  )
}

function Reasons({ reasons, helper, gap, source }: ProposalProps & { readonly reasons: AssignmentReasons }) {
  const speech = useSpeech()
  const { words, language } = speech
  const short = reasons.shortNotice.filter((halfDay) => helper.halfDays.includes(halfDay))
  return (
    <>
      <ul className="passed" aria-label={words.passed}>
        {reasons.passed.map((code) => (
          <li key={code}>{passedWords[language][code]}</li>
        ))}
      </ul>
      {short.length === 0 ? null : (
        <p className="short-notice">{words.shortNoticeOn(whenText(short, gap.authority, source.data, speech))}</p>
      )}
      <details className="why">
        <summary>{words.whyThis}</summary>
        {helper.halfDays.length === reasons.assignment.halfDays.length ? null : (
          <p className="note">{words.wholeAssignment(reasons.assignment.halfDays.length)}</p>
        )}
        {[...partTexts(reasons, words), alternativeText(reasons.alternative, source.names, words)].map((text) => (
          <p key={text}>{text}</p>
        ))}
      </details>
    </>
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
