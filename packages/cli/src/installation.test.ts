import { once } from 'node:events'
import { cpSync, existsSync, mkdtempDisposableSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { sampleFile, serving, vertretbar } from './test-process.ts'

const aFolder = () => mkdtempDisposableSync(join(tmpdir(), 'vertretbar-'))
const day = ['--today', '2026-11-23'] as const
const stackTrace = /^\s+at /m

const template = aFolder()
beforeAll(() => vertretbar(['import', sampleFile, '--apply', '--data', template.path]))
afterAll(() => template[Symbol.dispose]())

/** A folder with the reference region in it. */
function filled() {
  const folder = aFolder()
  cpSync(template.path, folder.path, { recursive: true })
  return { data: ['--data', folder.path], path: folder.path, [Symbol.dispose]: () => folder[Symbol.dispose]() }
}

/** Whether the engine that last worked on a folder still lives: its lock names the process that started it. */
const engineLives = (folder: string): boolean => {
  try {
    process.kill(Number(readFileSync(join(folder, 'store.db.lock'), 'utf8')), 0)
    return true
  } catch {
    return false
  }
}

describe('start', () => {
  it('imports the reference region once, takes what is stored after that, and leaves no engine behind', async () => {
    using folder = aFolder()
    const start = ['start', '--once', ...day, '--data', folder.path]
    const first = await vertretbar(start)
    expect(first.status).toBe(0)
    expect(first.stdout).toContain('Region Wolfenbüttel (Beispieldaten')
    expect(first.stdout).toContain('45 Lücken')
    expect(engineLives(folder.path)).toBe(false)

    const renamed = join(folder.path, 'renamed.json')
    writeFileSync(renamed, readFileSync(sampleFile, 'utf8').replace('"Region Wolfenbüttel"', '"Region am Elm"'))
    await vertretbar(['import', renamed, '--apply', '--data', folder.path, ...day])
    const second = await vertretbar(start)
    expect(second.stdout).toMatch(/^Region am Elm: Mo\., 23\. Nov\. 2026/)
    expect(second.stdout).toContain('45 Lücken')
  })

  it('moves the dates of the reference region to the week of today', async () => {
    using folder = aFolder()
    await vertretbar(['start', '--once', '--today', '2027-03-17', '--data', folder.path])
    const { stdout } = await vertretbar(['export', '--data', folder.path])
    const { absences } = z
      .object({ absences: z.array(z.object({ id: z.string(), from: z.string() })) })
      .parse(JSON.parse(stdout))
    // Sixteen weeks after 2026-12-14.
    expect(absences.find(({ id }) => id === 'abs-001')).toMatchObject({ from: '2027-04-05/am' })
  })

  it('shows gaps, deadlines and plan and then serves the application on the day it was told', async () => {
    using folder = aFolder()
    await using running = await serving(['start', ...day, '--port', '0', '--data', folder.path])
    expect(running.said).toMatch(/45 Lücken[\s\S]+Fristen[\s\S]+Vertretungsplan[\s\S]+Vertretbar läuft unter http:/)
    const region = await fetch(`${running.url}/v1/region`)
    expect(await region.json()).toMatchObject({ id: 'wolfenbuettel', today: '2026-11-23' })
    expect(await running.end('SIGINT')).toBe(0)
    expect(engineLives(folder.path)).toBe(false)
  })
})

describe('serve', () => {
  it('answers page and API under one origin until it is told to end', async () => {
    using folder = filled()
    await using running = await serving(['serve', '--port', '0', ...folder.data])
    const page = await fetch(running.url)
    expect(page.status).toBe(200)
    expect(page.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('Cache-Control')).toBe('no-cache')
    const html = await page.text()

    const deepLink = await fetch(`${running.url}/gaps/any/way`)
    expect(await deepLink.text()).toBe(html)

    const asset = /\/assets\/[^"]+\.js/.exec(html)?.[0] ?? ''
    const script = await fetch(running.url + asset)
    expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
    expect(script.headers.get('Cache-Control')).toContain('immutable')
    const tag = script.headers.get('ETag') ?? ''
    const again = await fetch(running.url + asset, { headers: { 'If-None-Match': `"x", W/${tag}` } })
    expect([again.status, await again.text()]).toEqual([304, ''])

    expect((await fetch(`${running.url}/assets/gone.js`)).status).toBe(404)
    expect((await fetch(running.url, { method: 'POST' })).status).toBe(405)
    const unknown = await fetch(`${running.url}/v1/nowhere`)
    expect([unknown.status, unknown.headers.get('Content-Type')]).toEqual([404, 'application/problem+json'])
    for (const { headers } of [page, script, unknown]) {
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'self'")
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    }
    expect(await running.end('SIGTERM')).toBe(0)
    expect(engineLives(folder.path)).toBe(false)
  })

  it('answers this machine alone', async () => {
    using folder = filled()
    await using running = await serving(['serve', '--port', '0', ...folder.data])
    const statuses = await Promise.all(
      askers.map(async ([who, headers]) => {
        const asked = request(`${running.url}/v1/region`, { headers, agent: false }).end()
        const [response] = z.tuple([z.object({ statusCode: z.int() })]).parse(await once(asked, 'response'))
        asked.destroy()
        return [who, headers, response.statusCode]
      }),
    )
    expect(statuses).toEqual(askers)
  })

  it('lets the plan be computed that the page asks for', async () => {
    using folder = filled()
    await using running = await serving(['serve', ...day, '--port', '0', ...folder.data])
    const asked = await fetch(`${running.url}/v1/plans`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ timeLimitSeconds: 60, skipStructural: false }),
    })
    expect(asked.status).toBe(202)
    const job = running.url + (asked.headers.get('Location') ?? '')
    await expect
      .poll(async () => (await fetch(job)).json(), { timeout: 20_000 })
      .toMatchObject({ state: 'done', plan: { status: 'optimal', objective: { criticalShortage: 22 } } })
  })
})

