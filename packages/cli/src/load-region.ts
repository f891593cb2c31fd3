import { readFile } from 'node:fs/promises'
import { readRegion } from '@vertretbar/domain/read-region'
import type { Region } from '@vertretbar/domain/region'
import { type Result, refuse } from '@vertretbar/domain/result'
import * as z from 'zod'
import type { Refusal } from './refusal.ts'

const SystemError = z.object({ code: z.string(), syscall: z.string() })

/** The region of a file, or every reason why there is none. */
export async function loadRegion(file: string): Promise<Result<Region, readonly Refusal[]>> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const fault = SystemError.safeParse(error)
    // Some failures of reading, such as a file above 2 GiB or a NUL in the name, carry no system call.
    return fault.success && fault.data.code === 'ENOENT' ? ('file-missing' as const) : ('file-unreadable' as const)
  })
  return typeof bytes === 'string' ? refuse([{ file, code: bytes }]) : readRegion(bytes)
}
