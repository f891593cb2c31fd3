import { planImport } from '@vertretbar/domain/import'
import { fileLists } from '@vertretbar/domain/import-access'
import type { Problem } from '@vertretbar/domain/problem'
import { readRegionShape } from '@vertretbar/domain/read-region'
import type { Region } from '@vertretbar/domain/region'
import { accept, type Result } from '@vertretbar/domain/result'
import type { TableKind, TableProblem } from '@vertretbar/domain/table-fault'
import { heldTable, readTable, type TableRules } from './csv/plan-table.ts'
import type { HeldFile } from './held-file.ts'

/** A file read so far that only the stored region is missing to decide on it. */
export interface ReadImport {
  /** The region that the file names; a table names none. */
  readonly region: string | undefined
  readonly against: (
    current: Region | undefined,
    rules: TableRules,
  ) => Result<HeldFile, readonly (Problem | TableProblem)[]>
}

/** The bytes of a region file as an import, or every place where they are none. */
export function readRegionImport(bytes: Uint8Array): Result<ReadImport, readonly Problem[]> {
  const read = readRegionShape(bytes)
  if (!read.ok) return read
  const said = read.value
  return accept({
    region: said.region.id,
    against: (current, rules) =>
      accept({
        said,
        replaces: rules.mode === 'replace' ? fileLists : [],
        plan: () => planImport(current, said, rules),
        placed: (problem) => problem,
        rowOf: () => undefined,
      }),
  })
}

/** The bytes of a table of the kind asked for, or of whatever kind it is, as an import. */
export function readTableImport(
  bytes: Uint8Array,
  kind: TableKind | undefined,
): Result<ReadImport, readonly TableProblem[]> {
  const table = readTable(bytes, kind)
  if (!table.ok) return table
  return accept({
    region: undefined,
    against: (current, rules) => {
      if (current === undefined) throw new Error('a table is imported into a region that is stored')
      return heldTable(current, table.value, rules)
    },
  })
}