/** Who may ask, by what the request says of itself. */
const askers: readonly (readonly [who: string, headers: Readonly<Record<string, string>>, status: number])[] = [
  ['another host, as after DNS rebinding', { host: 'vertretbar.example' }, 421],
  ['another host with a port', { host: 'vertretbar.example:8787' }, 421],
  ['a host that only begins alike', { host: 'localhost.example' }, 421],
  ['a host that hides behind a name', { host: 'localhost@vertretbar.example' }, 421],
  ['a page from elsewhere', { host: 'localhost', origin: 'https://vertretbar.example' }, 421],
  ['a page without an origin', { host: 'localhost', origin: 'null' }, 421],
  ['this machine by name', { host: 'localhost:1' }, 200],
  ['this machine by number', { host: '127.0.0.1' }, 200],
  ['this machine by its other number', { host: '[::1]:8787' }, 200],
  ['its own page', { host: 'localhost', origin: 'http://localhost:8787' }, 200],
]

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

describe('says in one sentence what is wrong and what to do, and ends with 1', () => {
  async function refusal(args: readonly string[], environment = {}) {
    const { status, stdout, stderr } = await vertretbar(args, environment)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).not.toMatch(stackTrace)
    // On a busy machine a word on the progress comes before.
    expect(stderr).toMatch(/(?:^|\n)\S.*: \p{Lu}[^—\n]+ — bitte [^—\n]+\.\n$/u)
    return stderr
  }

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
    expect((await fetch(`${running.url}/v1/region`)).status).toBe(200)
  })

  it('a port on which somebody else listens', async () => {
    using folder = filled()
    using taken = await takenPort()
    expect(await refusal(['serve', '--port', String(taken.port), ...folder.data])).toContain('--port')
    expect(engineLives(folder.path)).toBe(false)
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

  it('a region that is not stored', async () => {
    using folder = filled()
    expect(await refusal(['serve', '--region-id', 'nowhere', ...folder.data])).toContain('vorhandene: wolfenbuettel.')
  })

  it('several regions, none of them named', async () => {
    using folder = filled()
    const other = join(folder.path, 'other.json')
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
