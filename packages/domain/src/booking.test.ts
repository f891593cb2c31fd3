import { describe, expect, it } from 'vitest'
import { type Booking, type BookingStatus, hasBegun, isBinding, isLive, isOver, statusOn } from './booking.ts'
import { dayOf } from './half-day.ts'
import { booking } from './test-region.ts'

const halfDays = ['2026-06-12/pm', '2026-06-10/am', '2026-06-11/pm']
const of = (status: BookingStatus): Booking => booking('city-p1', '2026-06-10/am', { status, halfDays })

describe('the status of a cover', () => {
  it.each<readonly [string, string, BookingStatus]>([
    ['the day before its first half-day', '2026-06-09', 'confirmed'],
    ['the day of its first half-day', '2026-06-10', 'active'],
    ['the day of its last half-day', '2026-06-12', 'active'],
    ['the day after its last half-day', '2026-06-13', 'done'],
  ])('follows from today, whatever is stated: %s', (_, today, status) => {
    for (const stated of ['confirmed', 'active', 'done'] as const)
      expect(statusOn(of(stated), dayOf(today))).toBe(status)
  })

  it.each(['requested', 'reconciled', 'ended'] as const)('stays as stated: %s', (status) => {
    for (const today of ['2026-06-09', '2026-06-10', '2026-06-13'])
      expect(statusOn(of(status), dayOf(today))).toBe(status)
  })

  it('of a morning alone is active all that day', () => {
    const morning = booking('city-p1', '2026-06-10/am')
    expect(statusOn(morning, dayOf('2026-06-10'))).toBe('active')
  })
})

describe('a half-day', () => {
  it.each([
    ['2026-06-09/pm', true, true],
    ['2026-06-10/am', true, false],
    ['2026-06-10/pm', true, false],
    ['2026-06-11/am', false, false],
  ])('%s has begun, or is over, by its date alone on 10 June', (halfDay, begun, over) => {
    expect(hasBegun(halfDay, dayOf('2026-06-10'))).toBe(begun)
    expect(isOver(halfDay, dayOf('2026-06-10'))).toBe(over)
  })
})

it.each<readonly [BookingStatus, live: boolean, binding: boolean]>([
  ['requested', true, false],
  ['confirmed', true, true],
  ['active', true, true],
  ['done', true, true],
  ['reconciled', true, true],
  ['ended', false, false],
])('a booking that is %s claims its half-days and fills the gap accordingly', (status, live, binding) => {
  expect(isLive(of(status))).toBe(live)
  expect(isBinding(of(status))).toBe(binding)
})
