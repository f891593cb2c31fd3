import { reasonWords } from '@vertretbar/messages/reason-words'
import { useSpeech } from '../../words/catalogue.ts'
import type { Gap } from '../gap-key.ts'
import type { Uncovered } from '../told-plan.ts'
import type { GapSource } from './gap-panel.tsx'
import { whenText } from './gap-text.ts'

/** Who would come nearest where nobody can cover, and all that stands against it. */
export function Nearest(props: { readonly gap: Gap; readonly left: readonly Uncovered[]; readonly source: GapSource }) {
  const { gap, left, source } = props
  const speech = useSpeech()
  const { words } = speech
  // Half-days with the same people for the same reasons are told as one.
  const groups = [...Map.groupBy(left, ({ nearest, barred }) => JSON.stringify([nearest, barred])).values()]
  return (
    <>
      <h3>{words.whyNot}</h3>
      {groups.map((group) => {
        const halfDays = group.map(({ halfDay }) => halfDay)
        return (
          <div key={halfDays[0]} className="nearest">
            {groups.length === 1 ? null : (
              <p className="nearest-when">{whenText(halfDays, gap.authority, source.data, speech)}</p>
            )}
            <Candidates nearest={group[0]?.nearest ?? []} barred={group[0]?.barred ?? []} names={source.names} />
          </div>
        )
      })}
    </>
  )
}

function Candidates({ nearest, barred, names }: Pick<Uncovered, 'nearest' | 'barred'> & Pick<GapSource, 'names'>) {
  const { words, language } = useSpeech()
  if (nearest.length + barred.length === 0) return <p>{words.nobody}</p>
  return (
    <ul>
      {nearest.map(({ specialist, codes }) => (
        <li key={specialist}>
          <strong>{names.person(specialist)}</strong> ({names.authority(names.homeOf(specialist) ?? '')}):{' '}
          {words.cannot(codes.map((code) => reasonWords[language][code]).join(', '))}
        </li>
      ))}
      {barred.map(({ authority, barred: codes }) => (
        <li key={authority}>
          <strong>{names.authority(authority)}</strong>:{' '}
          {codes.map(({ code, people }) => words.cannotOfOthers(reasonWords[language][code], people)).join(', ')}
        </li>
      ))}
    </ul>
  )
}
