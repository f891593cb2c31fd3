import { expect, it } from 'vitest'
import { requestLimit } from './request-limit.ts'

it('lets everybody ask so often in a minute, each by themselves, and then says how long to wait', async () => {
  const limit = requestLimit(2)
  expect(await limit('one')).toMatchObject({ requests: 2, seconds: 60, left: 1, isSpent: false })
  expect(await limit('one')).toMatchObject({ left: 0, isSpent: false })
  const { resetSeconds, ...spent } = await limit('one')
  expect(spent).toEqual({ requests: 2, seconds: 60, left: 0, isSpent: true })
  expect(resetSeconds).toBeGreaterThan(0)
  expect(resetSeconds).toBeLessThanOrEqual(60)
  expect(await limit('another')).toMatchObject({ left: 1, isSpent: false })
})
