import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { expectProblem } from './asking.ts'
import { ifMatch, type Somebody, type StagedApi, staged } from './cast.ts'
import { referenceRegion } from './local-api.ts'

let stage: StagedApi
beforeAll(async () => {
  stage = await staged()
})
afterAll(() => stage.api.close())

const reference = referenceRegion()
const Page = z.looseObject({ items: z.array(z.looseObject({ id: z.string() })) })
const listed = async (who: Somebody, path: string) =>
  Page.parse(await (await stage.as(who).get(`/v1/${path}`)).json()).items.map(({ id }) => id)

describe('a list tells', () => {
  const [kreisStadt, pool, vergabe] = ['zv-kreis-stadt', 'payroll-pool', 'vergabe-stadt'] as const
  const people = (authority: string) =>
    reference.specialists.filter((one) => one.authority === authority).map(({ id }) => id)
  const needs = (authority: string) =>
    reference.requirements.filter((one) => one.authority === authority).map(({ id }) => id)
  const [lk, sickte] = ['lk-wolfenbuettel', 'sg-sickte'] as const
  it.each<readonly [path: string, who: Somebody, ids: readonly string[]]>([
    ['authorities', 'lk-p1', reference.authorities.map(({ id }) => id)],
    ['products', 'lk-p1', reference.products.map(({ id }) => id)],
    ['service-areas', 'controller-lk', reference.serviceAreas.map(({ id }) => id)],
    ['agreements', 'hr-lk', [kreisStadt, pool]],
    ['agreements', 'hr-sickte', [pool, vergabe]],
    ['agreements', 'controller-lk', [kreisStadt, pool]],
    ['agreements', 'coordinator', [kreisStadt, pool, vergabe]],
    ['specialists', 'hr-lk', people(lk)],
    ['specialists', 'hr-sickte', people(sickte)],
    ['specialists', 'head-lk', people(lk).filter((id) => id.startsWith('lk-p'))],
    ['specialists', 'lk-p1', ['lk-p1']],
    ['specialists', 'coordinator', reference.specialists.map(({ id }) => id)],
    ['requirements', 'hr-lk', needs(lk)],
    ['requirements', 'head-lk', needs(lk)],
    ['requirements', 'hr-sickte', needs(sickte)],
    ['requirements', 'coordinator', reference.requirements.map(({ id }) => id)],
  ])('of %s to %s what is theirs to know', async (path, who, ids) => {
    expect((await listed(who, path)).toSorted()).toEqual(ids.toSorted())
  })

  it.each<readonly [path: string, who: Somebody]>([
    ['agreements', 'lk-p1'],
    ['specialists', 'controller-lk'],
    ['requirements', 'lk-p1'],
    ['requirements', 'controller-lk'],
    ['authorities', 'operator'],
    ['region/settings', 'operator'],
  ])('of %s nothing to %s', async (path, who) => {
    await expectProblem(await stage.as(who).get(`/v1/${path}`), 403, { code: 'forbidden' })
  })
})

describe('a person is told', () => {
  const post = ['authority', 'displayName', 'homeArea', 'id']
  const work = ['access', 'authorisations', 'competences', 'employment', 'weeklyMinutes', 'workPattern']
  const limits = ['coverLimitHalfDaysPerWeek', 'exclusions']
  it.each<readonly [who: Somebody, fields: readonly string[]]>([
    ['hr-lk', [...post, ...work, ...limits]],
    ['lk-p1', [...post, ...work, ...limits]],
    ['head-lk', [...post, ...work]],
    ['coordinator', post],
  ])('to %s with these fields and no others', async (who, fields) => {
    const person = await (await stage.as(who).get('/v1/specialists/lk-p1')).json()
    expect(Object.keys(z.looseObject({}).parse(person)).toSorted()).toEqual(fields.toSorted())
  })
})

const find = (things: readonly { readonly id: string }[], like: string) => things.find(({ id }) => id === like)

