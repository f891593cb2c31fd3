import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type Engine, startEngine } from './engine.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vertretbar-'))
  file = join(folder, 'store.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

async function started(options: { readonly file?: string } = {}): Promise<Engine> {
  const engine = await startEngine(options)
  if (!engine.ok) throw new Error(JSON.stringify(engine.refusal))
  return engine.value
}

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    return (await fetch(endpoint)).ok
  } catch {
    return false
  }
}

describe('the engine', () => {
  it('answers once it has started and no more once it has stopped', async () => {
    const engine = await started()
    expect(await answers(engine.endpoint)).toBe(true)
    await engine.stop()
    expect(await answers(engine.endpoint)).toBe(false)
    await engine.stop()
  })

  it('starts as often as it is asked to, each time on a port of its own', async () => {
    const engines = await Promise.all(Array.from({ length: 5 }, () => started()))
    expect(new Set(engines.map(({ endpoint }) => endpoint)).size).toBe(5)
    await Promise.all(engines.map(({ stop }) => stop()))
  })

  it('is the only one on its file, and says whose it is', async () => {
    const engine = await started({ file })
    expect(await startEngine({ file })).toEqual({ ok: false, refusal: { code: 'data-in-use', file, pid: process.pid } })
    await engine.stop()
    await (await started({ file })).stop()
  })

  it('leaves no lock behind when it is killed', async () => {
    const engine = await started({ file })
    process.kill(engine.pid, 'SIGKILL')
    while (await answers(engine.endpoint)) await setTimeout(5)
    await (await started({ file })).stop()
  })
})

describe('a file that is not its own', () => {
  it('is refused and left as it is: a text', async () => {
    const text = 'Protokoll der Sitzung vom 23. November 2026\n'.repeat(100)
    writeFileSync(file, text)
    expect(await startEngine({ file })).toEqual({ ok: false, refusal: { code: 'foreign-file', file } })
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it('is refused and left as it is: the database of another program', async () => {
    const database = new DatabaseSync(file)
    database.exec('CREATE TABLE minutes (text TEXT)')
    database.close()
    const before = readFileSync(file)
    expect(await startEngine({ file })).toEqual({ ok: false, refusal: { code: 'foreign-file', file } })
    expect(readFileSync(file)).toEqual(before)
  })

  it.each([
    ['a folder', () => mkdirSync(file)],
    ['a file in a folder that is not there', () => (file = join(folder, 'nowhere', 'store.db'))],
  ])('is refused with what the engine says: %s', async (_, make) => {
    make()
    const engine = await startEngine({ file })
    expect(engine).toHaveProperty('refusal.code', 'engine-failed')
    expect(engine).toHaveProperty('refusal.detail', expect.stringContaining(file))
  })

  it('is taken where it is empty', async () => {
    writeFileSync(file, '')
    await (await started({ file })).stop()
  })
})

const Told = z.object({ endpoint: z.string() })

/** A program that starts an engine, tells its endpoint, and does something more. */
async function program(more: string) {
  const module = new URL('./engine.ts', import.meta.url).href
  const source = `
    import { startEngine } from ${JSON.stringify(module)}
    const engine = await startEngine({ file: ${JSON.stringify(file)} })
    process.stdout.write(JSON.stringify(engine.value))
    ${more}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const said = await once(child.stdout, 'data')
  return { child, exited, endpoint: Told.parse(JSON.parse(String(said[0]))).endpoint }
}

describe('a program with an engine', () => {
  it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('takes its engine along when it ends by %s', async (signal) => {
    const { child, exited, endpoint } = await program('setInterval(() => undefined, 1000)')
    expect(await answers(endpoint)).toBe(true)
    child.kill(signal)
    await exited
    const endedAt = performance.now()
    while (await answers(endpoint)) await setTimeout(5)
    expect(performance.now() - endedAt).toBeLessThan(1000)
    await (await started({ file })).stop()
  })

  it('can end without stopping it', async () => {
    const { exited, endpoint } = await program('')
    expect(await exited).toEqual([0, null])
    while (await answers(endpoint)) await setTimeout(5)
  })
})
