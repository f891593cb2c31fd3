import type { Span } from '../../address/address.ts'
import type { Column } from '../columns.ts'

/** Where the columns of the grid stand, in CSS pixels from its left edge. */
export interface Layout {
  readonly label: number
  /** A half-day. */
  readonly half: number
  /** A day of a weekend. */
  readonly weekend: number
  readonly lefts: readonly number[]
  readonly width: number
}

/** Heights in CSS pixels; the style sheet repeats them. */
export const rowHeight = 28
export const headHeight = 104

/** The least width of a half-day: two digits, two digits, a mark. */
const leastHalf: Readonly<Record<Span, number>> = { week: 46, month: 23, quarter: 14 }
const weekendWidth = 12

/** On a phone the names take less of the little room there is. */
const leastLabel = (available: number): number => (available < 600 ? 132 : available < 1200 ? 232 : 280)

/**
 * Lays the columns out over the width of the page, at least as wide as can be read. It is the width of the page and
 * not of the grid, so that nothing moves when a gap opens beside it.
 */
export function layoutOf(columns: readonly Column[], span: Span, available: number): Layout {
  const weekendDays = columns.filter(({ half }) => half === 'day').length
  const halves = columns.length - weekendDays
  const shared = available - leastLabel(available) - weekendDays * weekendWidth
  const half = Math.max(leastHalf[span], Math.floor(shared / Math.max(1, halves)))
  // Half-days are whole pixels wide; what is left over goes to the names.
  const label = Math.max(leastLabel(available), available - halves * half - weekendDays * weekendWidth)
  const lefts: number[] = []
  let left = label
  for (const column of columns) {
    lefts.push(left)
    left += column.half === 'day' ? weekendWidth : half
  }
  return { label, half, weekend: weekendWidth, lefts, width: left }
}
