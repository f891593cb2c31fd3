import type { Day } from '@vertretbar/domain/half-day'
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { Column } from '../columns.ts'
import type { Row } from '../rows.ts'
import type { Position } from './keyboard.ts'
import { headHeight, type Layout, rowHeight } from './layout.ts'

interface ActiveCellProps {
  readonly scroller: RefObject<HTMLElement | null>
  readonly grid: RefObject<HTMLElement | null>
  readonly rows: readonly Row[]
  readonly columns: readonly Column[]
  readonly layout: Layout
  readonly today: Day
  /** The gap that is open; where it was not opened from the grid, as by its address, the grid goes there. */
  readonly openGap: string | undefined
}

/** The one cell that the tab key reaches; kept by its row and half-day, so that reloading does not move it. */
export function useActiveCell({ scroller, grid, rows, columns, layout, today, openGap }: ActiveCellProps) {
  const [keys, setKeys] = useState<{ readonly row: string; readonly column: string }>()
  const wants = useRef<'nothing' | 'sight' | 'focus'>('nothing')
  const [shownGap, setShownGap] = useState<string>()
  const active = positionOf(keys, rows, columns, today)
  const goTo = useCallback(
    ({ row, column }: Position) => {
      wants.current = 'focus'
      setKeys({ row: rows[row]?.key ?? '', column: columns[column]?.key ?? '' })
    },
    [rows, columns],
  )
  if (shownGap !== openGap) {
    setShownGap(openGap)
    const found = openGap === undefined || gapAt(rows, active) === openGap ? undefined : placeOf(openGap, rows)
    if (found !== undefined) setKeys({ row: rows[found.row]?.key ?? '', column: columns[found.column]?.key ?? '' })
  }
  useLayoutEffect(() => {
    if (openGap !== undefined && wants.current === 'nothing') wants.current = 'sight'
  }, [openGap])
  useLayoutEffect(() => {
    const wanted = wants.current
    wants.current = 'nothing'
    if (wanted === 'nothing' || scroller.current === null) return
    bringIntoSight(scroller.current, active, { columns, layout, around: wanted === 'sight' ? 'half' : 'none' })
    if (wanted === 'focus') focusActive(grid.current)
  })
  return { active, goTo }
}

const gapAt = (rows: readonly Row[], { row, column }: Position): string | undefined => rows[row]?.cells[column]?.gap

/** The first half-day of a gap. */
function placeOf(gap: string, rows: readonly Row[]): Position | undefined {
  for (const [row, { cells }] of rows.entries()) {
    const column = cells.findIndex((cell) => cell.gap === gap)
    if (column >= 0) return { row, column }
  }
  return undefined
}

/** Gives the focus to the one cell of a grid that the tab key reaches. */
export const focusActive = (grid: HTMLElement | null): void =>
  grid?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus({ preventScroll: true })

/** Where the active cell is; before anybody has chosen one, or if its row has gone, today in the first row of a need. */
function positionOf(
  keys: { readonly row: string; readonly column: string } | undefined,
  rows: readonly Row[],
  columns: readonly Column[],
  today: Day,
): Position {
  const row = rows.findIndex(({ key }) => key === keys?.row)
  const column = columns.findIndex(({ key }) => key === keys?.column)
  const firstRow = rows.findIndex(({ kind }) => kind === 'need' || kind === 'person')
  const nearToday = columns.findIndex(({ day }) => day >= today)
  return { row: row < 0 ? Math.max(0, firstRow) : row, column: column < 0 ? Math.max(0, nearToday) : column }
}

/**
 * Scrolls as little as needed; the head and the names cover what lies under them. With half of what is in sight around
 * it, a row that somebody comes to from elsewhere is not found at the very edge.
 */
function bringIntoSight(
  scroller: HTMLElement,
  { row, column }: Position,
  { columns, layout, around }: Pick<ActiveCellProps, 'columns' | 'layout'> & { readonly around: 'half' | 'none' },
): void {
  const left = layout.lefts[column] ?? 0
  const width = columns[column]?.half === 'day' ? layout.weekend : layout.half
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = scroller
  if (left - layout.label < scrollLeft) scroller.scrollLeft = left - layout.label
  else if (left + width > scrollLeft + clientWidth) scroller.scrollLeft = left + width - clientWidth
  if (row === 0) return
  const top = (row - 1) * rowHeight
  const room = clientHeight - headHeight
  const margin = around === 'half' ? (room - rowHeight) / 2 : 0
  if (top - margin < scrollTop) scroller.scrollTop = top - margin
  else if (top + rowHeight + margin > scrollTop + room) scroller.scrollTop = top + rowHeight + margin - room
}
