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
const Things = z.array(z.looseObject({ id: z.string() }))
const Page = z.looseObject({
  next: z.string().optional(),
  items: Things.optional(),
  bookings: Things.optional(),
  absences: Things.optional(),
})

/** The ids of a list, walked in pages; between them something else happens. */
async function walked(who: Somebody, path: string, between: () => Promise<unknown>): Promise<string[]> {
  const ids: string[] = []
  let query = '?limit=3'
  for (;;) {
    const { next, items, bookings, absences } = Page.parse(
      await (await stage.as(who).get(`/v1/${path}${query}`)).json(),
    )
    const told = items ?? bookings ?? absences ?? []
    expect(told.length).toBeLessThanOrEqual(3)
    ids.push(...told.map(({ id }) => id))
    if (next === undefined) return ids
    query = `?limit=3&cursor=${next}`
    await between()
  }
}

const quiet = () => Promise.resolve()

describe('a list in pages', () => {
  it.each<readonly [path: string, who: Somebody, ids: readonly { readonly id: string }[]]>([
    ['authorities', 'coordinator', reference.authorities],
    ['products', 'coordinator', reference.products],
    ['requirements', 'coordinator', reference.requirements],
    ['specialists', 'coordinator', reference.specialists],
    ['absences', 'hr-lk', []],
    ['bookings', 'hr-lk', []],
    ['members', 'coordinator', []],
  ])('of %s tells each thing once', async (path, who, things) => {
    const ids = await walked(who, path, quiet)
    expect(ids).toEqual([...new Set(ids)].toSorted())
    expect(ids.length).toBeGreaterThan(1)
    for (const { id } of things) expect(ids).toContain(id)
  })

  it('tells what stays once, while things come and go', async () => {
    const coordinator = stage.as('coordinator')
    const product = { name: 'P', vendor: 'V', accessLeadWorkingDays: 1 }
    const ids = Array.from({ length: 12 }, (_, at) => `p-${String(at).padStart(2, '0')}`)
    for (const id of ids) await coordinator.post('/v1/products', { ...product, id })
    let step = 0
    const told = await walked('coordinator', 'products', async () => {
      step += 1
      const gone = `/v1/products/p-0${step * 2}`
      if (step <= 4) await coordinator.delete(gone, ifMatch(await coordinator.get(gone)))
      await coordinator.post('/v1/products', { ...product, id: `p-${step}-new` })
    })
    expect(new Set(told).size).toBe(told.length)
    for (const id of [...ids.filter((one) => !/0[2468]$/.test(one)), ...reference.products.map((one) => one.id)])
      expect(told).toContain(id)
  })

  it.each(['limit=0', 'limit=201', 'limit=x', 'cursor=', 'cursor=%3C'])('refuses %s with its place', async (query) => {
    await expectProblem(await stage.as('hr-lk').get(`/v1/absences?${query}`), 422, {
      code: 'invalid',
      errors: [{ in: 'query', pointer: `/${query.split('=')[0]}` }],
    })
  })
})
