import { describe, expect, it } from 'vitest'
import { nightOn } from './night.ts'

describe('the night of an instant', () => {
  it.each([
    ['just before half past three, in winter', '2026-12-07T02:29:59Z', undefined],
    ['at half past three', '2026-12-07T02:30:00Z', '2026-12-07'],
    ['at half past three, in summer', '2026-07-01T01:30:00Z', '2026-07-01'],
    ['until the last second of the day', '2026-12-07T22:59:59Z', '2026-12-07'],
    ['after midnight it is another that has not come yet', '2026-12-07T23:00:00Z', undefined],
    ['on the day that skips the hour from two to three, before', '2026-03-29T01:29:59Z', undefined],
    ['on that day, on time', '2026-03-29T01:30:00Z', '2026-03-29'],
    ['on the day that repeats it, an hour after the first half past two', '2026-10-25T01:30:00Z', undefined],
    ['on that day, on time', '2026-10-25T02:30:00Z', '2026-10-25'],
    ['in the last half-hour of the year elsewhere', '2026-12-31T23:30:00Z', undefined],
  ])('%s', (_, instant, night) => expect(nightOn(Date.parse(instant))).toBe(night))
})
