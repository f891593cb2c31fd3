import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeptExports } from '@vertretbar/usecases/ports'

/** The states before imports, as files of one folder; each says in its name when it was kept. */
export interface ExportFolder extends KeptExports {
  /** Keeps the text of a region at a version and returns its path. */
  readonly keep: (state: KeptState, text: string) => Promise<string>
}

/** Of which region at which version, and when it is kept in milliseconds since 1970. */
interface KeptState {
  readonly region: string
  readonly version: number
  readonly at: number
}

/** The exports in a folder, which is made with the first of them. */
export function exportFolder(folder: string): ExportFolder {
  const deleteThose = async (isMeant: (file: string) => boolean | Promise<boolean>): Promise<string[]> => {
    const deleted: string[] = []
    for (const name of await namesIn(folder)) {
      const file = join(folder, name)
      if (!(await isMeant(file))) continue
      await rm(file, { force: true })
      deleted.push(file)
    }
    return deleted
  }
  return {
    keep: async ({ region, version, at }, text) => {
      await mkdir(folder, { recursive: true })
      const file = join(folder, `${region}-v${version}-${momentText(at)}.json`)
      await writeFile(file, text, { mode: 0o600 })
      return file
    },
    // A code stands in a region file as a text of its own, wherever somebody is named.
    deleteNaming: (specialist) =>
      deleteThose(async (file) => (await readFile(file, 'utf8')).includes(JSON.stringify(specialist))),
    deleteOlder: (than) => {
      const first = momentText(than)
      return deleteThose((file) => (momentIn.exec(file)?.[1] ?? first) < first)
    },
  }
}

const momentIn = /-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)\.json$/

/** A moment as file names may hold it on any system: `2026-11-23T08-00-00Z`. */
const momentText = (at: number): string =>
  new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-')

/** The files of the folder; none where there is no folder. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
