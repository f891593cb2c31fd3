import { createApp } from '@vertretbar/api/app'
import type { Allowance } from '@vertretbar/api/context'
import { mostFeeds } from '@vertretbar/domain/feed'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { everything } from '../store/engine.ts'
import { expectProblem } from './asking.ts'
import { calendarsOf, lk, own, payroll, Told, tokenIn } from './calendars.ts'
import { type Somebody, type StagedApi, staged, statusesOf } from './cast.ts'
import { doorOf } from './door.ts'

let stage: StagedApi
beforeAll(async () => {
  stage = await staged()
})
afterAll(() => stage.api.close())
const { feedsOf, forget, made, read } = calendarsOf(() => stage)
afterEach(forget)

describe('a calendar', () => {
  it('is read at the address that was told when it was made, without signing in', async () => {
    const { feed, path } = await made('lk-p1', own)
    expect(feed).toEqual({ id: feed.id, shows: own, createdAt: '2026-11-23T08:00:00.000Z', isReadable: true })
    expect(path).toMatch(/^\/feeds\/[\w-]{43}\.ics$/)
    const answer = await read(path)
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(answer.headers.get('Cache-Control')).toBe('private, no-cache')
    const text = await answer.text()
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]+END:VCALENDAR\r\n$/)
    expect(text).toContain('X-WR-CALNAME:Meine Vertretungen\r\n')
  })

  it.each<readonly [string, Somebody, object, readonly string[]]>([
    ['the person', 'lk-p1', own, ['vormittags: Vertretung Personalabrechnung, Samtgemeinde Sickte']],
    [
      'the area that lends, from the request on',
      'head-lk',
      payroll,
      [
        'vormittags: Vertretung Personalabrechnung, Samtgemeinde Sickte, durch LK P1',
        'angefragt, nachmittags: Vertretung Personalabrechnung, Samtgemeinde Elm-Asse, durch LK P7',
      ],
    ],
    [
      'the whole authority, what it gives and what it gets',
      'hr-lk',
      { kind: 'place', authority: lk },
      [
        'vormittags: Vertretung Personalabrechnung, Samtgemeinde Sickte, durch LK P1',
        'vormittags: Vertretung Vergabestelle, Landkreis Wolfenbüttel, durch ST V1',
        'angefragt, nachmittags: Vertretung Personalabrechnung, Samtgemeinde Elm-Asse, durch LK P7',
      ],
    ],
    [
      'the authority that gets it',
      'hr-sickte',
      { kind: 'place', authority: 'sg-sickte' },
      ['vormittags: Vertretung Personalabrechnung, Samtgemeinde Sickte, durch LK P1'],
    ],
  ])('shows covers to %s', async (_, who, shows, titles) => {
    const { path } = await made(who, shows)
    const text = (await (await read(path)).text()).replaceAll('\r\n ', '')
    expect([...text.matchAll(/SUMMARY:(.*)\r\n/g)].map(([, title = '']) => title.replaceAll('\\', ''))).toEqual(titles)
  })

  it('is not sent again to whoever has it', async () => {
    const { path } = await made('hr-lk', payroll)
    const tag = (await read(path)).headers.get('ETag') ?? ''
    const again = await read(path, { 'If-None-Match': `"x", W/${tag}` })
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', tag])
    const head = await read(path, {}, 'HEAD')
    expect([head.status, await head.text(), head.headers.get('ETag')]).toEqual([200, '', tag])
  })

  it('is told by its address once, and is one however often it is asked for under one key', async () => {
    const key = { 'Idempotency-Key': 'calendar' }
    const answers = await Promise.all([1, 2].map(() => stage.as('hr-lk').post('/v1/feeds', { shows: payroll }, key)))
    expect(statusesOf(answers)).toEqual([201, 201])
    const Once = Told.partial({ path: true })
    const [one, other] = await Promise.all(answers.map(async (answer) => Once.parse(await answer.json())))
    expect(one?.feed).toEqual(other?.feed)
    expect([one?.path, other?.path].filter((path) => path !== undefined)).toHaveLength(1)
    for (const answer of answers) expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
    const list = await (await stage.as('hr-lk').get('/v1/feeds')).text()
    expect(list).toContain(one?.feed.id)
    expect(list).not.toMatch(/[0-9a-f]{64}|\.ics/)
    const another = { shows: { kind: 'place', authority: lk } }
    await expectProblem(await stage.as('hr-lk').post('/v1/feeds', another, key), 422, { code: 'key-of-another' })
  })

  it('is one of at most so many', async () => {
    for (let count = 0; count < mostFeeds; count += 1) await made('hr-lk', payroll)
    const more = await stage.as('hr-lk').post('/v1/feeds', { shows: payroll })
    await expectProblem(more, 409, {
      code: 'too-many-feeds',
      refusal: { code: 'too-many-feeds', most: mostFeeds },
    })
    expect((await stage.as('head-lk').post('/v1/feeds', { shows: payroll })).status).toBe(201)
  })

  it('of an area that is none is refused with its place', async () => {
    const shows = { ...payroll, area: 'nothing' }
    await expectProblem(await stage.as('hr-lk').post('/v1/feeds', { shows }), 422, {
      errors: [{ in: 'body', pointer: '/shows/area', code: 'unknown-reference', to: 'area', id: 'nothing' }],
    })
  })

  it('is counted by itself: who reads it too often is told when to go on', async () => {
    const { feed, path } = await made('hr-lk', payroll)
    const counted: string[] = []
    const limit = (who: string): Promise<Allowance> => {
      counted.push(who)
      return Promise.resolve({ requests: 600, seconds: 60, left: 0, resetSeconds: 17, isSpent: true })
    }
    const { ports, issuer } = stage.api
    const strict = createApp({ ports, ...doorOf(issuer), limit, report: () => undefined })
    const answer = await strict.request(path)
    expect([answer.headers.get('Retry-After'), answer.headers.get('RateLimit')]).toEqual(['17', '"member";r=0;t=17'])
    await expectProblem(answer, 429, { code: 'too-many-requests' })
    expect((await strict.request('/feeds/x.ics')).status).toBe(404)
    expect(counted).toEqual([feed.id])
  })
})

