import { extname } from 'node:path'
import type { Result } from '@vertretbar/domain/result'
import { type ReadImport, readRegionImport, readTableImport } from '@vertretbar/usecases/read-import'
import type { Call } from './command-line.ts'
import { readBytes } from './read-bytes.ts'
import type { Refusal } from './refusal.ts'

/** A region file or a table, or every reason why it is neither. */
export async function readImport({ file, kind }: Call): Promise<Result<ReadImport, readonly Refusal[]>> {
  const bytes = await readBytes(file)
  if (!bytes.ok) return bytes
  return kind !== undefined || extname(file).toLowerCase() === '.csv'
    ? readTableImport(bytes.value, kind)
    : readRegionImport(bytes.value)
}
