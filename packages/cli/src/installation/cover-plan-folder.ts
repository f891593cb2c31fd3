import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CoverPlanFolder } from '@vertretbar/usecases/alert-ports'

/** The cover plans as files of a folder, one for each region, in which each authority has its page. */
export function coverPlanFolder(folder: string): CoverPlanFolder {
  return {
    keep: async (region, pages) => {
      const place = join(folder, region)
      // They name people: nobody else on this machine has to read them.
      await mkdir(place, { recursive: true, mode: 0o700 })
      for (const [authority, page] of pages) await writeWhole(join(place, `${authority}${ending}`), page)
      const gone = (await namesIn(place)).filter((name) => !pages.has(name.slice(0, -ending.length)))
      for (const name of gone) await rm(join(place, name), { force: true })
    },
    forget: async (region) => {
      const place = join(folder, region)
      const names = await namesIn(place)
      for (const name of names) await rm(join(place, name), { force: true })
      return names.length > 0
    },
  }
}

const ending = '.html'

/** Half a page has another name, which nobody opens. */
async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.part`, text, { mode: 0o600 })
  await rename(`${file}.part`, file)
}

/** The files of the folder, those that were never finished as well; none where there is no folder. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
