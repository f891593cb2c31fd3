import { type Speech, useSpeech } from '../../words/catalogue.ts'
import { shortHalfDay } from '../../words/short-date.ts'
import type { Shape } from '../cell.ts'
import type { Column } from '../columns.ts'
import type { Row } from '../rows.ts'
import { TableFrame } from './table-frame.tsx'

/** Who is there at each half-day, a table per authority. */
export function PeopleTables({
  rows,
  columns,
}: {
  readonly rows: readonly Row[]
  readonly columns: readonly Column[]
}) {
  return groupsOf(rows)
    .filter(({ people }) => people.length > 0)
    .map(({ heading, people }) => (
      <PeopleTable key={heading.key} authority={heading.label} people={people} columns={columns} />
    ))
}

interface Group {
  readonly heading: Row
  readonly people: Row[]
}

/** The people below each authority's heading. */
function groupsOf(rows: readonly Row[]): Group[] {
  const groups: Group[] = []
  for (const row of rows) {
    if (row.kind === 'authority') groups.push({ heading: row, people: [] })
    else if (row.kind === 'person' || row.kind === 'guest') groups.at(-1)?.people.push(row)
  }
  return groups
}

interface PeopleTableProps {
  readonly authority: string
  readonly people: readonly Row[]
  readonly columns: readonly Column[]
}

/** The columns of the table, with the shapes of the board that each gathers: who is asked or proposed is still there. */
const states = [
  ['thereNow', ['there', 'requested', 'planned']],
  ['awayNow', ['away']],
  ['offNow', ['off']],
  ['lentNow', ['lent']],
  ['receivedNow', ['received', 'received-requested', 'received-planned']],
] as const satisfies readonly (readonly [string, readonly Shape[]])[]

function PeopleTable({ authority, people, columns }: PeopleTableProps) {
  const { words, language } = useSpeech()
  return (
    <TableFrame
      caption={words.peopleTableAt(authority)}
      columns={[words.halfDay, ...states.map(([key]) => words[key])]}
      className="people-table"
    >
      {columns.map(({ key, day, half }, at) =>
        half === 'day' || people.every(({ cells }) => !isAtWork(cells[at]?.shape)) ? null : (
          <tr key={key}>
            <th scope="row" className="kern-table__header">
              {shortHalfDay(day, half, language)}
            </th>
            {states.map(([state, shapes]) => (
              <td key={state} className="kern-table__cell">
                {namesWith({ shapes, people, at }, words) || '–'}
              </td>
            ))}
          </tr>
        ),
      )}
    </TableFrame>
  )
}

/** Half-days at which the authority is closed to everybody tell nothing. */
const isAtWork = (shape: Shape | undefined): boolean =>
  shape !== undefined && !['closed', 'not-employed', 'blank', 'weekend', 'loading'].includes(shape)

interface Sought {
  readonly shapes: readonly Shape[]
  readonly people: readonly Row[]
  readonly at: number
}

/** Who comes from elsewhere only if it is agreed to is told as such. */
const noteOf = (shape: Shape | undefined, words: Speech['words']): string => {
  if (shape === 'received-requested') return ` (${words.onlyRequested})`
  return shape === 'received-planned' ? ` (${words.onlyPlanned})` : ''
}

const namesWith = ({ shapes, people, at }: Sought, words: Speech['words']): string =>
  people
    .filter(({ cells }) => shapes.includes(cells[at]?.shape ?? 'blank'))
    .map(({ label, cells }) => label + noteOf(cells[at]?.shape, words))
    .join(', ')
