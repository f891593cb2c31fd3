import type { Region } from '@vertretbar/domain/region'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { campaign } from '../campaign.ts'
import { Document, type Route, routesOf } from '../contract/document.ts'
import { type Random, randomOf } from '../generate/random.ts'
import { everyRole } from './admit.ts'
import { type LocalApi, startLocalApi } from './local-api.ts'
import { addressOf, bodyOf, type Draft } from './malformed/draft.ts'
import { draftDrawer } from './malformed/draw-draft.ts'
import { spoilt } from './malformed/faults.ts'
import { objectsIn, widened } from './malformed/json.ts'
import { type Answered, judgeFor } from './malformed/judge.ts'
import { examples } from './matrix/examples.ts'
import { askersRegion, invited, otherRegion } from './matrix/region.ts'
import { type Stored, storedWithLogins } from './matrix/stored.ts'

let api: LocalApi
let routes: readonly Route[]
let stored: Stored
let judge: (answered: Answered) => string[]
let draw: (random: Random) => Draft

/** Somebody asks who has every role of people, for nobody is told more. */
function askersWithEverybody(): Region {
  const region = askersRegion()
  return { ...region, members: [...(region.members ?? []), invited('everybody', { roles: everyRole(region) })] }
}

beforeAll(async () => {
  api = await startLocalApi('asking')
  const served = z.looseObject({}).parse(await (await api.app.request('/openapi.json')).json())
  const document = Document.parse(served)
  routes = routesOf(document)
  judge = judgeFor(document, served)
  draw = draftDrawer(document)
  await storedWithLogins(api, otherRegion())
  stored = await storedWithLogins(api, askersWithEverybody())
})
afterAll(() => api.close())

/** What was said in writes that were carried out: the log goes on telling it to whoever said it. */
let logged = ''
const tellsOfTheLog = (address: string): boolean => /^\/v1\/(?:audit|me\/data)/.test(address)

async function sent(draft: Draft): Promise<Answered> {
  const { method, headers } = draft
  const [address, body] = [addressOf(draft), bodyOf(draft)]
  const response = await api.request(address, { method, headers, ...(body !== undefined && { body }) })
  const text = await response.text()
  const said = [address, JSON.stringify(headers), typeof body === 'string' ? body : JSON.stringify(draft.body)]
  if (response.ok && method !== 'GET' && method !== 'HEAD') {
    await stored.restore()
    logged = [...new Set(`${logged} ${said.join(' ')}`.match(/elsewhere|farther/g))].join(' ')
  }
  if (tellsOfTheLog(address)) said.push(logged)
  const isTooLarge = body !== undefined && Buffer.byteLength(body) > 1_000_000
  return { method, address, said: said.join('\n'), isTooLarge, response, text }
}

campaign('requests that are not as they should be', { test: 200, prove: 100_000 }, async (seed) => {
  const random = randomOf(seed)
  const draft = spoilt(draw(random), random)
  const answered = await sent(draft)
  const { faults: done, ...told } = draft
  expect(
    [judge(answered), api.reported.splice(0)],
    `${done.join(', ')}: ${JSON.stringify(told).slice(0, 2000)}`,
  ).toEqual([[], []])
})

describe('requests that are as they should be', () => {
  it('are answered as described', async () => {
    for (const route of routes)
      for (const { ask, at } of examples[route.name] ?? []) {
        const { path, body, headers: more } = ask(at[0] ?? 'own')
        const init = { method: route.method.toUpperCase(), body: body === undefined ? null : JSON.stringify(body) }
        const headers = { ...more, ...(body !== undefined && { 'Content-Type': 'application/json' }) }
        const response = await api.request(path, { ...init, headers })
        const text = await response.text()
        expect([
          path,
          judge({
            method: init.method,
            address: path,
            said: tellsOfTheLog(path) ? `${path} ${logged}` : path,
            isTooLarge: false,
            response,
            text,
          }),
        ]).toEqual([path, []])
        if (response.ok && init.method !== 'GET') await stored.restore()
      }
  })
})

describe('a body', () => {
  it('is refused with a field that is none, wherever that is, and with its place', async () => {
    let fields = 0
    for (const route of routes)
      for (const { ask, at } of examples[route.name] ?? []) {
        const { path, body, headers } = ask(at[0] ?? 'own')
        if (body === undefined) continue
        const whole = z.json().parse(body)
        for (const way of objectsIn(whole)) {
          const wrong = widened(whole, way, ['zusatz', 1])
          const response = await api.request(path, {
            method: route.method.toUpperCase(),
            headers: { ...headers, 'Content-Type': 'application/json' },
            body: JSON.stringify(wrong),
          })
          // Where fields are ids, it is one of nothing.
          const pointer = ['', ...way, 'zusatz'].join('/')
          expect([route.name, response.status, await response.json()]).toEqual([
            route.name,
            422,
            expect.objectContaining({
              errors: [
                expect.objectContaining({
                  in: 'body',
                  pointer,
                }),
              ],
            }),
          ])
          fields += 1
        }
      }
    expect(fields).toBeGreaterThan(15)
  })
})
