import { causesText } from '@vertretbar/messages/reason-words'
import type { ReactNode } from 'react'
import { useSpeech } from '../../words/catalogue.ts'
import type { Gap } from '../gap-key.ts'
import type { GapSource } from './gap-panel.tsx'
import { deadlineText } from './gap-text.ts'
import { When } from './when.tsx'

/** What is known of a gap: how urgent, when, why, which deadline, what it holds up. */
export function GapFacts({ gap, source }: { readonly gap: Gap; readonly source: GapSource }) {
  const speech = useSpeech()
  const { words, language } = speech
  const { data, names } = source
  const halfDays = gap.halfDays.map(({ halfDay }) => halfDay)
  const deadline = deadlineText(gap, data, speech)
  return (
    <>
      <SeverityBadges gap={gap} />
      <dl className="facts">
        <Fact term={words.when}>
          <When halfDays={halfDays} authority={gap.authority} data={data} />
        </Fact>
        <Fact term={words.why}>{causesText(gap.causes, language) || '–'}</Fact>
        {deadline === undefined ? null : <Fact term={words.deadline}>{deadline}</Fact>}
        {gap.blocks.length === 0 ? null : (
          <Fact term={words.holdsUp}>{gap.blocks.map((area) => names.area(area)).join(', ')}</Fact>
        )}
      </dl>
      {gap.structural ? <p className="note">{words.structural}</p> : null}
    </>
  )
}

const Fact = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)

const badges = { urgent: 'danger', soon: 'warning', later: 'info' } as const

/** How urgent a gap is, and whether it is critical, as far as that is told. */
export function SeverityBadges({ gap }: { readonly gap: Pick<Gap, 'severity'> & Partial<Pick<Gap, 'criticality'>> }) {
  const { words } = useSpeech()
  return (
    <p className="badges">
      <span className={`kern-badge kern-badge--small kern-badge--${badges[gap.severity]}`}>
        <span className="kern-label">{words.severity[gap.severity]}</span>
      </span>
      {gap.criticality === 'critical' ? (
        <span className="kern-badge kern-badge--small kern-badge--danger">
          <span className="kern-label">{words.criticality.critical}</span>
        </span>
      ) : null}
    </p>
  )
}
