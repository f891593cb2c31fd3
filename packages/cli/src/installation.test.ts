import { once } from 'node:events'
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { aFolder, filledFolders, isInUse, processes, sampleFile, serving, vertretbar } from './test-process.ts'
import { signedIn } from './test-sign-in.ts'

const filled = filledFolders()
const stackTrace = /^\s+at /m

/** A port of this machine on which somebody else listens. */
async function takenPort() {
  const server = createServer((_, response) => response.writeHead(404).end('<h1>Rathaus</h1>')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = z.object({ port: z.int() }).parse(server.address())
  return { port, [Symbol.dispose]: () => server.close() }
}

/** Has the module system of a process find no engine, as on a platform for which there is none. */
const noEngine = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module'
  registerHooks({
    resolve(request, context, next) {
      if (request.startsWith('@dynoxide/')) throw new Error('not for this platform')
      return next(request, context)
    },
  })
`)}`

/** What a call says that is refused in one sentence. */
async function refusal(args: readonly string[], environment = {}) {
  const { status, stdout, stderr } = await vertretbar(args, environment)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).not.toMatch(stackTrace)
  // On a busy machine a word on the progress comes before.
  expect(stderr).toMatch(/(?:^|\n)\S.*: \p{Lu}[^—\n]+ — bitte [^—\n]+\.\n$/u)
  return stderr
}

describe('says in one sentence what is wrong and what to do, and ends with 1', processes, () => {
  it('a folder that holds something else', async () => {
    using folder = aFolder()
    writeFileSync(join(folder.path, 'minutes.txt'), 'Protokoll')
    expect(await refusal(['start', '--once', '--data', folder.path])).toContain('„minutes.txt“')
    expect(existsSync(join(folder.path, 'store.db'))).toBe(false)
  })

  it('a database that is none of ours', async () => {
    using folder = filled()
    writeFileSync(join(folder.path, 'store.db'), 'Protokoll der Sitzung\n'.repeat(1000))
    expect(await refusal(['export', ...folder.data])).toContain('„store.db“')
  })

  it('a mark that is none of ours', async () => {
    using folder = aFolder()
    writeFileSync(join(folder.path, 'vertretbar-data.json'), '{ "format": "vertretbar-data/99" }')
    expect(await refusal(['export', '--data', folder.path])).toContain('„vertretbar-data.json“')
  })

  it('a file where a folder should be', async () => {
    expect(await refusal(['serve', '--data', sampleFile])).toContain('einen Ordner')
  })

  it('a folder that cannot be made', async () => {
    expect(await refusal(['serve', '--data', '/proc/vertretbar'])).toContain('/proc/vertretbar: In diesem Ordner')
  })

  it('data that another installation works on', async () => {
    using folder = filled()
    await using running = await serving(['serve', '--port', '0', ...folder.data])
    expect(await refusal(['start', '--once', ...folder.data])).toMatch(/schon ein anderes Vertretbar \(Prozess \d+\)/)
    const { tokens } = await signedIn(running.url, 'stranger')
    const asked = await fetch(`${running.url}/v1/me`, { headers: { Authorization: `Bearer ${tokens.access_token}` } })
    // Whether somebody has access only the stored data say.
    expect(asked.status).toBe(403)
  })

  it('a port on which somebody else listens', async () => {
    using folder = filled()
    using taken = await takenPort()
    expect(await refusal(['serve', '--port', String(taken.port), ...folder.data])).toContain('--port')
    expect(isInUse(folder.path)).toBe(false)
  })

  it('a platform without an engine', async () => {
    using folder = aFolder()
    const environment = { NODE_OPTIONS: `--import=${noEngine}` }
    expect(await refusal(['start', '--once', '--data', folder.path], environment)).toContain(
      'AWS_ENDPOINT_URL_DYNAMODB',
    )
  })

  it('a store that does not answer', async () => {
    using folder = aFolder()
    const environment = { AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9' }
    const sentence = await refusal(['export', '--data', folder.path], environment)
    expect(sentence).toContain(
      'AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:9: Dort antwortet keine DynamoDB (ECONNREFUSED)',
    )
    expect(existsSync(join(folder.path, 'store.db'))).toBe(false)
  })

  it('a store that speaks something else', async () => {
    using folder = aFolder()
    using taken = await takenPort()
    const environment = { AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${taken.port}/` }
    expect(await refusal(['export', '--data', folder.path], environment)).toContain('keine DynamoDB')
  })

  it.each([['serve'], ['export'], ['import', sampleFile.replace('.json', '.csv')]])(
    'nothing stored yet: %s',
    async (...command) => {
      using folder = aFolder()
      const table = join(folder.path, 'people.csv')
      const args = command[0] === 'import' ? ['import', table] : command
      using data = aFolder()
      writeFileSync(table, 'Kennung;Fachkraft;Erster Tag;Beginnt;Letzter Tag;Endet;Prüftermin\n')
      expect(await refusal([...args, '--data', data.path])).toContain('noch keine Region gespeichert')
    },
  )

  it.each(['serve', 'export', 'start'])('nothing stored yet, and a region asked for: %s', async (command) => {
    using folder = aFolder()
    const data = ['--data', folder.path]
    expect(await refusal([command, '--region-id', 'nowhere', ...data])).toContain('noch keine Region gespeichert')
    expect(await refusal(['export', ...data])).toContain('noch keine Region gespeichert')
  })

  it('a region that is not stored', async () => {
    using folder = filled()
    expect(await refusal(['serve', '--region-id', 'nowhere', ...folder.data])).toContain('vorhandene: wolfenbuettel.')
  })

  it('several regions, none of them named', async () => {
    using folder = filled()
    const other = join(folder.beside, 'other.json')
    writeFileSync(other, readFileSync(sampleFile, 'utf8').replace('"id": "wolfenbuettel"', '"id": "elm"'))
    expect(await vertretbar(['import', other, '--apply', ...folder.data])).toMatchObject({ status: 0 })
    for (const command of ['serve', 'export', 'start'])
      expect(await refusal([command, ...folder.data])).toContain('eine davon: elm, wolfenbuettel.')
    expect(await vertretbar(['export', '--region-id', 'elm', ...folder.data])).toMatchObject({ status: 0 })
  })

  it('a file that is too large', async () => {
    using folder = aFolder()
    const file = join(folder.path, 'large.json')
    writeFileSync(file, '')
    truncateSync(file, 500_000_001)
    const { status, stderr } = await vertretbar(['import', file])
    expect(status).toBe(1)
    expect(stderr).toContain(`${file}: Diese Datei hat 501 MB — möglich sind höchstens 500 MB.`)
  })

  it('a folder instead of a file', async () => {
    using folder = aFolder()
    expect(await refusal(['import', folder.path])).toContain('lässt sich nicht lesen')
  })

  it('a file that cannot be written', async () => {
    using folder = filled()
    expect(await refusal(['export', '--output', folder.path, ...folder.data])).toContain('--output')
  })
})
