import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A running local installation with data of its own. */
export interface Installation {
  readonly url: string
  readonly stop: () => Promise<void>
}

const commandLine = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url))

/** The day on which the reference region has its 45 gaps. */
export const today = '2026-11-23'

/** Starts the reference region as people start it, on a free port. */
export const startInstallation = (): Promise<Installation> =>
  startWith(async (data) => ['start', '--today', today, '--port', '0', '--data', data])

/** Starts an installation on data that the arguments are made for, and waits until it says where it is. */
export async function startWith(argumentsFor: (data: string) => Promise<readonly string[]>): Promise<Installation> {
  const data = await mkdtemp(join(tmpdir(), 'vertretbar-browser-'))
  const child = spawnCommand(await argumentsFor(data))
  const url = await addressOf(child)
  return {
    url,
    stop: async () => {
      const ended = once(child, 'close')
      child.kill('SIGTERM')
      await ended
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Runs a command to its end. */
export async function run(args: readonly string[]): Promise<void> {
  const child = spawnCommand(args)
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(`vertretbar ${args.join(' ')} ended with ${child.exitCode}: ${said}`)
}

const spawnCommand = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [commandLine, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })

async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const text of child.stdout?.setEncoding('utf8').iterator({ destroyOnReturn: false }) ?? []) {
    said += String(text)
    const address = /http:\/\/localhost:\d+/.exec(said)?.[0]
    if (address !== undefined) {
      // Nobody reads on: what it says from now on must not fill the pipe.
      child.stdout?.resume()
      return `${address}/`
    }
  }
  throw new Error(`the installation ended without an address: ${said}`)
}
