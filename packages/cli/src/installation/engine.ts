import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createServer, Socket } from 'node:net'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import { isForeign, lockFile, lockOwner } from './data-file.ts'

/** A running DynamoDB engine of our own. */
export interface Engine {
  /** What `AWS_ENDPOINT_URL_DYNAMODB` is to say. */
  readonly endpoint: string
  readonly pid: number
  /** Ends the engine, at the latest after two seconds; nothing that it acknowledged is lost either way. */
  readonly stop: () => Promise<void>
}

/** Why there is no engine. */
export type EngineRefusal =
  /** No engine is installed for this platform; any other DynamoDB endpoint would do. */
  | { readonly code: 'engine-missing'; readonly platform: string }
  /** Another installation, if known the process that is named, works on the file. */
  | { readonly code: 'data-in-use'; readonly file: string; readonly pid: number | undefined }
  /** The file is something else than a database of this engine; it is left untouched. */
  | { readonly code: 'foreign-file'; readonly file: string }
  | { readonly code: 'engine-failed'; readonly detail: string }

interface Options {
  /** Where the data lie; without it, in memory. */
  readonly file?: string
}

/**
 * Starts the engine on a free port of this machine alone and waits until it answers.
 *
 * It ends with the process that started it, however that ends: even `kill -9` closes the pipe that is watched below.
 * Two engines on one file would each overwrite the other unseen, so a lock is held as long as the engine lives.
 */
export async function startEngine({ file }: Options = {}): Promise<Result<Engine, EngineRefusal>> {
  const binary = engineBinary()
  if (binary === undefined) return refuse({ code: 'engine-missing', platform: `${process.platform}-${process.arch}` })
  if (file !== undefined && isForeign(file)) return refuse({ code: 'foreign-file', file })
  for (let tries = 1; ; tries += 1) {
    const port = await freePort()
    const child = spawnEngine(binary, port, file)
    const end = await listeningOrEnd(child)
    if (end === 'listening') return accept(running(child, port))
    if (end.exitCode === lockedExitCode && file !== undefined)
      return refuse({ code: 'data-in-use', file, pid: lockOwner(file) })
    // Another program may have taken the port since it was found free.
    if (!/port .* in use/.test(end.detail) || tries === mostTries)
      return refuse({ code: 'engine-failed', detail: end.detail })
  }
}

const mostTries = 5
const startMilliseconds = 10_000
const stopMilliseconds = 2000
const lockedExitCode = 75

function engineBinary(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide')
  } catch {
    return undefined
  }
}

/**
 * Runs as the engine itself in the end (`exec`), with two things in place that Node has no call for.
 *
 * The lock: file descriptor 9 goes on to the engine, so the kernel holds the lock exactly as long as the engine lives,
 * and no lock is ever stale; an engine that is just ending is waited for. The file says whose lock it is.
 * The watch: a line on descriptor 3 says that all is over; an end without one, that the installation is gone.
 */
const script = `
if [ -n "$1" ]; then
  exec 9>>"$1"
  flock -w 1 -E ${lockedExitCode} 9 || exit $?
  echo "$2" >"$1"
fi
(read -r _ <&3 || kill -KILL $$) 2>/dev/null 9>&- &
shift 2
exec "$@" 3<&-
`

function spawnEngine(binary: string, port: number, file: string | undefined): ChildProcess {
  const engine = [
    binary,
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    ...(file === undefined ? [] : ['--db-path', file]),
  ]
  const child = spawn(
    '/bin/sh',
    ['-c', script, 'sh', file === undefined ? '' : lockFile(file), String(process.pid), ...engine],
    {
      // In a session of its own, Ctrl-C reaches the installation alone, which still has requests to answer.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    },
  )
  child.once('exit', () => watchOf(child)?.end('over\n'))
  // Where the lock was refused nobody watches, and nobody reads that line.
  watchOf(child)?.on('error', () => undefined)
  return child
}

/** Whether the engine listens, as it says itself: whoever else answers at the port is not it. */
function listeningOrEnd(child: ChildProcess): Promise<'listening' | { exitCode: number | null; detail: string }> {
  return new Promise((resolve) => {
    let said = ''
    const timeout = setTimeout(() => child.kill('SIGKILL'), startMilliseconds)
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (!said.includes('listening on')) return
      clearTimeout(timeout)
      child.stderr?.removeAllListeners('data').resume()
      resolve('listening')
    })
    child.once('error', ({ message }) => resolve({ exitCode: null, detail: message }))
    // `close` comes once all has been read, `exit` may come before the last words.
    child.once('close', (exitCode) => {
      clearTimeout(timeout)
      resolve({ exitCode, detail: said.trim() || `the engine ended with ${exitCode}` })
    })
  })
}

function running(child: ChildProcess, port: number): Engine {
  // A program that forgets to stop its engine can still end, and the engine with it.
  child.unref()
  for (const pipe of child.stdio) if (pipe instanceof Socket) pipe.unref()
  return {
    endpoint: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      const timeout = setTimeout(() => child.kill('SIGKILL'), stopMilliseconds)
      await exited
      clearTimeout(timeout)
    },
  }
}

/** Our end of the pipe that the engine's watch reads. */
function watchOf({ stdio }: ChildProcess): Socket | undefined {
  const pipe = stdio[3]
  return pipe instanceof Socket ? pipe : undefined
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port of 127.0.0.1 is free')
  return address.port
}
