import * as z from 'zod'
import type { Fault } from './problem.ts'

/** What the rows of a table are: people, the weeks of their work patterns, or absences. */
export const TableKind = z.enum(['specialists', 'patterns', 'absences'])
export type TableKind = z.infer<typeof TableKind>

/** How a cell is written that is more than a name or an id. */
export type CellForm =
  | 'date'
  | 'half'
  | 'worked'
  | 'whole-number'
  | 'weekly-hours'
  | 'competences'
  | 'authorisations'
  | 'access'
  | 'exclusions'

/** What is wrong with a table, beyond what may be wrong with the things in it. */
export type TableFault =
  | { readonly code: 'unknown-table' }
  | { readonly code: 'missing-column' }
  | { readonly code: 'unknown-column'; readonly known: readonly string[] }
  | { readonly code: 'duplicate-column' }
  | { readonly code: 'ragged-row'; readonly cells: number; readonly columns: number }
  | { readonly code: 'open-quote' }
  | { readonly code: 'empty-cell' }
  | { readonly code: 'wrong-cell'; readonly form: CellForm }
  | { readonly code: 'one-of-two'; readonly other: string }
  | { readonly code: 'needs-other'; readonly other: string }
  | { readonly code: 'week-out-of-order'; readonly expected: number }
  | { readonly code: 'unknown-person'; readonly id: string }

/** What may be wrong with a thing wherever it is written; the others are about JSON. */
export type ThingFault = Exclude<Fault, { readonly code: 'not-json' | 'too-deep' | 'duplicate-field' }>

/** A fault and its place: the row as a spreadsheet counts it, the header being 1, and the name of the column. */
export type TableProblem = (ThingFault | TableFault) & { readonly row: number; readonly column?: string }
