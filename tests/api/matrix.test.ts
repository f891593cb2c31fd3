import { policy } from '@vertretbar/domain/access-policy'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Document, type Route, routesOf } from '../contract/document.ts'
import { type LocalApi, startLocalApi } from './local-api.ts'
import type { Example } from './matrix/example.ts'
import { examples } from './matrix/examples.ts'
import { expectedStatus } from './matrix/expected.ts'
import { hasAtAll } from './matrix/policy-reading.ts'
import { askersRegion, otherRegion, outsiders, type Position, type Viewer, viewers } from './matrix/region.ts'
import { type Stored, storedWithLogins } from './matrix/stored.ts'
import { worthlessTokens } from './matrix/tokens.ts'

let api: LocalApi
let routes: readonly Route[]
let stored: Stored

beforeAll(async () => {
  api = await startLocalApi('asking')
  routes = routesOf(Document.parse(await (await api.app.request('/openapi.json')).json()))
  await storedWithLogins(api, otherRegion())
  stored = await storedWithLogins(api, askersRegion())
  for (const [region, position] of [
    ['asking', 'own'],
    ['elsewhere', 'elsewhere'],
  ] as const)
    await api.ports.jobs.write(doneJob(region, `job.${position}`))
})
afterAll(() => api.close())

const now = '2026-11-23T08:00:00.000Z'

const doneJob = (region: string, id: string) => ({
  id,
  region,
  version: 1,
  revision: 1,
  state: 'failed' as const,
  askedBy: 'hr-manager',
  request: {
    today: '2026-11-23',
    from: '2027-01-11',
    to: '2027-01-11',
    timeLimitSeconds: 1,
    explainSeconds: 0,
    skipStructural: false,
  },
  createdAt: now,
  aliveAt: now,
})

/** A route with one of its examples. */
interface Case {
  readonly name: string
  readonly route: Route
  readonly example: Example
}

/** What makes a login a member takes no membership yet: its own tests say what it takes. */
const isForMembers = ({ name, path }: Route): boolean => path.startsWith('/v1/') && name !== 'post /v1/me/membership'
const membersRoutes = () => routes.filter(isForMembers)

const cases = (): Case[] =>
  membersRoutes().flatMap((route) =>
    (examples[route.name] ?? []).map((example) => ({
      name: [route.name, example.as].filter(Boolean).join(', '),
      route,
      example,
    })),
  )

