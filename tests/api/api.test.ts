import { setTimeout } from 'node:timers/promises'
import { Problem } from '@vertretbar/api/problem'
import { availability } from '@vertretbar/domain/availability'
import { dayOf } from '@vertretbar/domain/half-day'
import { holds, spanOf } from '@vertretbar/domain/half-day-set'
import type { Region } from '@vertretbar/domain/region'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { AvailabilityView } from '@vertretbar/usecases/availability-view'
import { GapsView } from '@vertretbar/usecases/gaps-view'
import { isOver, type PlanJob } from '@vertretbar/usecases/plan-job'
import { PlanJobView } from '@vertretbar/usecases/plan-view'
import { RegionView } from '@vertretbar/usecases/region-view'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectProblem } from './asking.ts'
import { issuer } from './issuer.ts'
import { type LocalApi, referenceRegion, startLocalApi } from './local-api.ts'

const horizon = 'from=2026-11-23&to=2027-02-20'
/** The region came in, and then somebody who was invited and logged in. */
const version = 3
let api: LocalApi

const named = (id: string): Region => ({ ...referenceRegion(), region: { ...referenceRegion().region, id } })

beforeAll(async () => {
  api = await startLocalApi(referenceRegion().region.id)
  await api.open(referenceRegion())
})
afterAll(() => api.close())

const post = (body: string, type = 'application/json') =>
  api.request('/v1/plans', { method: 'POST', body, headers: { 'Content-Type': type } })

/** The job once it is over, asked for as its answers say. */
async function ended(path: string): Promise<PlanJobView> {
  for (;;) {
    const response = await api.request(path)
    expect(response.status).toBe(200)
    const job = PlanJobView.parse(await response.json())
    expect(response.headers.get('Retry-After')).toBe(isOver(job) ? null : '1')
    if (isOver(job)) return job
    await setTimeout(50)
  }
}

/** The member that the tests ask as. */
async function everybody(): Promise<string> {
  const membership = await api.ports.identities.membershipOf({ issuer, subject: 'everybody' })
  return membership?.member ?? ''
}

describe('reading a region', () => {
  it('names everything there is', async () => {
    const response = await api.request('/v1/region')

    expect(response.status).toBe(200)
    const view = RegionView.parse(await response.json())
    expect(view).toMatchObject({ version, today: '2026-11-23', name: referenceRegion().region.name })
    expect(view.authorities).toHaveLength(referenceRegion().authorities.length)
  })

  it('tells no right, no pattern and no absence along with the names', async () => {
    const text = await (await api.request('/v1/region')).text()

    for (const word of ['absence', 'exclusions', 'workPattern', 'weeklyMinutes', 'authorisations'])
      expect(text).not.toContain(word)
  })

  it('tells the gaps that the region file has', async () => {
    const view = GapsView.parse(await (await api.request(`/v1/gaps?${horizon}`)).json())
    const shortage = (criticality: string) =>
      view.gaps
        .filter((gap) => gap.criticality === criticality)
        .flatMap(({ halfDays }) => halfDays)
        .reduce((sum, halfDay) => sum + halfDay.shortage, 0)

    expect(view.gaps).toHaveLength(45)
    expect([shortage('critical'), shortage('normal')]).toEqual([57, 61])
    expect(view.fragile.length).toBeGreaterThan(0)
  })

  it('tells of everybody the half-days at which they are there', async () => {
    const view = AvailabilityView.parse(await (await api.request(`/v1/availability?${horizon}`)).json())
    const span = spanOf({ first: dayOf('2026-11-23'), last: dayOf('2027-02-20') })
    const available = availability(new RegionIndex(referenceRegion()), span)

    expect(view.people).toHaveLength(referenceRegion().specialists.length)
    for (const { specialist, halfDays } of view.people) {
      const { there, lent, claimed } = available.of(specialist)
      const isIn = (bits: Uint32Array) =>
        Array.from({ length: span.length }, (_, at) => holds(bits, span, span.origin + at))
      const [isThere, isLent, isClaimed] = [isIn(there), isIn(lent), isIn(claimed)]
      const expected = isThere.map((is, at) => (is ? (isLent[at] ? 'l' : isClaimed[at] ? 'r' : 'p') : '-')).join('')
      expect([specialist, halfDays.replaceAll(/[aonc]/g, '-')]).toEqual([specialist, expected])
    }
    const deadlines = view.deadlines.filter(({ deadline }) => deadline === 'contribution-statement')
    expect(deadlines.map(({ on }) => on)).toEqual(['2026-11-23', '2026-12-21', '2027-01-24', '2027-02-21'].slice(0, 3))
  })

  it.each(['/v1/region', `/v1/gaps?${horizon}`, `/v1/availability?${horizon}`])(
    'says of %s that nothing has changed to whoever has it already',
    async (path) => {
      const tag = (await api.request(path)).headers.get('ETag') ?? ''
      const again = await api.request(path, { headers: { 'If-None-Match': tag } })

      expect(tag).toMatch(/^"[0-9a-f]+\.\d+-2026-11-23-[0-9A-Z]{26}"$/)
      expect(again.status).toBe(304)
      expect(await again.text()).toBe('')
      for (const known of [`W/${tag}`, `"x", ${tag}`, '*'])
        expect((await api.request(path, { headers: { 'If-None-Match': known } })).status).toBe(304)
      const older = tag.replace(/\.\d+-/, '.0-')
      expect((await api.request(path, { headers: { 'If-None-Match': older } })).status).toBe(200)
    },
  )
})

