import { createApp } from '@vertretbar/api/app'
import type { Allowance } from '@vertretbar/api/context'
import { Problem } from '@vertretbar/api/problem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectProblem, sender } from './asking.ts'
import { type LocalApi, referenceRegion, startLocalApi } from './local-api.ts'

let api: LocalApi

beforeAll(async () => {
  api = await startLocalApi('wolfenbuettel')
  await api.open(referenceRegion())
})
afterAll(() => api.close())

const send = sender(() => api)
const json = { 'Content-Type': 'application/json' }

const idFor = async (sent: string) =>
  (await api.request('/v1/region', { headers: { 'X-Request-Id': sent } })).headers.get('X-Request-Id')

/** Status and headers, but for what differs each time or tells the length of the body. */
const headOf = ({ status, headers }: Response) => [
  status,
  ...[...headers].filter(([name]) => name !== 'x-request-id' && name !== 'content-length'),
]

const askedWith = async (allowance: Allowance) => {
  const app = createApp({ ...contextOf(api), limit: () => Promise.resolve(allowance) })
  return app.request('/v1/region', { headers: { Authorization: `Bearer ${await api.issuer.token('everybody')}` } })
}

const errorsOf = async (response: Response) => {
  expect(response.status).toBe(422)
  return Problem.parse(await response.json()).errors ?? []
}

describe('the id of a request', () => {
  it.each<readonly [string, string, RequestInit, number]>([
    ['an answer', '/v1/region', {}, 200],
    ['what is known already', '/v1/region', { headers: { 'If-None-Match': '*' } }, 304],
    ['a request without a token', '/v1/region', { headers: { Authorization: 'Bearer x' } }, 401],
    ['an address that is none', '/v1/nowhere', {}, 404],
    ['an address that is none, outside of the API', '/nowhere', {}, 404],
    ['another method', '/v1/region', { method: 'DELETE' }, 405],
    ['a body that is not JSON', '/v1/plans', { method: 'POST', headers: json, body: '{' }, 400],
    ['a body of another kind', '/v1/plans', { method: 'POST', body: 'x' }, 415],
    ['a body too large', '/v1/plans', { method: 'POST', headers: json, body: ' '.repeat(1_000_001) }, 413],
    ['values that are wrong', '/v1/gaps?from=x', {}, 422],
    ['the description', '/openapi.json', {}, 200],
  ])('is in the header and in the log line of %s', async (_, path, init, status) => {
    const response = await api.request(path, init)
    const id = response.headers.get('X-Request-Id')
    expect([response.status, id]).toEqual([status, expect.stringMatching(/^[\da-f-]{36}$/)])
    expect(api.logged.filter(({ requestId }) => requestId === id)).toMatchObject([{ status }])
  })

  it('is the one that came with it, unless that is no plain word', async () => {
    expect(await idFor('trace-17')).toBe('trace-17')
    for (const odd of ['<b>', 'a b', 'x'.repeat(256), '../..']) expect(await idFor(odd)).toMatch(/^[\da-f-]{36}$/)
  })

  it('leads from an error that nobody expected to what went wrong', async () => {
    const broken = await startLocalApi('elsewhere')
    const told: unknown[] = []
    const app = createApp({
      ...contextOf(broken),
      authenticate: () => Promise.reject(new Error('the keys cannot be read')),
      report: (error, requestId) => void told.push([String(error), requestId]),
    })
    const response = await app.request('/v1/region')
    expect(told).toEqual([['Error: the keys cannot be read', response.headers.get('X-Request-Id')]])
    await expectProblem(response, 500, { code: 'unexpected' })
    await broken.close()
  })
})

const plenty: Allowance = { requests: 600, seconds: 60, left: 599, resetSeconds: 60, isSpent: false }

const contextOf = ({ ports, issuer }: LocalApi): Parameters<typeof createApp>[0] => ({
  ports,
  authenticate: issuer.authenticate,
  signIn: issuer.signIn,
  limit: () => Promise.resolve(plenty),
  report: () => undefined,
  log: () => undefined,
})

