import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { campaign } from '../campaign.ts'
import { Document, type Route, routesOf } from '../contract/document.ts'
import { type Random, randomOf } from '../generate/random.ts'
import { anImport } from '../store/write.ts'
import { everyRole } from './admit.ts'
import { issuer } from './issuer.ts'
import { type LocalApi, startLocalApi } from './local-api.ts'
import { addressOf, bodyOf, type Draft } from './malformed/draft.ts'
import { valueDrawer } from './malformed/draw-value.ts'
import { faults } from './malformed/faults.ts'
import { edited, isObject, type Json, valueAt, waysIn } from './malformed/json.ts'
import { type Answered, judgeFor } from './malformed/judge.ts'
import { examples } from './matrix/examples.ts'
import { askersRegion, otherRegion, people } from './matrix/region.ts'

let api: LocalApi
let routes: readonly Route[]
let judge: (answered: Answered) => string[]
let draw: (schema: unknown, random: Random) => Json

/** Nobody is told less than they could be for want of a right. */
const askers = (): ReturnType<typeof askersRegion> => {
  const region = askersRegion()
  const everybody = {
    id: 'everybody',
    identity: { issuer, subject: 'everybody' },
    address: 'everybody@example.de',
    language: 'de' as const,
    validFrom: '2025-01-01',
    roles: everyRole(region),
  }
  return { ...region, members: [...(region.members ?? []), everybody] }
}

const ids = Object.values(people).flatMap(({ id, authority, area }) => [
  id,
  authority,
  area,
  `${authority}.${area}`,
  ...['requested', 'confirmed', 'done', 'absence'].map((kind) => `${id}.${kind}`),
])

beforeAll(async () => {
  api = await startLocalApi('asking')
  const served = z.looseObject({}).parse(await (await api.app.request('/openapi.json')).json())
  const document = Document.parse(served)
  routes = routesOf(document)
  judge = judgeFor(document, served)
  draw = valueDrawer(document, ids)
  await api.ports.regions.replace(otherRegion(), undefined, anImport)
  await restore()
})
afterAll(() => api.close())

async function restore(): Promise<void> {
  const version = (await api.ports.regions.stateOf('asking'))?.version
  expect(await api.ports.regions.replace(askers(), version, anImport)).toMatchObject({ kind: 'written' })
}

/** A request of a route as it should be: one of its examples, or one made of what the document says. */
function drafted(route: Route, random: Random): Draft {
  const known = random.pick(examples[route.name] ?? [undefined])
  const example = known?.ask(random.pick(known.at))
  const path = example?.path ?? route.path.replace('{id}', random.pick(ids))
  const [address = '', query = ''] = path.split('?')
  const schema = route.requestBody?.content['application/json']?.schema
  const body = random.chance(0.5) ? example?.body : undefined
  return {
    method: route.method.toUpperCase(),
    path: address.split('/').slice(1),
    query: query === '' ? [] : query.split('&').map((one) => pairOf(one)),
    headers: schema === undefined ? {} : { 'Content-Type': 'application/json' },
    body: schema === undefined ? undefined : z.json().parse(body ?? draw(schema, random)),
    garble: (text) => text,
    faults: [],
  }
}

const pairOf = (text: string): readonly [string, string] => {
  const [name = '', value = ''] = text.split('=')
  return [name, value]
}

/** A draft with one to three things wrong with it. */
function spoilt(draft: Draft, random: Random): Draft {
  let spoiled = draft
  for (let left = random.pick([1, 1, 2, 3]); left > 0; left -= 1) {
    const [name, fault] = random.pick(Object.entries(faults))
    spoiled = { ...fault(spoiled, random), faults: [...spoiled.faults, name] }
  }
  return spoiled
}

async function sent(draft: Draft): Promise<Answered> {
  const { method, headers } = draft
  const [address, body] = [addressOf(draft), bodyOf(draft)]
  const response = await api.request(address, { method, headers, ...(body !== undefined && { body }) })
  const text = await response.text()
  if (response.ok && method !== 'GET' && method !== 'HEAD') await restore()
  const said = [address, JSON.stringify(headers), typeof body === 'string' ? body : JSON.stringify(draft.body)]
  return { method, address, said: said.join('\n'), response, text }
}

campaign('requests that are not as they should be', { test: 3000, prove: 100_000 }, async (seed) => {
  const random = randomOf(seed)
  const draft = spoilt(drafted(random.pick(routes), random), random)
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
        const { path, body } = ask(at[0] ?? 'own')
        const init = { method: route.method.toUpperCase(), body: body === undefined ? null : JSON.stringify(body) }
        const headers = body === undefined ? {} : { 'Content-Type': 'application/json' }
        const response = await api.request(path, { ...init, headers })
        const text = await response.text()
        expect([path, judge({ method: init.method, address: path, said: path, response, text })]).toEqual([path, []])
        if (response.ok && init.method !== 'GET') await restore()
      }
  })
})

describe('a body', () => {
  it('is refused with a field that is none, wherever that is, and with its place', async () => {
    let fields = 0
    for (const route of routes)
      for (const { ask, at } of examples[route.name] ?? []) {
        const { path, body } = ask(at[0] ?? 'own')
        if (body === undefined) continue
        const whole = z.json().parse(body)
        for (const way of waysIn(whole).filter((one) => isObject(valueAt(whole, one)))) {
          const wrong = edited(whole, way, { ...Object(valueAt(whole, way)), zusatz: 1 })
          const response = await api.request(path, {
            method: route.method.toUpperCase(),
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(wrong),
          })
          const pointer = ['', ...way, 'zusatz'].join('/')
          expect([route.name, response.status, await response.json()]).toEqual([
            route.name,
            422,
            expect.objectContaining({
              errors: [expect.objectContaining({ in: 'body', pointer, code: 'unknown-field' })],
            }),
          ])
          fields += 1
        }
      }
    expect(fields).toBeGreaterThan(15)
  })
})
