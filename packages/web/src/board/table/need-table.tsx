import { useSpeech } from '../../words/catalogue.ts'
import { SeverityBadges } from '../gap/gap-facts.tsx'
import type { GapSource } from '../gap/gap-panel.tsx'
import { When } from '../gap/when.tsx'
import { needKey } from '../gap-key.ts'
import type { Need } from '../summary.ts'
import { TableFrame } from './table-frame.tsx'

/** Where and when cover is needed, of whose gaps nothing more is told. */
export function NeedTable({
  needs,
  source,
}: {
  readonly needs: readonly Need[]
  readonly source: Pick<GapSource, 'names' | 'data'>
}) {
  const { words } = useSpeech()
  const { names, data } = source
  return (
    <TableFrame
      caption={words.needTable}
      columns={[words.authority, words.area, words.when, words.howUrgent]}
      className="need-table"
    >
      {needs.map((need) => (
        <tr key={`${needKey(need)} ${need.halfDays[0] ?? ''}`}>
          <th scope="row" className="kern-table__header">
            {names.authority(need.authority)}
          </th>
          <td className="kern-table__cell">
            {names.area(need.area)} <span className="detail">{names.rolesOf(need.area, need.roles)}</span>
          </td>
          <td className="kern-table__cell">
            <When halfDays={need.halfDays} authority={need.authority} data={data} />
          </td>
          <td className="kern-table__cell">
            <SeverityBadges gap={need} />
          </td>
        </tr>
      ))}
    </TableFrame>
  )
}
