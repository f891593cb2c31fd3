import { type RefObject, useEffect, useState } from 'react'
import type { Column } from '../columns.ts'
import { columnsPerWeek } from './grid-row.tsx'
import { headHeight, type Layout, rowHeight } from './layout.ts'

/** The rows and columns in sight, with some around them; both ends included. */
export interface Window {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** Rows kept ready above and below what is in sight, in whole steps, so that most scrolling draws nothing new. */
const rowStep = 4

/**
 * The part of the grid that is drawn. A region of 200 people over 90 days has 30,000 half-days: only those near what is
 * in sight become elements, whole weeks of them.
 */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  { layout, columns }: { readonly layout: Layout; readonly columns: readonly Column[] },
): Window {
  const [seen, setSeen] = useState<Window>({ firstRow: 0, lastRow: 20, firstColumn: 0, lastColumn: 40 })
  useEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const look = (): void => {
      const next = windowOf(element, layout, columns)
      setSeen((before) => (isSame(before, next) ? before : next))
    }
    const watch = new ResizeObserver(look)
    watch.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller, layout, columns])
  return seen
}

function windowOf(element: HTMLElement, layout: Layout, columns: readonly Column[]): Window {
  const { scrollTop, scrollLeft, clientHeight, clientWidth } = element
  const top = Math.floor(scrollTop / rowHeight)
  const bottom = Math.ceil((scrollTop + clientHeight - headHeight) / rowHeight)
  return {
    firstRow: Math.max(0, (Math.floor(top / rowStep) - 1) * rowStep),
    lastRow: (Math.ceil(bottom / rowStep) + 1) * rowStep,
    firstColumn: weekStart(columnAt(layout, scrollLeft + layout.label)),
    lastColumn: weekEnd(columnAt(layout, scrollLeft + clientWidth), columns.length),
  }
}

const weekStart = (column: number): number => Math.floor(column / columnsPerWeek) * columnsPerWeek
const weekEnd = (column: number, count: number): number => Math.min(count, weekStart(column) + columnsPerWeek) - 1

/** The column at a distance from the left edge, by bisection. */
function columnAt({ lefts }: Layout, x: number): number {
  let [low, high] = [0, lefts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((lefts[middle] ?? 0) <= x) low = middle
    else high = middle - 1
  }
  return low
}

const isSame = (one: Window, other: Window): boolean =>
  one.firstRow === other.firstRow &&
  one.lastRow === other.lastRow &&
  one.firstColumn === other.firstColumn &&
  one.lastColumn === other.lastColumn
