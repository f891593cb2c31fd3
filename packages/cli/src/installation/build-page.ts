import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import type { InstallationFault } from './fault.ts'

const packages = fileURLToPath(new URL('../../../', import.meta.url))
const web = join(packages, 'web')

/** Where the built page lies. */
export const pageFolder = join(web, 'dist')

/** What the page is made of: its own files, and the sources it shares with the server. */
const sources = [
  ...['src', 'index.html', 'vite.config.ts', 'package.json'].map((name) => join(web, name)),
  ...['domain', 'messages', 'api', 'usecases'].map((name) => join(packages, name, 'src')),
]

/** Whether the page has to be built: it is not there, or older than its sources. */
export async function isPageOutdated(): Promise<boolean> {
  const built = await changedAt(join(pageFolder, 'index.html'))
  const changes = await Promise.all(sources.map(newestIn))
  return changes.some((at) => at > built)
}

/** Builds the page beside the old one and puts it in its place whole, so that nobody ever serves half of it. */
export async function buildPage(): Promise<Result<void, InstallationFault>> {
  const made = join(web, 'node_modules', '.cache', `page-${process.pid}`)
  try {
    const failure = await runVite(made)
    if (failure !== undefined) return refuse({ at: web, code: 'page-not-built', detail: failure })
    await replaceFolder(pageFolder, made)
    return accept(undefined)
  } finally {
    await rm(made, { recursive: true, force: true })
  }
}

const longestComplaint = 800

async function runVite(folder: string): Promise<string | undefined> {
  const manifest = createRequire(join(web, 'package.json')).resolve('vite/package.json')
  const vite = join(dirname(manifest), 'bin', 'vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--outDir', folder, '--logLevel', 'warn'], {
    cwd: web,
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (text: string): void => {
    said += text
  }
  child.stdout.setEncoding('utf8').on('data', hear)
  child.stderr.setEncoding('utf8').on('data', hear)
  await once(child, 'close')
  return child.exitCode === 0 ? undefined : complaintIn(said) || `vite: ${child.exitCode ?? child.signalCode}`
}

/** What the build complains about, without colours and without the way there through the builder's own code. */
const complaintIn = (said: string): string =>
  stripVTControlCharacters(said)
    .split('\n')
    .filter((line) => !/^\s+at |^\s*$/.test(line))
    .join('\n')
    .slice(0, longestComplaint)

/** Two that build at once each bring a whole page; whichever is renamed last stays. */
async function replaceFolder(old: string, next: string): Promise<void> {
  for (;;)
    try {
      await rm(old, { recursive: true, force: true })
      await rename(next, old)
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY')) throw error
    }
}

/** When a file last changed; one that is not there, never. */
async function changedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs
  } catch {
    return 0
  }
}

async function newestIn(path: string): Promise<number> {
  if (!(await isFolder(path))) return changedAt(path)
  const files = (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const changes = await Promise.all(files.map(({ parentPath, name }) => changedAt(join(parentPath, name))))
  return changes.reduce((newest, at) => Math.max(newest, at), 0)
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}
