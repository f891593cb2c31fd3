import { useState } from 'react'
import type { BoardData } from '../server/load-board.ts'
import { isSameCell } from './cell.ts'
import type { Column } from './columns.ts'
import type { Row } from './rows.ts'

/** Cells that changed while the page was open. */
export interface Changes {
  /** Their keys, as `row column`. */
  readonly marked: ReadonlySet<string>
  readonly unmark: () => void
}

interface Seen {
  readonly data: BoardData
  readonly rows: readonly Row[]
  readonly columns: readonly Column[]
}

const none: ReadonlySet<string> = new Set()

/**
 * Marks what is new when another version of the region has come in. Choosing another period, filter or plan is no news:
 * then there is nothing to compare.
 */
export function useChanges(data: BoardData, rows: readonly Row[], columns: readonly Column[]): Changes {
  const [seen, setSeen] = useState<Seen>({ data, rows, columns })
  const [marked, setMarked] = useState(none)
  if (seen.rows !== rows || seen.data !== data) {
    setSeen({ data, rows, columns })
    if (seen.columns === columns && seen.data.region.version !== data.region.version)
      setMarked(new Set([...marked, ...changesOf(seen.rows, rows, columns)]))
  }
  return { marked, unmark: () => setMarked(none) }
}

/** The cells that rows of both have in common and that differ, and those of rows that are new. */
function changesOf(before: readonly Row[], after: readonly Row[], columns: readonly Column[]): string[] {
  const known = new Map(before.map((row) => [row.key, row.cells]))
  return after.flatMap(({ key, cells }) =>
    columns.flatMap((column, at) => {
      const [old, cell] = [known.get(key)?.[at], cells[at]]
      if (cell === undefined || (old !== undefined && isSameCell(old, cell))) return []
      // What was not known before is no news.
      if (old?.shape === 'loading' || cell.shape === 'loading') return []
      return old === undefined && !cell.shape.startsWith('received') ? [] : [`${key} ${column.key}`]
    }),
  )
}
