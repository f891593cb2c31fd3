import { constants, existsSync } from 'node:fs'
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import * as z from 'zod'
import type { InstallationFault } from './fault.ts'

/** Where an installation keeps what it stores, unless it is told another place. */
const usualFolder = fileURLToPath(new URL('../../../../.data', import.meta.url))

/** A folder that belongs to one installation. */
export interface DataFolder {
  readonly path: string
  /** The file of the database engine. */
  readonly engineFile: string
  /** The file of the keys with which the local provider signs. */
  readonly keysFile: string
  /** Where the states before imports are kept. */
  readonly exportsPath: string
  /** Where mails are kept that do not leave this machine. */
  readonly mailboxPath: string
  /** Where the cover plans lie that can be read without the system. */
  readonly coverPlansPath: string
}

/** The folder, made if it is not there; one that holds anything that is not ours is left alone. */
export async function openDataFolder(path = usualFolder): Promise<Result<DataFolder, InstallationFault>> {
  const fault = (await made(path)) ?? (await claimed(path))
  return fault === undefined
    ? accept({
        path,
        engineFile: join(path, engineName),
        keysFile: join(path, 'provider-keys.json'),
        exportsPath: join(path, 'exports'),
        mailboxPath: join(path, 'mailbox'),
        coverPlansPath: join(path, 'cover-plans'),
      })
    : refuse(fault)
}

const engineName = 'store.db'
const markName = 'vertretbar-data.json'
const mark = { format: 'vertretbar-data/1' } as const
const Mark = z.strictObject({ format: z.literal(mark.format) })

const SystemError = z.object({ code: z.string() })
const codeOf = (error: unknown): string => SystemError.safeParse(error).data?.code ?? ''

async function made(path: string): Promise<InstallationFault | undefined> {
  try {
    await makeFolder(path)
    const entries = await readdir(path)
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
    const [stranger] = entries
    return stranger === undefined || entries.includes(markName)
      ? undefined
      : { at: path, code: 'data-foreign', entry: stranger }
  } catch (error) {
    return { at: path, code: codeOf(error) === 'ENOTDIR' ? 'data-no-folder' : 'data-unwritable' }
  }
}

/** Node's own recursion never ends where a file system has the parent and yet says that it is not there (`/proc`). */
async function makeFolder(path: string): Promise<void> {
  try {
    // It will hold personal data: nobody else on this machine has to read them.
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    if (codeOf(error) !== 'ENOENT' || existsSync(dirname(path))) throw error
    await makeFolder(dirname(path))
    await mkdir(path, { mode: 0o700 })
  }
}

/** A new folder is marked before anything else is put there, so that it is known again, also half made. */
async function claimed(path: string): Promise<InstallationFault | undefined> {
  const file = join(path, markName)
  try {
    await writeFile(file, `${JSON.stringify(mark)}\n`, { flag: 'wx' })
    return undefined
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') return { at: path, code: 'data-unwritable' }
  }
  return isMark(await readFile(file, 'utf8')) ? undefined : { at: path, code: 'data-foreign', entry: markName }
}

function isMark(text: string): boolean {
  try {
    return Mark.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}
