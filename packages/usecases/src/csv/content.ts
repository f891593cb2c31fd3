import type { TableProblem } from '@vertretbar/domain/table-fault'

/** The cell that a place in the document comes from; without a key it is the row as a whole. */
export interface Origin {
  readonly row: number
  readonly key?: string
}

/** The things that the rows of a table are, in the list of the region that they belong to. */
export interface TableContent {
  readonly list: 'specialists' | 'absences'
  readonly things: readonly object[]
  readonly problems: readonly TableProblem[]
  /** Where the thing at a position, or a field of it, comes from. */
  readonly originOf: (position: number, path: readonly string[]) => Origin | undefined
}

/** The column whose field begins the path. */
export const keyAt = (fields: Readonly<Record<string, string>>, path: readonly string[]): Pick<Origin, 'key'> => {
  const at = path.join('/')
  const found = Object.entries(fields).find(([field]) => at === field || at.startsWith(`${field}/`))
  return found === undefined ? {} : { key: found[1] }
}
