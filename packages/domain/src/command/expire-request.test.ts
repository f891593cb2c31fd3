import { describe, expect, it } from 'vitest'
import type { Booking } from '../booking.ts'
import type { Command } from '../command.ts'
import {
  after,
  ask,
  bookingOf,
  decided,
  lending,
  monday,
  refused,
  request,
  thursday,
  told,
  wednesday,
} from '../test-command.ts'

const expire: Command = { kind: 'expire-request', booking: 'cover' }
const expiresAt = '2026-06-04T15:00:00.000Z'
const held = (fields: Partial<Booking> = {}) => lending({ bookings: [request(fields)] })

describe('a request that nobody answers', () => {
  it('does not end a millisecond before its time', () => {
    expect(refused(held(), expire, { at: '2026-06-04T14:59:59.999Z' })).toEqual({ code: 'not-expired', expiresAt })
  })

  it.each([expiresAt, '2026-06-20T08:00:00.000Z'])('ends at its time or later: %s', (at) => {
    const ended = request({ status: 'ended', reason: 'expired', closedAt: at })
    expect(bookingOf(after(held(), expire, { at }))).toEqual(ended)
  })

  it('goes back to whoever asked, and to the coordinator', () => {
    const halfDays = [thursday, wednesday]
    expect(told(decided(held({ halfDays }), expire, { at: expiresAt }))).toEqual([
      `expired city-p1 ${thursday} ${wednesday}: hr parish, coordinator`,
    ])
  })

  it('waits on with the consent of one side, and no longer than without', () => {
    const index = after(held(), { kind: 'consent', booking: 'cover', as: 'lender', way: 'in-person' })
    expect(bookingOf(after(index, expire, { at: expiresAt }))).toMatchObject({ status: 'ended', reason: 'expired' })
  })

  it('frees the person', () => {
    expect(decided(after(held(), expire, { at: expiresAt }), ask({}), { at: expiresAt }).changes).toHaveLength(1)
  })

  it('that a file states without its time ends at 17:00 on the lender’s working day before it', () => {
    const { expiresAt: _, ...undated } = request({ halfDays: [thursday, '2026-06-15/pm', '2026-06-16/am'] })
    const index = lending({ bookings: [undated], city: { closures: [{ date: '2026-06-10' }] } })
    const at = '2026-06-09T15:00:00.000Z'
    expect(refused(index, expire, { at: '2026-06-09T14:59:59.999Z' })).toEqual({ code: 'not-expired', expiresAt: at })
    expect(bookingOf(after(index, expire, { at }))).toMatchObject({ status: 'ended', reason: 'expired' })
  })

  it.each(['confirmed', 'reconciled', 'ended'] as const)('is no other: %s', (status) => {
    expect(refused(held({ status }), expire)).toEqual({ code: 'wrong-status', status })
  })

  it('has to be there', () => {
    expect(refused(lending(), expire, { at: monday })).toEqual({ code: 'unknown', what: 'booking', id: 'cover' })
  })
})