it('a person whom the coordinator adds is told to them by name and post alone', async () => {
  const person = { ...find(reference.specialists, 'cr-p1'), id: 'cr-p2', displayName: 'CR P2' }
  const added = await stage.as('coordinator').post('/v1/specialists', person)
  const told = { id: 'cr-p2', displayName: 'CR P2', authority: 'cremlingen', homeArea: 'payroll' }
  expect([added.status, await added.json()]).toEqual([201, told])
  const put = await stage.as('coordinator').put('/v1/specialists/cr-p2', person, ifMatch(added))
  await expectProblem(put, 403, { code: 'forbidden' })
})

describe('what is not theirs', () => {
  it.each<readonly [list: string, id: string, thing: object | undefined, write: number]>([
    ['specialists', 'lk-p1', find(reference.specialists, 'lk-p1'), 404],
    ['requirements', 'lk-wolfenbuettel.payroll.1', find(reference.requirements, 'lk-wolfenbuettel.payroll.1'), 404],
    ['agreements', 'zv-kreis-stadt', find(reference.agreements, 'zv-kreis-stadt'), 403],
  ])('and what is not there is answered alike (%s/%s)', async (list, id, thing, write) => {
    const asked = ['get', 'put', 'delete'] as const
    const told = async (method: (typeof asked)[number], one: string) => {
      const [path, match] = [`/v1/${list}/${one}`, { 'If-Match': '*' }]
      const hr = stage.as('hr-sickte')
      const answer = await (method === 'put' ? hr.put(path, { ...thing, id: one }, match) : hr[method](path, match))
      return [answer.status, (await answer.text()).replaceAll(one, '…')]
    }
    for (const method of asked) {
      const foreign = await told(method, id)
      expect(foreign).toEqual(await told(method, 'nowhere'))
      expect([method, foreign[0]]).toEqual([method, method === 'get' ? 404 : write])
    }
  })

  it.each<readonly [string, Somebody, 'specialists' | 'requirements', string]>([
    ['a person at another authority', 'hr-sickte', 'specialists', 'cr-p1'],
    ['a requirement of another authority', 'hr-sickte', 'requirements', 'cremlingen.payroll.1'],
    ['a requirement of another area', 'head-lk', 'requirements', 'lk-wolfenbuettel.audit.1'],
  ])('is not added: %s', async (_, who, list, like) => {
    const thing = [...reference.specialists, ...reference.requirements].find(({ id }) => id === like)
    await expectProblem(await stage.as(who).post(`/v1/${list}`, { ...thing, id: 'new-one' }), 403, {
      code: 'forbidden',
    })
  })

  it('is not reached by moving one’s own there', async () => {
    const read = await stage.as('hr-lk').get('/v1/specialists/lk-p3')
    const moved = { ...z.looseObject({}).parse(await read.clone().json()), authority: 'cremlingen' }
    await expectProblem(await stage.as('hr-lk').put('/v1/specialists/lk-p3', moved, ifMatch(read)), 403, {
      code: 'forbidden',
    })
  })
})

describe('what everybody may read', () => {
  it.each<readonly [path: string, who: Somebody]>([
    ['authorities/cremlingen', 'hr-lk'],
    ['authorities/lk-wolfenbuettel', 'lk-p1'],
    ['products/payroll-a', 'hr-lk'],
    ['service-areas/audit', 'hr-lk'],
    ['agreements/payroll-pool', 'hr-lk'],
    ['agreements/payroll-pool', 'controller-lk'],
  ])('is not theirs to change: %s by %s', async (path, who) => {
    const read = await stage.as(who).get(`/v1/${path}`)
    const body: unknown = await read.clone().json()
    await expectProblem(await stage.as(who).put(`/v1/${path}`, body, ifMatch(read)), 403, { code: 'forbidden' })
    await expectProblem(await stage.as(who).delete(`/v1/${path}`, ifMatch(read)), 403, { code: 'forbidden' })
  })

  it('is changed by an authority’s own HR where it is about their authority', async () => {
    const path = '/v1/authorities/lk-wolfenbuettel'
    const read = await stage.as('hr-lk').get(path)
    const before = z.looseObject({ closures: z.array(z.unknown()) }).parse(await read.clone().json())
    const closed = { ...before, closures: [...before.closures, { date: '2027-02-15' }] }
    expect((await stage.as('hr-lk').put(path, closed, ifMatch(read))).status).toBe(200)
  })
})
