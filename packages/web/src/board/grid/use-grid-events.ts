import type { FocusEvent, KeyboardEvent, MouseEvent, RefObject } from 'react'
import type { Row } from '../rows.ts'
import { moved, type Position } from './keyboard.ts'
import { headHeight, rowHeight } from './layout.ts'

interface GridEventsProps {
  readonly rows: readonly Row[]
  readonly columns: number
  readonly scroller: RefObject<HTMLElement | null>
  readonly active: Position
  readonly goTo: (position: Position) => void
  readonly onOpen: (gap: string) => void
  readonly onLeave: () => void
}

/** What keys, clicks and the focus do in the grid: walk, open the gap of a cell, leave it again. */
export function useGridEvents({ rows, columns, scroller, active, goTo, onOpen, onLeave }: GridEventsProps) {
  const openAt = ({ row, column }: Position): void => {
    const gap = rows[row]?.cells[column]?.gap
    if (gap !== undefined) onOpen(gap)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1)
    const next = moved(event, active, { columns, rows: rowsWithCells(rows), page })
    if (next !== undefined) goTo(next)
    else if (event.key === 'Enter' || event.key === ' ') openAt(active)
    else if (event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent): void => {
    const position = positionOf(event.target)
    if (position === undefined) return
    goTo(position)
    openAt(position)
  }
  const onFocus = (event: FocusEvent): void => {
    const position = positionOf(event.target)
    if (position !== undefined && (position.row !== active.row || position.column !== active.column)) goTo(position)
  }
  return { onKeyDown, onClick, onFocus }
}

const rowsWithCells = (rows: readonly Row[]): number[] =>
  rows.flatMap(({ kind }, at) => (kind === 'authority' ? [] : [at]))

/** The place of the cell that something happened in; the grid writes it onto its cells and rows. */
function positionOf(target: EventTarget): Position | undefined {
  const cell = target instanceof Element ? target.closest('[data-column]') : null
  const row = cell?.closest('[data-row]')
  if (cell === null || row === null || row === undefined) return undefined
  return { row: Number(row.getAttribute('data-row')), column: Number(cell.getAttribute('data-column')) }
}
