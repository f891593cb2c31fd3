import { expect, it } from 'vitest'
import { requestLimit } from './request-limit.ts'

it('lets everybody ask so often in a minute, each by themselves, and then says how long to wait', async () => {
  const limit = requestLimit(2)
  expect([await limit('one'), await limit('one')]).toEqual([undefined, undefined])
  const wait = await limit('one')
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(60)
  expect(await limit('another')).toBeUndefined()
})
