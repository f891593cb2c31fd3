import { open } from 'node:fs/promises'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import * as z from 'zod'
import type { FileFault } from './refusal.ts'

/** A text of more does not fit into one string of the JavaScript engine (about 512 million characters). */
const mostBytes = 500_000_000

const SystemError = z.object({ code: z.string() })

/** The bytes of a file, or why there are none. */
export async function readBytes(file: string): Promise<Result<Uint8Array, readonly FileFault[]>> {
  try {
    await using handle = await open(file)
    const { size } = await handle.stat()
    if (size > mostBytes) return refuse([{ file, code: 'file-too-large', bytes: size, maximum: mostBytes }])
    return accept(await handle.readFile())
  } catch (error) {
    const isMissing = SystemError.safeParse(error).data?.code === 'ENOENT'
    return refuse([{ file, code: isMissing ? 'file-missing' : 'file-unreadable' }])
  }
}
