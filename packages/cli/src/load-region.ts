import { readRegion } from '@vertretbar/domain/read-region'
import type { Region } from '@vertretbar/domain/region'
import type { Result } from '@vertretbar/domain/result'
import { readBytes } from './read-bytes.ts'
import type { Refusal } from './refusal.ts'

/** The region of a file, or every reason why there is none. */
export async function loadRegion(file: string): Promise<Result<Region, readonly Refusal[]>> {
  const bytes = await readBytes(file)
  return bytes.ok ? readRegion(bytes.value) : bytes
}
