import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeTime, monotonicFactory } from 'ulid'

/** The mails that stay on this machine, each as it arrived and known by its id, which tells when. */
export interface Mailbox {
  /** Keeps a mail; it is there whole or not at all. */
  readonly keep: (raw: Uint8Array) => Promise<void>
  /** The ids of those that are kept, the newest first. */
  readonly ids: () => Promise<readonly string[]>
  readonly read: (id: string) => Promise<Uint8Array | undefined>
}

/** How many are kept, and for how many milliseconds at most: 30 days, as the states before imports. */
export interface Keeping {
  readonly most: number
  readonly longest: number
}

const usualKeeping: Keeping = { most: 500, longest: 30 * 24 * 3_600_000 }

/** A folder of mails, which is made with the first; what is too much or too old goes with the next that arrives. */
export async function openMailbox(folder: string, now: () => number, keeping = usualKeeping): Promise<Mailbox> {
  const newId = monotonicFactory()
  const fileOf = (id: string): string => join(folder, `${id}.eml`)
  const ids = async (): Promise<string[]> => (await namesIn(folder)).flatMap(idIn).toSorted().toReversed()
  const tidy = async (): Promise<void> => {
    const oldest = now() - keeping.longest
    const gone = (await ids()).filter((id, position) => position >= keeping.most || decodeTime(id) < oldest)
    await Promise.all(gone.map((id) => rm(fileOf(id), { force: true })))
  }
  await tidy()
  return {
    keep: async (raw) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = fileOf(newId(now()))
      // Half a mail has another name, which is never read.
      await writeFile(`${file}.part`, raw, { mode: 0o600 })
      await rename(`${file}.part`, file)
      await tidy()
    },
    ids,
    read: async (id) => ((await ids()).includes(id) ? readFile(fileOf(id)) : undefined),
  }
}

const mailFile = /^([0-7][0-9A-HJKMNP-TV-Z]{25})\.eml$/

const idIn = (name: string): string[] => mailFile.exec(name)?.slice(1) ?? []

/** The files of the folder; none where there is no folder. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