describe('what a member is told', () => {
  it.each<readonly [string, string, RequestInit]>([
    ['an answer', '/v1/region', {}],
    ['what is known already', '/v1/region', { headers: { 'If-None-Match': '*' } }],
    ['a refusal', '/v1/absences/none', { method: 'DELETE' }],
    ['that nobody knows them', '/v1/region', { headers: { Authorization: 'Bearer x' } }],
    ['that it is too large', '/v1/plans', { method: 'POST', headers: json, body: ' '.repeat(1_000_001) }],
    ['that there is no such address', '/v1/nowhere', {}],
  ])('is for nobody else to keep: %s', async (_, path, init) => {
    const { headers } = await api.request(path, init)
    expect([headers.get('Cache-Control'), headers.get('Vary')]).toEqual(['private, no-cache', 'Authorization'])
  })

  it.each(['/v1/region', '/v1/gaps', '/v1/nowhere', '/v1/bookings/none', '/healthz', '/openapi.json'])(
    'is the same without a body where only the headers are asked for: %s',
    async (path) => {
      const [get, head] = [await api.request(path), await api.request(path, { method: 'HEAD' })]
      expect([await head.text(), ...headOf(head)]).toEqual(['', ...headOf(get)])
    },
  )

  it.each([
    ['/v1/region', 'GET, HEAD'],
    ['/v1/bookings', 'POST, GET, HEAD'],
    ['/v1/absences/x', 'PUT, DELETE'],
    ['/healthz', 'GET, HEAD'],
  ])('is which methods an address takes, where that is asked: %s', async (path, allowed) => {
    const response = await api.request(path, { method: 'OPTIONS' })
    expect([response.status, response.headers.get('Allow'), await response.text()]).toEqual([204, allowed, ''])
  })
})

describe('whoever asks more often than anybody needs to', () => {
  it('is told how much is left, and then when to go on', async () => {
    const last = await askedWith({ ...plenty, left: 0, resetSeconds: 17 })
    expect([last.status, last.headers.get('RateLimit'), last.headers.get('RateLimit-Policy')]).toEqual([
      200,
      '"member";r=0;t=17',
      '"member";q=600;w=60',
    ])
    const more = await askedWith({ ...plenty, left: 0, resetSeconds: 17, isSpent: true })
    expect([more.headers.get('Retry-After'), more.headers.get('RateLimit')]).toEqual(['17', '"member";r=0;t=17'])
    await expectProblem(more, 429, { code: 'too-many-requests' })
  })
})

describe('a text that is no body', () => {
  it.each<readonly [string, string | Uint8Array<ArrayBuffer>, number, object]>([
    ['broken off', '{"from":\n', 400, { code: 'not-json', line: 2, column: 1 }],
    ['with a comment', '{} // plan', 400, { code: 'not-json', line: 1, column: 4 }],
    ['in broken UTF-8', new Uint8Array([0x7b, 0x22, 0xff]), 400, { code: 'not-utf8', byte: 2 }],
    ['nested beyond measure', '['.repeat(400_000), 400, { code: 'too-deep', levels: 64 }],
    ['that says a field twice', '{"from":"2026-12-01",\n"from":"x"}', 422, { code: 'duplicate-field', line: 2 }],
    [
      'that changes what objects are',
      '{"__proto__":{"from":1}}',
      422,
      { pointer: '/__proto__', code: 'unknown-field' },
    ],
    ['of nothing', '', 400, { code: 'not-json', line: 1, column: 1 }],
  ])('is refused with its place: %s', async (_, body, status, error) => {
    const response = await api.request('/v1/plans', { method: 'POST', headers: json, body })
    await expectProblem(response, status, { errors: [{ in: 'body', ...error }] })
  })

  it('is refused unread where it does not say its kind', async () => {
    for (const body of ['{}', null])
      await expectProblem(await api.request('/v1/plans', { method: 'POST', body: body && new Blob([body]) }), 415, {
        code: 'unsupported-media-type',
      })
  })
})

describe('an answer about wrong values', () => {
  it('names a hundred of them and no more, in places that can be read', async () => {
    const proposals = Array.from({ length: 200 }, () => ({ halfDays: Array.from({ length: 400 }, () => 1) }))
    expect(await errorsOf(await send('POST', '/v1/bookings', { proposals }))).toHaveLength(100)
    const long = await errorsOf(await send('POST', '/v1/bookings', { ['~'.repeat(900_000)]: 1, proposals: [] }))
    const lengths = long.map(({ pointer }) => pointer.length)
    // Cut within an escape, which goes as a whole.
    expect(Math.max(...lengths)).toBe(999)
  })
})