describe('asking for a plan', () => {
  it('answers at once and has the best plan soon after', async () => {
    const asked = await post('{"from":"2026-11-23","to":"2027-02-20","explainSeconds":0}')

    expect(asked.status).toBe(202)
    expect(PlanJobView.parse(await asked.json())).toMatchObject({ state: 'queued', revision: 1, version })
    const job = await ended(asked.headers.get('Location') ?? '')
    expect(job.plan).toMatchObject({ status: 'optimal', deterministic: true })
    expect(Object.values(job.plan?.objective ?? {})).toEqual([22, 12, 26, 62, 60, 2608])
    expect(job.progress).toMatchObject({ lastLevel: 6 })
    expect(job).not.toHaveProperty('explanation')
    expect(api.reported).toEqual([])
  })

  it('tells the reasons of a plan after the plan, and begins another where it ended', async () => {
    const asked = PlanJobView.parse(await (await post('{"from":"2026-12-14","to":"2026-12-20"}')).json())
    expect(asked.request).toMatchObject({ explainSeconds: 20 })
    const job = await ended(`/v1/plans/${asked.id}`)
    const [first] = job.explanation?.assignments ?? []
    expect(job.explanation?.assignments.map(({ assignment }) => assignment)).toEqual(job.plan?.assignments)
    expect(first?.passed).toContain('home-short')
    expect(first?.alternative).toBeDefined()
    expect(job.explanation?.measures.complete).toBe(true)
    expect(job.explanation?.help.length).toBeGreaterThan(0)

    const days = '"from":"2026-12-14","to":"2026-12-20"'
    const next = PlanJobView.parse(await (await post(`{${days},"before":"${asked.id}","explainSeconds":0}`)).json())
    expect(next.request.before).toBe(asked.id)
    expect((await ended(`/v1/plans/${next.id}`)).plan?.assignments).toEqual(job.plan?.assignments)
    expect(api.reported).toEqual([])
  })

  it('does not let a plan wait for the reasons of another', async () => {
    const first = PlanJobView.parse(await (await post('{"explainSeconds":300}')).json())
    await expect
      .poll(async () => PlanJobView.parse(await (await api.request(`/v1/plans/${first.id}`)).json()).state)
      .toBe('explaining')
    await post('{"from":"2026-11-23","to":"2026-11-24","explainSeconds":0}')
    const { state, explanation } = await ended(`/v1/plans/${first.id}`)
    expect(state).toBe('done')
    expect(explanation?.measures.complete).toBe(false)
  })

  it('says of a job that nobody is at any more that it failed', async () => {
    const asked = PlanJobView.parse(await (await post('{"from":"2026-11-23","to":"2026-11-24"}')).json())
    const { plan: _, explanation: __, ...queued } = asked
    const lost: PlanJob = {
      ...queued,
      askedBy: await everybody(),
      id: '01J0000000000000000000000A',
      state: 'running',
      aliveAt: '2026-11-23T07:59:29.000Z',
    }
    await api.ports.jobs.write(lost)

    expect((await ended(`/v1/plans/${lost.id}`)).state).toBe('failed')
  })

  it('says of a job that has not changed just that', async () => {
    const asked = await post('{"from":"2026-11-23","to":"2026-11-30"}')
    const path = asked.headers.get('Location') ?? ''
    await ended(path)
    const tag = (await api.request(path)).headers.get('ETag') ?? ''

    expect((await api.request(path, { headers: { 'If-None-Match': tag } })).status).toBe(304)
  })
})

