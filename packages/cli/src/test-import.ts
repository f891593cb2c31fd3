import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { filledFolders, vertretbar } from './test-process.ts'

/** For each test of a file an installation with the reference region, and calls that import into it and export from it. */
export function importing() {
  const filled = filledFolders()
  let folder: ReturnType<typeof filled>
  beforeEach(() => {
    folder = filled()
  })
  afterEach(() => folder[Symbol.dispose]())
  return {
    folder: () => folder,
    /** Writes a file beside the data and tells its path. */
    file: (name: string, content: string): string => {
      const path = join(folder.beside, name)
      writeFileSync(path, content)
      return path
    },
    /** Imports a file as seen on 23 November 2026. */
    imported: (path: string, ...options: readonly string[]) =>
      vertretbar(['import', path, ...folder.data, '--today', '2026-11-23', ...options]),
    exported: (...options: readonly string[]) => vertretbar(['export', ...folder.data, ...options]),
  }
}