it('another address of a calendar shows the same', async () => {
  const first = await made('hr-lk', payroll)
  const answer = await stage.as('hr-lk').post(`/v1/feeds/${first.feed.id}/tokens`, {})
  expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
  const text = await (await read(first.path)).text()
  const second = Told.parse(await answer.json())
  expect(second.feed).toEqual(first.feed)
  expect(second.path).not.toBe(first.path)
  expect(text).toContain('"not-found"')
  expect((await read(second.path)).status).toBe(200)
})

it('nobody learns of the calendars of others, nor takes them away', async () => {
  const { feed, path } = await made('hr-lk', payroll)
  for (const who of ['head-lk', 'hr-sickte', 'lk-p1', 'coordinator', 'operator'] as const) {
    expect([who, (await feedsOf(who)).map(({ id }) => id)]).toEqual([who, []])
    await expectProblem(await stage.as(who).delete(`/v1/feeds/${feed.id}`), 404, { code: 'not-found' })
  }
  expect((await read(path)).status).toBe(200)
})

it('what is kept of somebody names their calendars, and no token of them', async () => {
  const { feed, path } = await made('lk-p1', own)
  const Data = z.looseObject({ feeds: z.array(z.looseObject({})), changes: z.array(z.looseObject({})) })
  const text = await (await stage.as('lk-p1').get('/v1/me/data')).text()
  const { feeds, changes } = Data.parse(JSON.parse(text))
  expect(feeds).toEqual([{ id: feed.id, shows: own, createdAt: feed.createdAt }])
  expect(changes.at(-1)).toMatchObject({ action: 'create-feed', things: [{ kind: 'feed', id: feed.id }] })
  expect(text).not.toContain(tokenIn(path))
})

it('no token is in the log, and none in what is stored', async () => {
  stage.api.logged.length = 0
  const { feed, path } = await made('hr-lk', payroll)
  await read(path)
  const renewed = await stage.as('hr-lk').post(`/v1/feeds/${feed.id}/tokens`, {})
  const { path: next } = Told.parse(await renewed.json())
  await read(path)
  await read(next)
  await read(next, {}, 'POST')
  expect(stage.api.logged.map(({ route, status }) => [route, status])).toEqual([
    ['/v1/feeds', 201],
    ['/feeds/:file', 200],
    ['/v1/feeds/:id/tokens', 201],
    ['/feeds/:file', 404],
    ['/feeds/:file', 200],
    ['/*', 405],
  ])
  const tokens = [path, next].map(tokenIn)
  const said = JSON.stringify([stage.api.logged, stage.api.reported, await everything(stage.api.database)])
  expect(tokens.filter((token) => said.includes(token))).toEqual([])
  expect(said).toContain(feed.id)
})
