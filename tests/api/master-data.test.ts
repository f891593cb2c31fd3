import { EffectView } from '@vertretbar/usecases/effect-view'
import { AuditVerdict } from '@vertretbar/usecases/verify-audit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { expectProblem } from './asking.ts'
import { ifMatch, type Somebody, type StagedApi, staged, statusesOf } from './cast.ts'
import { referenceRegion } from './local-api.ts'

let stage: StagedApi
beforeAll(async () => {
  stage = await staged()
})
afterAll(() => stage.api.close())

const reference = referenceRegion()
const [authority] = reference.authorities
const [area] = reference.serviceAreas
const [agreement] = reference.agreements
const person = reference.specialists.find(({ id }) => id === 'lk-p2')
const requirement = reference.requirements.find((one) => one.authority === 'lk-wolfenbuettel')
const product = { name: 'Payroll D', vendor: 'Vendor D', accessLeadWorkingDays: 5 }

const Page = z.strictObject({
  version: z.int(),
  items: z.array(z.looseObject({ id: z.string() })),
  next: z.string().optional(),
})
const One = z.looseObject({ id: z.string() })

/** A list, who may change it, what may be added to it, and what of that may become different. */
const resources: readonly (readonly [path: string, who: Somebody, added: object, changed: object])[] = [
  ['authorities', 'coordinator', { ...authority, name: 'Gemeinde Neu', keys: [], deployments: [] }, { kind: 'city' }],
  ['service-areas', 'coordinator', { ...area, blocks: [] }, { lenderConsent: 'area-head' }],
  ['products', 'coordinator', product, { vendor: 'Vendor E' }],
  ['agreements', 'coordinator', { ...agreement }, { noticeWorkingDays: 4 }],
  ['specialists', 'hr-lk', { ...person, displayName: 'LK P99' }, { coverLimitHalfDaysPerWeek: 2 }],
  ['requirements', 'hr-lk', { ...requirement, label: 'Neu' }, { label: 'Anders' }],
]

describe.each(resources)('the list of %s', (path, who, like, change) => {
  const { id: _, ...added } = { id: '', ...like }
  const all = `/v1/${path}`
  const ids = async () =>
    Page.parse(await (await stage.as(who).get(`${all}?limit=200`)).json()).items.map(({ id }) => id)

  it('takes up a thing under an id of its own or one made here, tells it, changes it, and lets it go', async () => {
    const made = await stage.as(who).post(all, added)
    expect(made.status).toBe(201)
    const { id } = One.parse(await made.json())
    expect(made.headers.get('Location')).toBe(`${all}/${id}`)
    expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
    expect(await ids()).toContain(id)

    const read = await stage.as(who).get(`${all}/${id}`)
    expect(await read.json()).toEqual({ ...added, id })
    expect(read.headers.get('ETag')).toBe(made.headers.get('ETag'))
    const again = await stage.as(who).get(`${all}/${id}`, { 'If-None-Match': read.headers.get('ETag') ?? '' })
    expect(again.status).toBe(304)

    const put = await stage.as(who).put(`${all}/${id}`, { ...added, ...change }, ifMatch(read))
    expect(put.status).toBe(200)
    expect(await put.json()).toEqual({ ...added, ...change, id })
    expect(put.headers.get('ETag')).not.toBe(read.headers.get('ETag'))
    await expectProblem(await stage.as(who).delete(`${all}/${id}`, ifMatch(read)), 412, { code: 'changed' })
    expect((await stage.as(who).delete(`${all}/${id}`, ifMatch(put))).status).toBe(204)
    expect(await ids()).not.toContain(id)
    await expectProblem(await stage.as(who).get(`${all}/${id}`), 404, { code: 'not-found' })
  })

  it('refuses an id that is taken, a change of what was not read, and a change of what is not there', async () => {
    const given = { ...added, id: `neu.${path}` }
    const made = await stage.as(who).post(all, given)
    expect(await made.json()).toEqual(given)
    const place = { in: 'body', pointer: '/id', code: 'duplicate-id' }
    await expectProblem(await stage.as(who).post(all, given), 422, { code: 'invalid', errors: [place] })
    const one = `${all}/neu.${path}`
    await expectProblem(await stage.as(who).put(one, given), 428, { code: 'unconditional' })
    await expectProblem(await stage.as(who).delete(one), 428, { code: 'unconditional' })
    await expectProblem(await stage.as(who).put(one, given, { 'If-Match': '"0"' }), 412, { code: 'changed' })
    await expectProblem(await stage.as(who).put(one, { ...given, id: 'other' }, ifMatch(made)), 422, {
      errors: [{ in: 'body', pointer: '/id', code: 'not-one-of', allowed: [`neu.${path}`] }],
    })
    await expectProblem(await stage.as(who).put(`${all}/nowhere`, added, ifMatch(made)), 404, { code: 'not-found' })
    await expectProblem(await stage.as(who).delete(`${all}/nowhere`, ifMatch(made)), 404, { code: 'not-found' })
    await expectProblem(await stage.as(who).post(all, { ...added, odd: 1 }), 422, {
      errors: [{ in: 'body', pointer: '/odd', code: 'unknown-field' }],
    })
    expect((await stage.as(who).delete(one, ifMatch(made))).status).toBe(204)
  })

  it('takes up one thing however often it is sent under one key', async () => {
    const key = { 'Idempotency-Key': `once ${path}` }
    const [first, second] = [await stage.as(who).post(all, added, key), await stage.as(who).post(all, added, key)]
    const made = await first.text()
    expect([second.status, await second.text()]).toEqual([201, made])
    await expectProblem(await stage.as(who).post(all, { ...added, ...change }, key), 422, { code: 'key-of-another' })
    const one = `${all}/${One.parse(JSON.parse(made)).id}`
    const once = { 'Idempotency-Key': `twice ${path}`, ...ifMatch(first) }
    const put = await stage.as(who).put(one, { ...added, ...change }, once)
    expect([put.status, (await stage.as(who).put(one, { ...added, ...change }, once)).status]).toEqual([200, 200])
    expect((await stage.as(who).delete(one, ifMatch(put))).status).toBe(204)
  })

  it('keeps of two changes at once the one that came first', async () => {
    const made = await stage.as(who).post(all, added)
    const one = `${all}/${One.parse(await made.json()).id}`
    const changes = [change, { ...change }].map((fields) =>
      stage.as(who).put(one, { ...added, ...fields }, ifMatch(made)),
    )
    const answers = await Promise.all(changes)
    expect(statusesOf(answers)).toEqual([200, 412])
    expect((await stage.as(who).delete(one, { 'If-Match': '*' })).status).toBe(204)
  })
})