async function ask({ route, example }: Case, position: Position, as: { subject?: string; authorization?: string }) {
  const { path, body, headers } = example.ask(position)
  const init = {
    method: route.method.toUpperCase(),
    headers: {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(as.authorization !== undefined && { Authorization: as.authorization }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }
  return as.subject === undefined ? api.app.request(path, init) : api.request(path, init, as.subject)
}

const isWrite = ({ method }: Route): boolean => method !== 'get'

/** What is answered to somebody, after which all is as before; and that a refusal changes nothing. */
async function answered(one: Case, position: Position, viewer: string): Promise<Response> {
  const response = await ask(one, position, { subject: viewer })
  if (await stored.isChanged()) {
    if (!response.ok || !isWrite(one.route)) throw new Error(`${one.name}, refused to ${viewer}, changes something`)
    await stored.restore()
  }
  return response
}

describe('the matrix', () => {
  it('has an example of every route of members', () => {
    const names = membersRoutes().map(({ name }) => name)
    expect(names.filter((name) => examples[name] === undefined)).toEqual([])
    expect(Object.keys(examples).filter((name) => !names.includes(name))).toEqual([])
  })

  it('answers everybody about everything as the policy says', { timeout: 300_000 }, async () => {
    const wrong: unknown[] = []
    let asked = 0
    for (const one of cases()) {
      const action = actionOf(one.route)
      for (const viewer of viewers)
        for (const position of one.example.at) {
          const expected = expectedStatus(action, one.example, { viewer, position })
          const response = await answered(one, position, viewer)
          asked += 1
          if (response.status !== expected)
            wrong.push([one.name, viewer, position, expected, response.status, await response.text()])
        }
    }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(500)
  })

  it('has somebody who may, and somebody who may not, for every example', () => {
    for (const { name, route, example } of cases()) {
      const statuses = viewers.flatMap((viewer) =>
        example.at.map((position) => expectedStatus(actionOf(route), example, { viewer, position })),
      )
      expect([
        name,
        statuses.includes(example.status),
        isForEverybody(route, example) || statuses.some((status) => status >= 400),
      ]).toEqual([name, true, true])
    }
  })

  it('answers about what is foreign as about what is not there', { timeout: 300_000 }, async () => {
    for (const { one, viewer, position } of unseen()) {
      const [there, missing] = [await told(one, position, viewer), await told(one, 'missing', viewer)]
      expect([one.name, viewer, position, there]).toEqual([one.name, viewer, position, missing])
    }
  })
})

/** Whatever is told to everybody who is somebody here. */
const isForEverybody = (route: Route, { takes, seenBy, alone }: Example): boolean =>
  takes === undefined &&
  seenBy === undefined &&
  alone === undefined &&
  viewers.every((viewer) => hasAtAll(viewer, actionOf(route)))

/** Whatever is there, but not for somebody. */
const unseen = () =>
  cases()
    .filter(({ example }) => example.at.includes('missing'))
    .flatMap((one) => viewers.flatMap((viewer) => one.example.at.map((position) => ({ one, viewer, position }))))
    .filter(({ one: { route, example }, ...asking }) => expectedStatus(actionOf(route), example, asking) === 404)

const actionOf = (route: Route): keyof typeof policy => {
  const action = Object.keys(policy).find((name): name is keyof typeof policy => name === route['x-action'])
  if (action === undefined) throw new Error(`${route.name} has no right`)
  return action
}

/** All that an answer tells, but for the id of the request and the names that the question said itself. */
async function told(one: Case, position: Position, viewer: Viewer) {
  const response = await answered(one, position, viewer)
  const headers = [...response.headers].filter(([name]) => name !== 'x-request-id')
  const said =
    JSON.stringify(one.example.ask(position)).match(
      /(?:own|partner|foreign|elsewhere|missing)[a-z.-]*|\d{4}-\d\d-\d\d/g,
    ) ?? []
  const text = said.reduce(
    (known, word) => known.replaceAll(new RegExp(`\\b${word.replaceAll('.', '\\.')}`, 'g'), '…'),
    await response.text(),
  )
  return { status: response.status, headers, text }
}

describe('whoever is no member', () => {
  it.each(outsiders)('learns nothing: %s', { timeout: 60_000 }, async (outsider) => {
    for (const one of cases()) {
      const response = await answered(one, one.example.at[0] ?? 'own', outsider)
      expect([one.name, response.status, await response.text()]).toEqual([
        one.name,
        403,
        expect.stringContaining('"code":"no-membership"'),
      ])
    }
  })

  it('learns nothing without a token, nor with one that is worth nothing', { timeout: 120_000 }, async () => {
    const tokens = await worthlessTokens(api.issuer)
    for (const one of cases()) {
      const none = await ask(one, one.example.at[0] ?? 'own', {})
      const body = await none.text()
      expect([one.name, none.status, none.headers.get('WWW-Authenticate')]).toEqual([one.name, 401, expect.anything()])
      for (const [name, authorization] of tokens) {
        const response = await ask(one, one.example.at[0] ?? 'own', { authorization })
        expect([one.name, name, response.status, await response.text()]).toEqual([one.name, name, 401, body])
      }
    }
  })

  it('learns not even which addresses there are', async () => {
    for (const path of ['/v1/nowhere', '/v1', '/v1/bookings/x/y/z'])
      for (const method of ['GET', 'POST', 'OPTIONS', 'HEAD'])
        expect([path, method, (await api.app.request(path, { method })).status]).toEqual([path, method, 401])
  })
})
