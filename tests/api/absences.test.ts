import { EffectView } from '@vertretbar/usecases/effect-view'
import { GapsView } from '@vertretbar/usecases/gaps-view'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { expectProblem, sender } from './asking.ts'
import { type LocalApi, referenceRegion, startLocalApi } from './local-api.ts'

let api: LocalApi

beforeAll(async () => {
  api = await startLocalApi('wolfenbuettel')
  await api.open(referenceRegion())
})
beforeEach(async () => {
  await api.open(referenceRegion())
})
afterAll(() => api.close())

const send = sender(() => api)
const Stored = z.looseObject({ absence: z.looseObject({ id: z.string() }) })

const record = (body: object) => send('POST', '/v1/absences', body)
const gaps = async () => GapsView.parse(await (await api.request('/v1/gaps')).json()).gaps

/** `lk-p1` covers in Sickte on the morning of 21 December 2026. */
const away = { specialist: 'lk-p1', from: '2026-12-21/am', to: '2026-12-21/am' }

describe('an absence', () => {
  it('shows before it is stored which gaps it opens and which cover it breaks', async () => {
    const response = await send('POST', '/v1/absences/previews', { kind: 'record-absence', ...away })
    const effect = EffectView.parse(await response.json())
    expect(effect.broken).toMatchObject([{ booking: '01J0000000000000000000BK01', halfDays: [{ halfDay: away.from }] }])
    expect(effect.opened.map(({ authority }) => authority)).toContain('sg-sickte')
    expect((await api.ports.regions.load('wolfenbuettel'))?.region.absences).toEqual(referenceRegion().absences)
  })

  it('is never refused, opens what was shown, and breaks the cover', async () => {
    const before = await gaps()
    expect((await record(away)).status).toBe(201)
    const opened = (await gaps()).filter(
      (gap) => !before.some((known) => JSON.stringify(known) === JSON.stringify(gap)),
    )
    const causes = opened.filter(({ authority }) => authority === 'sg-sickte').flatMap((gap) => gap.causes)
    expect(causes).toContainEqual({ cause: 'cover-broken', people: 1 })
    const cover = await api.request('/v1/bookings/01J0000000000000000000BK01')
    expect(await cover.json()).toMatchObject({ status: 'ended', reason: 'broken', halfDays: [] })
  })

  it('becomes one with the absence that it touches', async () => {
    const first = Stored.parse(await (await record(away)).json())
    const response = await record({ specialist: 'lk-p1', from: '2026-12-21/pm', reviewOn: '2027-01-11' })
    const second = Stored.parse(await response.json())
    expect(second.absence).toEqual({
      id: first.absence.id,
      specialist: 'lk-p1',
      from: away.from,
      reviewOn: '2027-01-11',
    })
    const all = await (await api.request('/v1/absences?specialist=lk-p1')).text()
    expect(all).toContain(JSON.stringify(second.absence))
  })

  it('has another time, ends, and is withdrawn', async () => {
    const { absence } = Stored.parse(await (await record(away)).json())
    const path = `/v1/absences/${absence.id}`
    const moved = await send('PUT', path, { from: '2026-12-21/pm', reviewOn: '2027-01-11' })
    expect(await moved.json()).toMatchObject({ absence: { from: '2026-12-21/pm', reviewOn: '2027-01-11' } })
    const ended = await send('POST', `${path}/ends`, { to: '2026-12-22/am' })
    expect(await ended.json()).toMatchObject({ absence: { from: '2026-12-21/pm', to: '2026-12-22/am' } })
    expect((await api.request(path, { method: 'DELETE' })).status).toBe(204)
    await expectProblem(await api.request(path, { method: 'DELETE' }), 404, { code: 'not-found' })
  })

  it.each<readonly [string, object, object]>([
    ['neither end nor review date', { to: undefined }, { pointer: '', code: 'absence-without-end' }],
    ['both', { reviewOn: '2027-01-11' }, { pointer: '/reviewOn', code: 'absence-with-two-ends' }],
    ['an end before its beginning', { to: '2026-12-20/pm' }, { pointer: '/to', code: 'reversed-period' }],
    ['a reason', { reason: 'ill' }, { pointer: '/reason', code: 'unknown-field' }],
  ])('with %s is refused with its place', async (_, change, error) => {
    await expectProblem(await record({ ...away, ...change }), 422, { errors: [{ in: 'body', ...error }] })
  })
})

describe('a gap', () => {
  const named = { requirement: 'sg-sickte.payroll.1', need: 0 }
  const short = async () => (await gaps()).find(({ requirement }) => requirement === named.requirement)

  it.each([
    ['acknowledgements', { acknowledged: true, state: 'open' }],
    ['accepted-risks', { acknowledged: false, state: 'accepted-risk' }],
  ])('is told as it was said of it by %s', async (path, told) => {
    const gap = await short()
    const halfDay = gap?.halfDays[0]?.halfDay
    expect((await send('POST', `/v1/gaps/${path}`, { ...named, halfDay })).status).toBe(201)
    expect(await short()).toEqual({ ...gap, ...told })
  })

  it('that is none cannot be accepted', async () => {
    const none = await send('POST', '/v1/gaps/accepted-risks', { ...named, halfDay: '2026-11-29/am' })
    await expectProblem(none, 404, { code: 'not-found', refusal: { what: 'gap' } })
  })
})
