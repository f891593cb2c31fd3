import { describe, expect, it } from 'vitest'
import { type Change, canonical, changed } from './change.ts'
import type { Region } from './region.ts'

const region: Region = {
  format: 'vertretbar-region/1',
  region: {
    id: 'r',
    name: 'R',
    timeZone: 'Europe/Berlin',
    collectionOffices: [],
    conflicts: [],
    settings: { horizonDays: 90, requestExpiryWorkingDays: 3 },
  },
  serviceAreas: [],
  products: [
    { id: 'b', name: 'B', vendor: 'V', accessLeadWorkingDays: 1 },
    { id: 'a', name: 'A', vendor: 'V', accessLeadWorkingDays: 1 },
  ],
  authorities: [],
  agreements: [],
  specialists: [],
  requirements: [],
  absences: [],
  bookings: [],
  refusals: [],
}
const refusal = { requirement: 'q', need: 0, halfDay: '2026-12-07/am', specialist: 'p' }
const named = (id: string, name: string) => ({ id, name, vendor: 'V', accessLeadWorkingDays: 1 })

describe('a region after changes', () => {
  it.each<[string, Change, Partial<Region>]>([
    [
      'a thing is put where there was none, in the order of ids',
      { kind: 'put', in: 'products', member: named('aa', 'New') },
      { products: [named('a', 'A'), named('aa', 'New'), named('b', 'B')] },
    ],
    [
      'a thing is put in the place of the one with its id',
      { kind: 'put', in: 'products', member: named('b', 'Other') },
      { products: [named('a', 'A'), named('b', 'Other')] },
    ],
    ['a thing is removed', { kind: 'remove', in: 'products', id: 'a' }, { products: [named('b', 'B')] }],
    [
      'the region itself is changed',
      { kind: 'put-head', head: { ...region.region, name: 'Other' } },
      { region: { ...region.region, name: 'Other' } },
    ],
    ['a refusal is put', { kind: 'put-refusal', refusal }, { refusals: [refusal] }],
    ['a refusal that is not there is removed', { kind: 'remove-refusal', refusal }, { refusals: [] }],
  ])('%s', (_, change, expected) => expect(changed(region, [change])).toEqual({ ...region, ...expected }))

  it('shares with the region before what no change names', () => {
    const after = changed(region, [{ kind: 'put-refusal', refusal }])
    expect(after.products).toBe(region.products)
  })

  it('knows a refusal that is put twice once', () => {
    const put: Change = { kind: 'put-refusal', refusal: { ...refusal } }
    expect(changed(region, [put, put]).refusals).toEqual([refusal])
  })
})

describe('a region in canonical order', () => {
  it('lists by id, and each refusal once', () => {
    const { products, refusals } = canonical({ ...region, refusals: [refusal, { ...refusal }] })
    expect(products.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(refusals).toEqual([refusal])
  })
})
