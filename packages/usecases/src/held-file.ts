import type { ImportPlan } from '@vertretbar/domain/import'
import type { SaidByFile } from '@vertretbar/domain/import-access'
import type { Problem } from '@vertretbar/domain/problem'
import type { Result } from '@vertretbar/domain/result'
import type { TableProblem } from '@vertretbar/domain/table-fault'

/** A file held against the region that is stored: what it says itself, and what it makes of the region. */
export interface HeldFile extends SaidByFile {
  readonly plan: () => Result<ImportPlan, readonly (Problem | TableProblem)[]>
  /** A problem with its place as whoever wrote the file finds it. */
  readonly placed: (problem: Problem) => Problem | TableProblem
  /** The row of a place in a table; undefined in a region file. */
  readonly rowOf: (pointer: string) => number | undefined
}
