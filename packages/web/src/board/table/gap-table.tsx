import { causesText } from '@vertretbar/messages/reason-words'
import { useSpeech } from '../../words/catalogue.ts'
import { SeverityBadges } from '../gap/gap-facts.tsx'
import type { GapSource } from '../gap/gap-panel.tsx'
import { whenText } from '../gap/gap-text.ts'
import { When } from '../gap/when.tsx'
import { type Gap, gapKey } from '../gap-key.ts'
import { outcomeOf } from '../plan-effect.ts'
import { TableFrame } from './table-frame.tsx'

interface GapTablesProps {
  readonly gaps: readonly Gap[]
  readonly source: GapSource
  readonly onOpen: (gap: string) => void
}

/** The gaps as tables, those that the work pattern makes apart; each gap has a button that opens it beside; `none` stands where there are no gaps. */
export function GapTables({ gaps, none, source, onOpen }: GapTablesProps & { readonly none: string }) {
  const { words } = useSpeech()
  const structural = gaps.filter((gap) => gap.structural)
  const others = gaps.filter((gap) => !gap.structural)
  if (gaps.length === 0) return <p>{none}.</p>
  return (
    <>
      {others.length === 0 ? null : <GapTable caption={words.gapTable} gaps={others} source={source} onOpen={onOpen} />}
      {structural.length === 0 ? null : (
        <GapTable caption={words.structuralTable} gaps={structural} source={source} onOpen={onOpen} />
      )}
    </>
  )
}

function GapTable({ caption, gaps, source, onOpen }: GapTablesProps & { readonly caption: string }) {
  const { words } = useSpeech()
  const facts = [words.authority, words.task, words.when, words.missingShort, words.why, words.howUrgent, words.holdsUp]
  const proposals = source.effect === undefined ? [] : [words.proposals]
  return (
    <TableFrame
      caption={caption}
      columns={[...facts, ...proposals, words.details]}
      numeric={[words.missingShort]}
      className="gap-table"
    >
      {gaps.map((gap) => (
        <GapRow key={gapKey(gap)} gap={gap} source={source} onOpen={onOpen} />
      ))}
    </TableFrame>
  )
}

interface GapRowProps {
  readonly gap: Gap
  readonly source: GapSource
  readonly onOpen: (gap: string) => void
}

function GapRow({ gap, source, onOpen }: GapRowProps) {
  const speech = useSpeech()
  const { words, language } = speech
  const { names, data } = source
  const halfDays = gap.halfDays.map(({ halfDay }) => halfDay)
  const when = whenText(halfDays, gap.authority, data, speech)
  const [place, task] = [names.authority(gap.authority), names.task(gap.requirement)]
  const roles = names.roles(gap.requirement, gap.need)
  return (
    <tr>
      <th scope="row" className="kern-table__header">
        {place}
      </th>
      <td className="kern-table__cell">
        {task} {roles === task ? null : <span className="detail">{roles}</span>}
      </td>
      <td className="kern-table__cell">
        <When halfDays={halfDays} authority={gap.authority} data={data} />
      </td>
      <td className="kern-table__cell kern-table__cell--numeric">{numberOf(gap, speech)}</td>
      <td className="kern-table__cell">{causesText(gap.causes, language) || '–'}</td>
      <td className="kern-table__cell">
        <SeverityBadges gap={gap} />
      </td>
      <td className="kern-table__cell">{gap.blocks.map((area) => names.area(area)).join(', ') || '–'}</td>
      {source.effect === undefined ? null : (
        <td className="kern-table__cell">
          <ProposalText gap={gap} source={source} />
        </td>
      )}
      <td className="kern-table__cell">
        <button
          type="button"
          className="text-button"
          onClick={() => onOpen(gapKey(gap))}
          aria-label={words.showGap(place, task, when)}
          data-gap={gapKey(gap)}
        >
          {words.details}
        </button>
      </td>
    </tr>
  )
}

/** `1` or `1–2` people. */
function numberOf({ halfDays }: Gap, { words }: ReturnType<typeof useSpeech>): string {
  const numbers = halfDays.map(({ shortage }) => shortage)
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  return least === most ? words.figure(most) : `${words.figure(least)}–${words.figure(most)}`
}

/** Who would help, and what stays open. */
function ProposalText({ gap, source }: { readonly gap: Gap; readonly source: GapSource }) {
  const speech = useSpeech()
  const { words } = speech
  const outcome = source.effect === undefined ? undefined : outcomeOf(gap, source.effect)
  if (outcome === undefined) return words.notInPlan
  const helpers = [...new Set(outcome.helpers.map(({ specialist }) => source.names.person(specialist)))].join(', ')
  const open = outcome.left.map(({ halfDay }) => halfDay)
  if (open.length === 0) return helpers || words.nothingOpen
  const rest = `${words.staysOpen}: ${whenText(open, gap.authority, source.data, speech)}`
  return helpers === '' ? rest : `${helpers}; ${rest}`
}
