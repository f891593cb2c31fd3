import { expect, it } from 'vitest'
import { PageQuery, pageOf } from './page.ts'

const things = (...ids: readonly string[]) => ids.map((id) => ({ id }))
const page = (ids: readonly string[], query: object = {}) => pageOf(things(...ids), PageQuery.parse(query))

it.each<readonly [string, readonly string[], number, readonly string[], boolean]>([
  ['nothing', [], 2, [], false],
  ['as much as there is', ['a', 'b'], 2, ['a', 'b'], false],
  ['one more than a page holds', ['a', 'b', 'c'], 2, ['a', 'b'], true],
])('a page of %s', (_, ids, limit, told, goesOn) => {
  const { items, next } = page(ids, { limit: String(limit) })
  expect([items.map(({ id }) => id), next !== undefined]).toEqual([told, goesOn])
})

it.each<readonly [string, readonly string[], readonly string[]]>([
  ['stays, goes on after what was told', ['a', 'b', 'c', 'd'], ['c', 'd']],
  ['has lost what was told last, goes on after it', ['a', 'c', 'd'], ['c', 'd']],
  ['has something new before that, does not go back', ['a', 'aa', 'b', 'c', 'd'], ['c', 'd']],
  ['has something new after that, tells it', ['a', 'b', 'bb', 'c', 'd'], ['bb', 'c', 'd']],
  ['has lost all the rest, ends', ['a', 'b'], []],
])('a list that %s', (_, later, rest) => {
  const { next } = page(['a', 'b', 'c', 'd'], { limit: '2' })
  expect(page(later, { cursor: next }).items.map(({ id }) => id)).toEqual(rest)
})

it.each(['0', '201', '1.5', 'x', ''])('no page holds %j', (limit) => {
  expect(PageQuery.safeParse({ limit }).success).toBe(false)
})

it.each(['', 'a b', 'a=', 'ä', 'a'.repeat(401)])('no page goes on at %j', (cursor) => {
  expect(PageQuery.safeParse({ cursor }).success).toBe(false)
})
