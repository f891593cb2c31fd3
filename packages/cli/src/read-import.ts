import { extname } from 'node:path'
import { type ImportPlan, planImport } from '@vertretbar/domain/import'
import { readRegionShape } from '@vertretbar/domain/read-region'
import type { Region } from '@vertretbar/domain/region'
import { accept, type Result } from '@vertretbar/domain/result'
import { planTable, readTable, type TableRules } from '@vertretbar/usecases/csv/plan-table'
import type { Call } from './command-line.ts'
import { readBytes } from './read-bytes.ts'
import type { Refusal } from './refusal.ts'

/** A file read so far that only the stored region is missing to decide on it. */
export interface ReadImport {
  /** The region that the file names; a table names none. */
  readonly region: string | undefined
  readonly decide: (current: Region | undefined, rules: TableRules) => Result<ImportPlan, readonly Refusal[]>
}

/** A region file or a table, or every reason why it is neither. */
export async function readImport({ file, kind }: Call): Promise<Result<ReadImport, readonly Refusal[]>> {
  const bytes = await readBytes(file)
  if (!bytes.ok) return bytes
  return kind !== undefined || extname(file).toLowerCase() === '.csv'
    ? tableImport(bytes.value, kind)
    : regionImport(bytes.value)
}

function regionImport(bytes: Uint8Array): Result<ReadImport, readonly Refusal[]> {
  const incoming = readRegionShape(bytes)
  if (!incoming.ok) return incoming
  const { region } = incoming.value
  return accept({ region: region.id, decide: (current, rules) => planImport(current, incoming.value, rules) })
}

function tableImport(bytes: Uint8Array, kind: Call['kind']): Result<ReadImport, readonly Refusal[]> {
  const table = readTable(bytes, kind)
  if (!table.ok) return table
  return accept({
    region: undefined,
    decide: (current, rules) => {
      if (current === undefined) throw new Error('a table is imported into a region that is stored')
      return planTable(current, table.value, rules)
    },
  })
}
