import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { aFolder, filledFolders, isInUse, processes, sampleFile, serving, vertretbar } from './test-process.ts'
import { signedIn } from './test-sign-in.ts'

const filled = filledFolders()
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })
const day = ['--today', '2026-11-23'] as const

describe('start', processes, () => {
  it('imports the reference region once, takes what is stored after that, and leaves no engine behind', async () => {
    using folder = aFolder()
    const start = ['start', '--once', ...day, '--data', folder.path]
    const first = await vertretbar(start)
    expect(first.status).toBe(0)
    expect(first.stdout).toContain('Region Wolfenbüttel (Beispieldaten')
    expect(first.stdout).toContain('45 Lücken')
    expect(isInUse(folder.path)).toBe(false)

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
    expect(running.said).not.toContain('member add')
    const { tokens } = await signedIn(running.url, 'demo-koordinierung')
    const region = await fetch(`${running.url}/v1/region`, { headers: bearer(tokens.access_token) })
    expect(await region.json()).toMatchObject({ id: 'wolfenbuettel', today: '2026-11-23' })
    expect(await running.end('SIGINT')).toBe(0)
    expect(isInUse(folder.path)).toBe(false)
  })
})

describe('serve', processes, () => {
  it('writes a line for each request when it is asked to, with neither names nor tokens', async () => {
    using folder = filled()
    await using running = await serving(['serve', '--log', '--port', '0', ...folder.data])
    const { tokens } = await signedIn(running.url, 'somebody')
    await fetch(`${running.url}/v1/absences?specialist=lk-p1`, { headers: bearer(tokens.access_token) })
    const lines = () =>
      running
        .complained()
        .split('\n')
        .filter((line) => line.startsWith('{') && line.includes('"route"'))
    await expect.poll(() => lines().length).toBe(2)
    expect(lines().map((line) => z.object({ route: z.string(), status: z.int() }).parse(JSON.parse(line)))).toEqual([
      { route: '/sign-in', status: 200 },
      { route: '/v1/absences', status: 403 },
    ])
    expect(running.complained()).not.toMatch(/somebody|lk-p1|eyJ/)
  })

  it('shows a calendar at its secret address, of which nothing is left in any line', async () => {
    using folder = aFolder()
    await vertretbar(['start', '--once', ...day, '--data', folder.path])
    await using running = await serving(['serve', '--log', ...day, '--port', '0', '--data', folder.path])
    const { tokens } = await signedIn(running.url, 'demo-fachkraft')
    const asked = (method: string, path: string, body?: object) =>
      fetch(`${running.url}${path}`, {
        method,
        headers: { ...bearer(tokens.access_token), 'Content-Type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      })
    const made = await asked('POST', '/v1/feeds', { shows: { kind: 'person', specialist: 'lk-p1' } })
    const { feed, path } = z.object({ feed: z.object({ id: z.string() }), path: z.string() }).parse(await made.json())
    const calendar = await fetch(running.url + path)
    expect([calendar.status, calendar.headers.get('Content-Type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(calendar.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]+BEGIN:VEVENT/)
    expect((await asked('DELETE', `/v1/feeds/${feed.id}`)).status).toBe(204)
    expect((await fetch(running.url + path)).status).toBe(404)
    const routes = () => [...running.complained().matchAll(/"route":"(\/feeds[^"]*)","status":(\d+)/g)]
    await expect
      .poll(() => routes().map(([, route, status]) => [route, status]))
      .toEqual([
        ['/feeds/:file', '200'],
        ['/feeds/:file', '404'],
      ])
    const token = path.slice('/feeds/'.length, -'.ics'.length)
    expect(running.complained() + running.said).not.toContain(token)
  })

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
    expect([unknown.status, unknown.headers.get('Content-Type')]).toEqual([401, 'application/problem+json'])
    for (const { headers } of [page, script, unknown]) {
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'self'")
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    }
    expect(await running.end('SIGTERM')).toBe(0)
    expect(isInUse(folder.path)).toBe(false)
  })

  it('answers this machine alone', async () => {
    using folder = filled()
    await using running = await serving(['serve', '--port', '0', ...folder.data])
    expect(await statusesAt(`${running.url}/healthz`)).toEqual(askers)
    expect(await statusesAt(`${running.url}/oidc/jwks`)).toEqual(askers)
  })

  it('lets the plan be computed that the page asks for, and then its reasons', async () => {
    using folder = aFolder()
    await vertretbar(['start', '--once', ...day, '--data', folder.path])
    await using running = await serving(['serve', ...day, '--port', '0', '--data', folder.path])
    const { tokens } = await signedIn(running.url, 'demo-koordinierung')
    const asked = await fetch(`${running.url}/v1/plans`, {
      method: 'POST',
      headers: { ...bearer(tokens.access_token), 'Content-Type': 'application/json' },
      body: JSON.stringify({ timeLimitSeconds: 60, explainSeconds: 2, skipStructural: false }),
    })
    expect(asked.status).toBe(202)
    const job = running.url + (asked.headers.get('Location') ?? '')
    const answer = async (): Promise<unknown> => (await fetch(job, { headers: bearer(tokens.access_token) })).json()
    const plan = { status: 'optimal', objective: { criticalShortage: 22 } }
    await expect.poll(answer, { timeout: 20_000 }).toMatchObject({ state: 'done', plan })
    expect(await answer()).toHaveProperty('explanation.assignments.0.passed')
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

/** With which status each of those who ask is answered. */
const statusesAt = (address: string) =>
  Promise.all(
    askers.map(async ([who, headers]) => {
      const asked = request(address, { headers, agent: false }).end()
      const [response] = z.tuple([z.object({ statusCode: z.int() })]).parse(await once(asked, 'response'))
      asked.destroy()
      return [who, headers, response.statusCode]
    }),
  )
