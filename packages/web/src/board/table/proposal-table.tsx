import type { Assignment } from '@vertretbar/domain/plan'
import { useSpeech } from '../../words/catalogue.ts'
import type { GapSource } from '../gap/gap-panel.tsx'
import { basisText } from '../gap/proposal.tsx'
import { When } from '../gap/when.tsx'
import type { PlanEffect } from '../plan-effect.ts'
import { TableFrame } from './table-frame.tsx'

/** Whom the plan sends where, when and on what basis, in time order. */
export function ProposalTable({ effect, source }: { readonly effect: PlanEffect; readonly source: GapSource }) {
  const speech = useSpeech()
  const { words } = speech
  const { names, data } = source
  const rows = effect.plan.assignments.toSorted((a, b) => startOf(a).localeCompare(startOf(b)))
  return (
    <TableFrame caption={words.proposalTable} columns={[words.who, words.where, words.when, words.basis]}>
      {rows.map((row) => (
        <tr key={`${row.specialist} ${row.authority} ${row.area} ${startOf(row)}`}>
          <th scope="row" className="kern-table__header">
            {names.person(row.specialist)}{' '}
            <span className="detail">{names.authority(names.homeOf(row.specialist) ?? '')}</span>
          </th>
          <td className="kern-table__cell">
            {names.authority(row.authority)}, {names.area(row.area)}
          </td>
          <td className="kern-table__cell">
            <When halfDays={row.halfDays} authority={row.authority} data={data} />
          </td>
          <td className="kern-table__cell whole">{basisText(row, source, words)}</td>
        </tr>
      ))}
    </TableFrame>
  )
}

const startOf = ({ halfDays: [first] }: Assignment): string => first ?? ''
