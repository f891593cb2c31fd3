import type { ReactElement } from 'react'
import type { Speech } from '../../words/catalogue.ts'
import type { Cell } from '../cell.ts'
import { cellSentence, stateText } from '../cell-sentence.ts'
import type { Names } from '../names.ts'
import type { Row } from '../rows.ts'
import type { RowSurroundings } from './grid-row.tsx'
import type { Layout } from './layout.ts'

/** Where a cell stands. */
interface CellPlace {
  readonly row: Row
  /** The place of its column. */
  readonly at: number
  readonly isActive: boolean
}

/**
 * A half-day: its shape is drawn by the style sheet, its sentence is for those who hear it. Thousands are drawn while
 * scrolling, so it is a function and no component, and a cell without a sign has nothing in it.
 */
export function gridCell({ row, at, isActive }: CellPlace, surroundings: RowSurroundings): ReactElement | null {
  const { columns, layout, speech, names, changed, openGap, whens } = surroundings
  const [cell, column, left, when] = [row.cells[at], columns[at], layout.lefts[at], whens[at]]
  if (cell === undefined || column === undefined || when === undefined) return null
  const isChanged = changed.has(`${row.key} ${column.key}`)
  const state = stateText(cell, row, speech, names)
  const marks = [
    cell.isLower ? ' is-lower' : '',
    isChanged ? ' is-changed' : '',
    cell.gap !== undefined && cell.gap === openGap ? ' is-open' : '',
  ]
  const sentence = cellSentence(row, when, isChanged ? `${state}, ${speech.words.changed}` : state)
  return (
    <div
      key={column.key}
      role="gridcell"
      className={`cell ${column.half} is-${cell.shape}${marks.join('')}`}
      style={{ left }}
      aria-colindex={at + 2}
      aria-label={sentence}
      title={sentence}
      tabIndex={isActive ? 0 : -1}
      data-column={at}
    >
      {shapeless.has(cell.shape) ? null : <i className="shape">{signOf(cell, layout, speech, names)}</i>}
    </div>
  )
}

const shapeless: ReadonlySet<Cell['shape']> = new Set(['blank', 'weekend', 'closed', 'unknown'])

/** From this width of a half-day on there is room for a name beside the arrow. */
const roomForName = 44

function signOf(cell: Cell, { half }: Layout, { words }: Speech, names: Names): string {
  switch (cell.shape) {
    case 'gap':
    case 'gap-critical':
      return words.figure(cell.number ?? 0)
    case 'needed':
      return '!'
    case 'mended':
      return '✓'
    case 'not-employed':
      return '–'
    case 'loading':
      return '…'
    case 'past':
      return '·'
    case 'lent':
    case 'requested':
    case 'planned': {
      const to = half < roomForName || cell.place === undefined ? '' : names.authority(cell.place.authority)
      return `→${to.slice(to.lastIndexOf(' ') + 1)}`
    }
    case 'received':
    case 'received-requested':
    case 'received-planned':
      return '←'
    case 'deadline':
      return (cell.deadlines ?? []).map((deadline) => words.deadlineNames[deadline]).join(', ')
    default:
      return ''
  }
}
