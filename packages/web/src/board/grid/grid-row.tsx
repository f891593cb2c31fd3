import { memo } from 'react'
import type { Speech } from '../../words/catalogue.ts'
import type { Cell } from '../cell.ts'
import { cellSentence, columnText, stateText } from '../cell-sentence.ts'
import type { Column } from '../columns.ts'
import type { Names } from '../names.ts'
import type { Row } from '../rows.ts'
import { GridCell } from './grid-cell.tsx'
import type { Layout } from './layout.ts'

/** What all rows share; one object as long as nothing of it changes. */
export interface RowSurroundings {
  readonly columns: readonly Column[]
  readonly layout: Layout
  readonly speech: Speech
  readonly names: Names
  /** Keys of cells that changed while the page was open, as `row column`. */
  readonly changed: ReadonlySet<string>
  /** The key of the gap that is open beside the board. */
  readonly openGap: string | undefined
  readonly firstColumn: number
  readonly lastColumn: number
}

/** A row with cells, drawn again only when something of it changes. */
export const GridRow = memo(function GridRow(props: {
  readonly row: Row
  readonly at: number
  readonly top: number
  /** The place of the active cell if it lies in this row, else -1. */
  readonly active: number
  readonly surroundings: RowSurroundings
}) {
  const { row, at, top, active, surroundings } = props
  return (
    <div role="row" className={`row is-${row.kind}`} style={{ top }} aria-rowindex={at + 2} data-row={at}>
      <div role="rowheader" className="label" aria-colindex={1}>
        <RowLabel row={row} speech={surroundings.speech} />
      </div>
      {placesOf(surroundings, active).map((place) => (
        <CellAt key={place} row={row} at={place} isActive={place === active} surroundings={surroundings} />
      ))}
    </div>
  )
})

function RowLabel({ row, speech }: { readonly row: Row; readonly speech: Speech }) {
  const label = row.kind === 'deadlines' ? speech.words.deadlines : row.label
  return (
    <>
      <span className="name">{label}</span>
      {row.detail === '' ? null : <span className="detail"> {row.detail}</span>}
    </>
  )
}

/** The places to draw: those of the window, and the active one wherever it is, so that it can keep the focus. */
function placesOf({ firstColumn, lastColumn, columns }: RowSurroundings, active: number): number[] {
  const last = Math.min(lastColumn, columns.length - 1)
  const places = Array.from({ length: Math.max(0, last - firstColumn + 1) }, (_, index) => firstColumn + index)
  const isOutside = active >= 0 && active < columns.length && (active < firstColumn || active > last)
  return isOutside ? [...places, active] : places
}

interface CellAtProps {
  readonly row: Row
  readonly at: number
  readonly isActive: boolean
  readonly surroundings: RowSurroundings
}

function CellAt({ row, at, isActive, surroundings }: CellAtProps) {
  const { columns, layout, speech, names, changed, openGap } = surroundings
  const [cell, column, left] = [row.cells[at], columns[at], layout.lefts[at]]
  if (cell === undefined || column === undefined || left === undefined) return null
  const isChanged = changed.has(`${row.key} ${column.key}`)
  const state = stateText(cell, row, speech, names)
  return (
    <GridCell
      cell={cell}
      column={column}
      at={at}
      left={left}
      isActive={isActive}
      text={textOf(cell, layout, speech, names)}
      marks={`${cell.isLower ? ' is-lower' : ''}${isChanged ? ' is-changed' : ''}${cell.gap !== undefined && cell.gap === openGap ? ' is-open' : ''}`}
      sentence={cellSentence(row, columnText(column, speech), isChanged ? `${state}, ${speech.words.changed}` : state)}
    />
  )
}

/** From this width of a half-day on there is room for a name beside the arrow. */
const roomForName = 44

function textOf(cell: Cell, { half }: Layout, { words }: Speech, names: Names): string {
  switch (cell.shape) {
    case 'gap':
    case 'gap-critical':
      return words.figure(cell.number ?? 0)
    case 'mended':
      return '✓'
    case 'not-employed':
      return '–'
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
