import { type ImportPlan, planImport } from '@vertretbar/domain/import'
import { readRegionShape } from '@vertretbar/domain/read-region'
import type { Region } from '@vertretbar/domain/region'
import { accept, type Result } from '@vertretbar/domain/result'
import type { Call } from './command-line.ts'
import { readBytes } from './read-bytes.ts'
import type { Refusal } from './refusal.ts'

type Rules = Parameters<typeof planImport>[2] & { readonly newId: () => string }

/** A file read so far that only the stored region is missing to decide on it. */
export interface ReadImport {
  /** The region that the file names; a table names none. */
  readonly region: string | undefined
  readonly decide: (current: Region | undefined, rules: Rules) => Result<ImportPlan, readonly Refusal[]>
}

/** A region file or a table, or every reason why it is neither. */
export async function readImport({ file }: Call): Promise<Result<ReadImport, readonly Refusal[]>> {
  const bytes = await readBytes(file)
  if (!bytes.ok) return bytes
  const incoming = readRegionShape(bytes.value)
  if (!incoming.ok) return incoming
  const { region } = incoming.value
  return accept({ region: region.id, decide: (current, rules) => planImport(current, incoming.value, rules) })
}
