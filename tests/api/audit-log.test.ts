import { AuditLine } from '@vertretbar/usecases/audit-view'
import { AuditVerdict } from '@vertretbar/usecases/verify-audit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { expectProblem } from './asking.ts'
import { type Somebody, type StagedApi, staged } from './cast.ts'

let stage: StagedApi
beforeAll(async () => {
  stage = await staged()
  for (const [who, specialist] of [
    ['hr-lk', 'lk-p1'],
    ['hr-sickte', 'si-p1'],
    ['hr-lk', 'lk-p2'],
  ] as const) {
    const away = { specialist, from: '2027-03-01/am', to: '2027-03-01/pm' }
    expect((await stage.as(who).post('/v1/absences', away)).status).toBe(201)
  }
})
afterAll(() => stage.api.close())

const Page = z.strictObject({ items: z.array(AuditLine), next: z.string().optional() })
const page = async (who: Somebody, query = '') =>
  Page.parse(await (await stage.as(who).get(`/v1/audit${query}`)).json())

describe('the audit log', () => {
  it('tells the coordinator everything, the newest first', async () => {
    const { items, next } = await page('coordinator')
    expect(next).toBeUndefined()
    expect(items.map(({ number }) => number)).toEqual(items.map((_, index) => items.length - index))
    expect(items.slice(0, 3).map(({ action, actor }) => [action, actor])).toEqual([
      ['record-absence', stage.ids.get('hr-lk')],
      ['record-absence', stage.ids.get('hr-sickte')],
      ['record-absence', stage.ids.get('hr-lk')],
    ])
    expect(items.at(-1)).toMatchObject({ action: 'import', items: ['*'] })
  })

  it('tells HR what was done at their authority, and of that nothing that lies elsewhere', async () => {
    const { items } = await page('hr-sickte')
    expect(items).toHaveLength(1)
    for (const { items: touched } of items)
      for (const item of touched) expect(item).toMatch(/^sg-sickte\/specialist\/[0-9a-f]{32}$/)
    expect((await page('hr-lk')).items).toHaveLength(2)
  })

  it('is walked without a gap while others write, however short the pages', async () => {
    const whole = (await page('coordinator')).items.map(({ number }) => number)
    const walked: number[] = []
    let query: string | undefined = '?limit=2'
    let written = 0
    while (query !== undefined) {
      const { items, next } = await page('coordinator', query)
      walked.push(...items.map(({ number }) => number))
      query = next === undefined ? undefined : `?limit=2&cursor=${next}`
      written += 1
      const away = { specialist: 'lk-p3', from: `2027-03-0${written}/am`, to: `2027-03-0${written}/am` }
      if (written < 5) await stage.as('hr-lk').post('/v1/absences', away)
    }
    expect(walked).toEqual(whole)
    expect((await page('coordinator')).items.length).toBeGreaterThan(whole.length)
  })

  it('goes on over the end of a month', async () => {
    const before = await page('coordinator')
    stage.api.clock.now = Date.parse('2026-12-01T08:00:00Z')
    const away = { specialist: 'lk-p4', from: '2027-04-01/am', to: '2027-04-01/am' }
    expect((await stage.as('hr-lk').post('/v1/absences', away)).status).toBe(201)
    const first = await page('coordinator', '?limit=1')
    expect(first.items.map(({ at }) => at.slice(0, 7))).toEqual(['2026-12'])
    const rest = await page('coordinator', `?cursor=${first.next}`)
    expect(rest).toEqual(before)
    expect(await page('coordinator')).toEqual({ items: [...first.items, ...before.items] })
  })

  it('is told whole though the clock was put back', async () => {
    stage.api.clock.now = Date.parse('2026-11-30T08:00:00Z')
    const away = { specialist: 'lk-p5', from: '2027-04-01/am', to: '2027-04-01/am' }
    expect((await stage.as('hr-lk').post('/v1/absences', away)).status).toBe(201)
    const numbers: number[] = []
    let query: string | undefined = '?limit=1'
    while (query !== undefined) {
      const { items, next } = await page('coordinator', query)
      numbers.push(...items.map(({ number }) => number))
      query = next === undefined ? undefined : `?limit=1&cursor=${next}`
    }
    const verdict = AuditVerdict.parse(await (await stage.as('coordinator').get('/v1/audit/verification')).json())
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: verdict.entries }, (_, at) => at + 1))
  })

  it.each<readonly [string, string]>([
    ['is none', 'bm90aGluZw'],
    ['holds what is none', '-'],
  ])('refuses a cursor that %s', async (_, cursor) => {
    await expectProblem(await stage.as('hr-lk').get(`/v1/audit?cursor=${cursor}`), 422, {
      errors: [{ in: 'query', pointer: '/cursor', code: 'wrong-format', format: 'cursor' }],
    })
  })

  it.each<readonly [Somebody, number, number]>([
    ['lk-p1', 403, 403],
    ['head-lk', 403, 403],
    ['controller-lk', 403, 200],
    ['operator', 403, 200],
    ['hr-lk', 200, 200],
  ])('is read and verified by whom it concerns: %s %i %i', async (who, read, verified) => {
    const answers = [await stage.as(who).get('/v1/audit'), await stage.as(who).get('/v1/audit/verification')]
    expect(answers.map(({ status }) => status)).toEqual([read, verified])
  })

  it('verifies, and says how long it is', async () => {
    const verdict = AuditVerdict.parse(await (await stage.as('controller-lk').get('/v1/audit/verification')).json())
    expect(verdict.findings).toEqual([])
    expect(verdict.entries).toBe((await page('coordinator')).items.length)
  })
})
