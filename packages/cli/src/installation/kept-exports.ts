import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeptExports } from '@vertretbar/usecases/ports'
import { regionText } from '../region-text.ts'

/** The states before imports, as files of one folder, which is made with the first; each says in its name when it was kept. */
export function exportFolder(folder: string, now: () => number): KeptExports {
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
    keep: async ({ version, region }) => {
      await mkdir(folder, { recursive: true })
      const file = join(folder, `${region.region.id}-v${version}-${momentText(now())}.json`)
      await writeFile(file, regionText(region), { mode: 0o600 })
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
