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
}

/** The one cell that the tab key reaches; kept by its row and half-day, so that reloading does not move it. */
export function useActiveCell({ scroller, grid, rows, columns, layout, today }: ActiveCellProps) {
  const [keys, setKeys] = useState<{ readonly row: string; readonly column: string }>()
  const wantsFocus = useRef(false)
  const active = positionOf(keys, rows, columns, today)
  const goTo = useCallback(
    ({ row, column }: Position) => {
      wantsFocus.current = true
      setKeys({ row: rows[row]?.key ?? '', column: columns[column]?.key ?? '' })
    },
    [rows, columns],
  )
  useLayoutEffect(() => {
    if (!wantsFocus.current || scroller.current === null) return
    wantsFocus.current = false
    bringIntoSight(scroller.current, active, { columns, layout })
    focusActive(grid.current)
  })
  return { active, goTo }
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

/** Scrolls as little as needed; the head and the names cover what lies under them. */
function bringIntoSight(
  scroller: HTMLElement,
  { row, column }: Position,
  { columns, layout }: { readonly columns: readonly Column[]; readonly layout: Layout },
): void {
  const left = layout.lefts[column] ?? 0
  const width = columns[column]?.half === 'day' ? layout.weekend : layout.half
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = scroller
  if (left - layout.label < scrollLeft) scroller.scrollLeft = left - layout.label
  else if (left + width > scrollLeft + clientWidth) scroller.scrollLeft = left + width - clientWidth
  if (row === 0) return
  const top = (row - 1) * rowHeight
  if (top < scrollTop) scroller.scrollTop = top
  else if (top + rowHeight + headHeight > scrollTop + clientHeight)
    scroller.scrollTop = top + rowHeight + headHeight - clientHeight
}
