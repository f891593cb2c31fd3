import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
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
      for (const name of await namesIn(place))
        if (name.endsWith(ending) ? !pages.has(name.slice(0, -ending.length)) : await isLeftOver(join(place, name)))
          await rm(join(place, name), { force: true })
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

/** Half a page has another name, which nobody opens, and which two who write at the same time do not share. */
async function writeWhole(file: string, text: string): Promise<void> {
  const part = `${file}.${randomUUID()}.part`
  await writeFile(part, text, { mode: 0o600 })
  await rename(part, file)
}

const longestWriting = 60 * 60_000

/** Half a page that nobody can be at any more. */
async function isLeftOver(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > longestWriting
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
