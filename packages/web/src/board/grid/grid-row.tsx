import { memo } from 'react'
import type { Speech } from '../../words/catalogue.ts'
import type { Column } from '../columns.ts'
import type { Names } from '../names.ts'
import type { Row } from '../rows.ts'
import { gridCell } from './grid-cell.tsx'
import type { Layout } from './layout.ts'

/** What all rows share; one object as long as nothing of it changes. */
export interface RowSurroundings {
  readonly columns: readonly Column[]
  /** What each column is called in a sentence. */
  readonly whens: readonly string[]
  readonly layout: Layout
  readonly speech: Speech
  readonly names: Names
  /** Keys of cells that changed while the page was open, as `row column`. */
  readonly changed: ReadonlySet<string>
  /** The key of the gap that is open beside the board. */
  readonly openGap: string | undefined
}

/** A week has ten half-days and a weekend of two columns, and the first column is a Monday morning. */
export const columnsPerWeek = 12

/** A row with cells, drawn again only when something of it changes. */
export const GridRow = memo(function GridRow(props: {
  readonly row: Row
  readonly at: number
  readonly top: number
  /** The place of the active cell if it lies in this row, else -1. */
  readonly active: number
  readonly firstColumn: number
  readonly lastColumn: number
  readonly surroundings: RowSurroundings
}) {
  const { row, at, top, active, firstColumn, lastColumn, surroundings } = props
  return (
    <div role="row" className={`row is-${row.kind}`} style={{ top }} aria-rowindex={at + 2} data-row={at}>
      <div role="rowheader" className="label" aria-colindex={1} title={row.fullName}>
        <RowLabel row={row} speech={surroundings.speech} />
      </div>
      {weeksOf(firstColumn, lastColumn, active).map((week) => (
        <Week
          key={week}
          row={row}
          week={week}
          active={Math.floor(active / columnsPerWeek) === week ? active : -1}
          surroundings={surroundings}
        />
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

/** The weeks to draw: those in sight, and that of the active cell wherever it is, so that it can keep the focus. */
function weeksOf(firstColumn: number, lastColumn: number, active: number): number[] {
  const [first, last] = [firstColumn, lastColumn].map((column) => Math.floor(column / columnsPerWeek))
  const weeks = Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, index) => (first ?? 0) + index)
  const own = Math.floor(active / columnsPerWeek)
  // In their order: elements that are moved about lose the focus.
  return active < 0 || weeks.includes(own) ? weeks : [...weeks, own].toSorted((a, b) => a - b)
}

/** The cells of a week: while weeks come and go at the edges, those that stay are left alone. */
const Week = memo(function Week(props: {
  readonly row: Row
  readonly week: number
  readonly active: number
  readonly surroundings: RowSurroundings
}) {
  const { row, week, active, surroundings } = props
  const first = week * columnsPerWeek
  return Array.from({ length: columnsPerWeek }, (_, index) =>
    gridCell({ row, at: first + index, isActive: first + index === active }, surroundings),
  )
})
