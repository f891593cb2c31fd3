import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { inTime } from './in-time.ts'

describe('work', () => {
  it('that ends in time tells what came of it', async () => {
    expect(await inTime(Promise.resolve('done'))).toBe('done')
    expect(await inTime(setTimeout(10, 'done'))).toBe('done')
  })

  it('that fails in time fails', async () => {
    await expect(inTime(Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  })

  it('that does not end is left to itself after two and a half seconds, less what was waited before', async () => {
    const began = performance.now()
    expect(await inTime(Promise.withResolvers().promise, { waitedMilliseconds: 2300 })).toBeUndefined()
    const waited = performance.now() - began
    expect(waited).toBeGreaterThanOrEqual(199)
    expect(waited).toBeLessThan(2000)
  })

  it('for which all time is spent has none left', async () => {
    const began = performance.now()
    expect(await inTime(Promise.withResolvers().promise, { waitedMilliseconds: 9000 })).toBeUndefined()
    expect(performance.now() - began).toBeLessThan(2000)
  })
})