it('two changes of different things at once are not in each other’s way', async () => {
  const paths = ['/v1/products/payroll-a', '/v1/products/payroll-b']
  const changes = paths.map(async (path) => {
    const read = await stage.as('coordinator').get(path)
    const body = { ...One.parse(await read.clone().json()), vendor: 'Vendor X' }
    return stage.as('coordinator').put(path, body, ifMatch(read))
  })
  expect(statusesOf(await Promise.all(changes))).toEqual([200, 200])
})

describe('the region itself', () => {
  const path = '/v1/region/settings'

  it('is changed by the coordinator as they have seen it, and by nobody else', async () => {
    const read = await stage.as('lk-p1').get(path)
    expect(await read.json()).toEqual(reference.region)
    const next = { ...reference.region, settings: { ...reference.region.settings, horizonDays: 120 } }
    await expectProblem(await stage.as('hr-lk').put(path, next, ifMatch(read)), 403, { code: 'forbidden' })
    await expectProblem(await stage.as('coordinator').put(path, next), 428, { code: 'unconditional' })
    const answers = await Promise.all(
      [next, next].map((head) => stage.as('coordinator').put(path, head, ifMatch(read))),
    )
    expect(statusesOf(answers)).toEqual([200, 412])
    const now = await stage.as('coordinator').get(path)
    expect((await stage.as('coordinator').put(path, reference.region, ifMatch(now))).status).toBe(200)
  })

  it('keeps its id', async () => {
    const read = await stage.as('coordinator').get(path)
    const other = { ...reference.region, id: 'elsewhere' }
    await expectProblem(await stage.as('coordinator').put(path, other, ifMatch(read)), 422, {
      errors: [{ in: 'body', pointer: '/id', code: 'not-one-of', allowed: ['wolfenbuettel'] }],
    })
  })
})

describe('what others refer to', () => {
  it('stays, and every place is named', async () => {
    const read = await stage.as('coordinator').get('/v1/products/payroll-a')
    const gone = await stage.as('coordinator').delete('/v1/products/payroll-a', ifMatch(read))
    await expectProblem(gone, 422, { code: 'invalid' })
  })
})

describe('a preview', () => {
  it('tells what a change would break, and stores nothing', async () => {
    const before = (await stage.api.ports.regions.stateOf('wolfenbuettel'))?.state
    const cover = reference.specialists.find(({ id }) => id === 'lk-p1')
    const command = { kind: 'put-entry', in: 'specialists', member: { ...cover, competences: [] } }
    const preview = await stage.as('hr-lk').post('/v1/previews', command)
    expect(preview.status).toBe(200)
    const effect = EffectView.parse(await preview.json())
    expect(effect.broken).toMatchObject([{ booking: '01J0000000000000000000BK01' }])
    expect(new Set(effect.openedNeeds.map((need) => need.authority))).toEqual(new Set(['sg-sickte']))
    for (const gap of effect.opened) expect(gap.authority).toBe('lk-wolfenbuettel')
    expect((await stage.api.ports.regions.stateOf('wolfenbuettel'))?.state).toBe(before)
  })

  it.each<readonly [string, Somebody, object, number]>([
    [
      'of somebody else’s person, as of nobody',
      'hr-sickte',
      { kind: 'remove-entry', in: 'specialists', id: 'lk-p1' },
      404,
    ],
    ['of nobody', 'hr-sickte', { kind: 'remove-entry', in: 'specialists', id: 'nobody' }, 404],
    ['of the region', 'hr-lk', { kind: 'put-head', head: reference.region }, 403],
    ['of another kind', 'hr-lk', { kind: 'delete-expired' }, 422],
  ])('%s is refused as the change itself', async (_name, who, command, status) => {
    expect((await stage.as(who).post('/v1/previews', command)).status).toBe(status)
  })
})

it('all of that is in a log that holds together', async () => {
  const verdict = await stage.as('coordinator').get('/v1/audit/verification')
  expect(AuditVerdict.parse(await verdict.json()).findings).toEqual([])
  expect(stage.api.reported).toEqual([])
})
