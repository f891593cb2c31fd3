import { describe, expect, it } from 'vitest'
import type { Booking } from '../booking.ts'
import { putBooking } from '../booking-change.ts'
import type { Command } from '../command.ts'
import { cover, decided, lending, monday, refused, request } from '../test-command.ts'

const note: Command = { kind: 'note-hand-over', booking: 'cover', handOver: { done: ['access'], openCases: 4 } }
const noted = { done: ['access'], openCases: 4 }

describe('a hand-over', () => {
  it.each<readonly [string, Booking, string]>([
    ['of a request', request(), monday],
    ['of a cover to come', cover(), monday],
    ['to the end of its last day', cover(), '2026-06-10T21:59:59.999Z'],
    ['in place of what was noted before', cover({ handOver: { done: ['contacts', 'access'] } }), monday],
  ])('is noted %s', (_, booking, at) => {
    expect(decided(lending({ bookings: [booking] }), note, { at })).toEqual({
      changes: [putBooking({ ...booking, handOver: noted })],
      ledger: [],
      notices: [],
    })
  })

  it.each<readonly [Booking['status'], Booking, string]>([
    ['done', cover(), '2026-06-10T22:00:00.000Z'],
    ['reconciled', cover({ status: 'reconciled' }), monday],
    ['ended', cover({ status: 'ended' }), monday],
  ])('is not noted once the cover is %s', (status, booking, at) => {
    expect(refused(lending({ bookings: [booking] }), note, { at })).toEqual({ code: 'wrong-status', status })
  })

  it('is not noted of a booking that is not there', () => {
    expect(refused(lending(), note)).toEqual({ code: 'unknown', what: 'booking', id: 'cover' })
  })
})
