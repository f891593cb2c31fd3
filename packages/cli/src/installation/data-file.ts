import { readFileSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'

/** Which installation works on a data file, by its process; undefined where the lock does not say. */
export function lockOwner(file: string): number | undefined {
  const pid = Number(readFileSync(lockFile(file), 'utf8'))
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}

/** The lock lies beside the data. */
export const lockFile = (file: string): string => `${file}.lock`

/**
 * Whether a file holds something else than the engine's data. The engine refuses what is no SQLite database by itself,
 * but to a database of another program it would add its own tables.
 */
export function isForeign(file: string): boolean {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size === 0) return false
  try {
    const database = new DatabaseSync(file, { readOnly: true })
    try {
      const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
      return tables.length > 0 && !tables.some(({ name }) => name === engineTable)
    } finally {
      database.close()
    }
  } catch (error) {
    // Any other fault, such as a folder in its place, the engine meets as well and says what it is.
    return SqliteError.safeParse(error).data?.errcode === notADatabase
  }
}

/** The engine's list of its tables. */
const engineTable = '_tables'

const SqliteError = z.object({ errcode: z.int() })
/** `SQLITE_NOTADB` (sqlite.org/rescode.html). */
const notADatabase = 26
