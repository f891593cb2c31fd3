/** A cell of the grid by its place among the rows and columns. */
export interface Position {
  readonly row: number
  readonly column: number
}

/** What the keys move about in. */
export interface Extent {
  readonly columns: number
  /** The rows that have cells, as ascending places among all rows. */
  readonly rows: readonly number[]
  /** How many rows a page has. */
  readonly page: number
}

/** Which key was pressed. */
export interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
}

/** Where a key leads, by the keyboard pattern of the ARIA grid; nothing if the key does not move. */
export function moved({ key, ctrlKey }: Pressed, from: Position, extent: Extent): Position | undefined {
  const lastColumn = extent.columns - 1
  switch (key) {
    case 'ArrowLeft':
      return { ...from, column: Math.max(0, from.column - 1) }
    case 'ArrowRight':
      return { ...from, column: Math.min(lastColumn, from.column + 1) }
    case 'ArrowUp':
      return { ...from, row: rowFrom(from.row, -1, extent.rows) }
    case 'ArrowDown':
      return { ...from, row: rowFrom(from.row, 1, extent.rows) }
    case 'PageUp':
      return { ...from, row: rowFrom(from.row, -extent.page, extent.rows) }
    case 'PageDown':
      return { ...from, row: rowFrom(from.row, extent.page, extent.rows) }
    case 'Home':
      return { row: ctrlKey ? (extent.rows[0] ?? 0) : from.row, column: 0 }
    case 'End':
      return { row: ctrlKey ? (extent.rows.at(-1) ?? 0) : from.row, column: lastColumn }
    default:
      return undefined
  }
}

/** The row so many rows on, at most the first or last; rows without cells are passed over. */
function rowFrom(row: number, step: number, rows: readonly number[]): number {
  const at = rows.indexOf(row)
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))] ?? row
}
