import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type SignedIn, signedIn } from '@vertretbar/cli/test-sign-in'

/** A running local installation with data of its own. */
export interface Installation {
  readonly url: string
  /** Where its mails are shown. */
  readonly mailboxUrl: string
  /** Asks the API as the account for which nothing is foreign. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>
  /** What a browser has in which this account has signed in. */
  readonly cookies: () => Promise<ReadonlyMap<string, string>>
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
  const { child, said } = spawnCommand(await argumentsFor(data))
  const ended = once(child, 'close')
  const [url, mailboxUrl] = await addressesIn(said, child)
  const session = asJointOffice(new URL(url).origin)
  return {
    url,
    mailboxUrl,
    ...session,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** The account that holds the HR role at all authorities. */
const jointOffice = 'demo-personalstelle'

/** Tokens hold for ten minutes. */
const freshMilliseconds = 300_000

/** Signs in where that is needed, and after that as often as a token grows old. */
function asJointOffice(url: string): Pick<Installation, 'ask' | 'cookies'> {
  let known: { readonly at: number; readonly session: Promise<SignedIn> } | undefined
  const session = (): Promise<SignedIn> => {
    if (known === undefined || Date.now() - known.at > freshMilliseconds)
      known = { at: Date.now(), session: signedIn(url, jointOffice) }
    return known.session
  }
  return {
    cookies: async () => (await session()).cookies,
    ask: async (path, init = {}) => {
      const headers = new Headers(init.headers)
      headers.set('Authorization', `Bearer ${(await session()).tokens.access_token}`)
      return fetch(new URL(path, url), { ...init, headers })
    },
  }
}

/** Runs a command to its end and tells what it said. */
export async function run(args: readonly string[]): Promise<string> {
  const { child, said } = spawnCommand(args)
  await once(child, 'close')
  if (child.exitCode !== 0)
    throw new Error(`vertretbar ${args.join(' ')} ended with ${child.exitCode}: ${said.join('')}`)
  return said.join('')
}

interface Command {
  readonly child: ChildProcess
  /** What it has said so far, on both of its streams. */
  readonly said: readonly string[]
}

function spawnCommand(args: readonly string[]): Command {
  const child = spawn(process.execPath, [commandLine, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text))
  return { child, said }
}

const pollMilliseconds = 50

/** The addresses of the application and of the mailbox, once both are said. */
async function addressesIn(said: readonly string[], child: ChildProcess): Promise<[url: string, mailboxUrl: string]> {
  for (;;) {
    const [url, mailboxUrl] = said.join('').match(/http:\/\/localhost:\d+(?=[\s.])/g) ?? []
    if (url !== undefined && mailboxUrl !== undefined) return [`${url}/`, `${mailboxUrl}/`]
    if (child.exitCode !== null) throw new Error(`the installation ended without an address: ${said.join('')}`)
    // oxlint-disable-next-line no-await-in-loop -- it waits for another process
    await setTimeout(pollMilliseconds)
  }
}
