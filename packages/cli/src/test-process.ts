import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempDisposableSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

/** The reference region. */
export const sampleFile = fileURLToPath(new URL('../../domain/regions/wolfenbuettel.json', import.meta.url))

/** Tests of several processes take their time on a machine that has other work. */
export const processes = { timeout: 120_000 }

type Environment = Readonly<Record<string, string>>

const started = (args: readonly string[], environment: Environment) =>
  spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH, LANG: 'de_DE.UTF-8', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** What a call of the command line says and how it ends. */
export async function vertretbar(args: readonly string[], environment: Environment = {}) {
  const child = started(args, environment)
  const [stdout, stderr] = await Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, 'close')])
  return { status: child.exitCode, stdout, stderr }
}

/** A call that serves the application, once it has said where. */
export interface Serving extends AsyncDisposable {
  readonly url: string
  readonly said: string
  /** What it has said on standard error so far. */
  readonly complained: () => string
  /** Ends it and tells its exit code. */
  readonly end: (signal: 'SIGINT' | 'SIGTERM') => Promise<number | null>
}

/** Starts a call that serves the application and waits until it says its address; throws what it says if it ends. */
export async function serving(args: readonly string[], environment: Environment = {}): Promise<Serving> {
  const child = started(args, environment)
  const { said, url, complained } = await addressOf(child)
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      const closed = once(child, 'close')
      child.kill(signal)
      await closed
    }
    return child.exitCode
  }
  return {
    url,
    said,
    complained,
    end,
    [Symbol.asyncDispose]: async () => {
      await end('SIGKILL')
    },
  }
}

function addressOf(child: ChildProcess): Promise<Pick<Serving, 'said' | 'url' | 'complained'>> {
  return new Promise((resolve, reject) => {
    let said = ''
    let complaint = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint += text
    })
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const url = /http:\/\/localhost:\d+/.exec(said)?.[0]
      if (url !== undefined) resolve({ said, url, complained: () => complaint })
    })
    child.once('close', (code) => reject(new Error(`ended with ${code}: ${said}${complaint}`)))
  })
}

/** Tells a call to end as soon as it says something on standard error, and how it ended after how long. */
export async function endedAt(said: RegExp, signal: NodeJS.Signals, args: readonly string[]) {
  const child = started(args, {})
  const closed = once(child, 'close')
  let complaint = ''
  let toldAt: number | undefined
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
    if (toldAt !== undefined || !said.test(complaint)) return
    toldAt = performance.now()
    child.kill(signal)
  })
  const [stdout] = await Promise.all([textOf(child.stdout), closed])
  if (toldAt === undefined) throw new Error(`never said ${said}: ${stdout}${complaint}`)
  return { status: child.exitCode, signal: child.signalCode, stdout, milliseconds: performance.now() - toldAt }
}

/** A folder that goes with the test. */
export const aFolder = () => mkdtempDisposableSync(join(tmpdir(), 'vertretbar-'))

/** Installations with the reference region, each a copy of the one that is made before the tests of a file. */
export function filledFolders() {
  const template = aFolder()
  beforeAll(() => vertretbar(['import', sampleFile, '--apply', '--data', template.path]))
  afterAll(() => template[Symbol.dispose]())
  return () => {
    const folder = aFolder()
    const path = join(folder.path, 'data')
    cpSync(template.path, path, { recursive: true })
    return {
      beside: folder.path,
      path,
      data: ['--data', path] as const,
      [Symbol.dispose]: () => folder[Symbol.dispose](),
    }
  }
}

/** Whether the installation that last worked on a folder still lives, as the lock of its engine names it. */
export function isInUse(folder: string): boolean {
  const lock = join(folder, 'store.db.lock')
  if (!existsSync(lock)) return false
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')), 0)
  } catch {
    return false
  }
}