describe('bad input', () => {
  it.each([
    ['an impossible date', '/v1/gaps?from=2026-02-30', { in: 'query', pointer: '/from', code: 'wrong-format' }],
    ['a field that is none', '/v1/gaps?form=2026-12-01', { in: 'query', pointer: '/form', code: 'unknown-field' }],
    ['days the wrong way round', '/v1/availability?from=2026-12-02&to=2026-12-01', { code: 'reversed-horizon' }],
    ['more than a year', '/v1/gaps?from=2026-01-01&to=2027-01-02', { code: 'horizon-too-long', maximum: 366 }],
    ['a billion days', '/v1/gaps?from=2026-01-01&to=9999-12-31', { pointer: '/to', code: 'date-out-of-range' }],
    ['an id that cannot be one', '/v1/plans/<b>', { in: 'path', pointer: '/id', code: 'wrong-format' }],
  ])('%s is refused with its place and what would be right', async (_, path, error) => {
    await expectProblem(await api.request(path), 422, { code: 'invalid', errors: [error] })
  })

  it.each([
    ['a field that is none', '{"form":"2026-12-01"}', { in: 'body', pointer: '/form', code: 'unknown-field' }],
    ['a wrong type', '{"timeLimitSeconds":"5"}', { pointer: '/timeLimitSeconds', expected: 'integer' }],
    ['more time for reasons than there is', '{"explainSeconds":301}', { code: 'too-large', maximum: 300 }],
    ['a job before that can be none', '{"before":"<b>"}', { pointer: '/before', code: 'wrong-format' }],
    ['more time than there is', '{"timeLimitSeconds":301}', { code: 'too-large', maximum: 300 }],
    ['a list', '[]', { in: 'body', pointer: '', code: 'wrong-type', expected: 'object' }],
    ['days too many', '{"from":"2026-01-01","to":"2028-01-01"}', { in: 'body', pointer: '/to', maximum: 366 }],
  ])('%s in a body is refused with its place', async (_, body, error) => {
    await expectProblem(await post(body), 422, { code: 'invalid', errors: [error] })
  })

  it.each([
    ['a body that is not JSON', () => post('{"from":'), 400, 'malformed-json'],
    ['no body', () => post(''), 400, 'malformed-json'],
    ['a body of another kind', () => post('from=2026-12-01', 'text/plain'), 415, 'unsupported-media-type'],
    ['a body beyond all measure', () => post(`{"from":"${'x'.repeat(1_000_001)}"}`), 413, 'body-too-large'],
    ['a job that is not there', () => api.request('/v1/plans/01J0000000000000000000000Z'), 404, 'not-found'],
    ['an address that is none', () => api.request('/v1/nowhere'), 404, 'not-found'],
    ['a method that an address does not take', () => api.request('/v1/plans'), 405, 'method-not-allowed'],
  ] as const)('%s is answered with a problem document', async (_, ask, status, code) => {
    await expectProblem(await ask(), status, { code })
  })
})

it.each([
  ['/v1/region', 'DELETE', 'GET, HEAD'],
  ['/v1/plans', 'GET', 'POST'],
  ['/v1/plans/x', 'PUT', 'GET, HEAD'],
])('tells of %s, asked by %s, that it takes %s', async (path, method, allowed) => {
  expect((await api.request(path, { method })).headers.get('Allow')).toBe(allowed)
})

it('does not take the answer of one region for that of another at the same version', async () => {
  const other = await startLocalApi('elsewhere')
  try {
    await other.open(named('elsewhere'))
    const tag = (await api.request('/v1/region')).headers.get('ETag') ?? ''
    expect((await other.request('/v1/region', { headers: { 'If-None-Match': tag } })).status).toBe(200)
  } finally {
    await other.close()
  }
})

describe('a service in trouble', () => {
  it('lets nobody in as long as there is no region', async () => {
    const empty = await startLocalApi('elsewhere')
    try {
      for (const path of ['/v1/region', '/v1/gaps', '/v1/availability'])
        await expectProblem(await empty.request(path), 403, { code: 'no-membership' })
    } finally {
      await empty.close()
    }
  })

  it('says that it is worth another try where the store does not answer', async () => {
    const broken = await startLocalApi('elsewhere')
    await broken.engine.stop()
    const response = await broken.request('/v1/region')

    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '1'])
    const { title, ...others } = Problem.parse(await response.json())
    expect(others).toEqual({ type: '/problems/busy', status: 503, code: 'busy' })
    expect(title).not.toMatch(/127\.0\.0\.1|ECONN|vertretbar-api-test/)
    expect(broken.reported).toEqual([])
    await broken.close()
  })

  it('tells nobody outside what went wrong inside', async () => {
    const broken = await startLocalApi('elsewhere')
    await broken.open(named('elsewhere'))
    await broken.spoil()
    const response = await broken.request('/v1/region')

    expect(response.status).toBe(500)
    const { title, ...others } = Problem.parse(await response.json())
    expect(others).toEqual({ type: '/problems/unexpected', status: 500, code: 'unexpected' })
    expect(title).not.toMatch(/127\.0\.0\.1|ECONN|vertretbar-api-test/)
    expect(broken.reported).toHaveLength(1)
    await broken.close()
  })
})
