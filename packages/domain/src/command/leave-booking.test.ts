import { describe, expect, it } from 'vitest'
import type { Booking } from '../booking.ts'
import type { Command } from '../command.ts'
import {
  after,
  ask,
  bookingOf,
  cover,
  decided,
  inHouse,
  lending,
  monday,
  refused,
  request,
  thursday,
  told,
  wednesday,
  wednesdayPm,
} from '../test-command.ts'
import { areasWith } from '../test-region.ts'

const withdraw: Command = { kind: 'withdraw-booking', booking: 'cover' }
const recall: Command = { kind: 'recall-booking', booking: 'cover', as: 'specialist' }
const recallByLender: Command = { ...recall, as: 'lender' }
const three = { halfDays: [wednesday, wednesdayPm, thursday] }
const held = (booking: Booking) => lending({ bookings: [booking] })

/** Tuesday evening, Wednesday, Thursday's last millisecond and the one after it. */
const tuesday = '2026-06-09T21:59:59.999Z'
const onWednesday = '2026-06-09T22:00:00.000Z'
const lateWednesday = '2026-06-10T21:59:59.999Z'
const onThursday = '2026-06-10T22:00:00.000Z'
const onFriday = '2026-06-11T22:00:00.000Z'

describe.each<readonly [string, Command, reason: 'withdrawn' | 'recalled']>([
  ['withdrawn by who asked', withdraw, 'withdrawn'],
  ['recalled by the person', recall, 'recalled'],
  ['recalled by the lender', recallByLender, 'recalled'],
])('a cover that was agreed to is %s', (_, command, reason) => {
  it.each([
    ['on the day they were booked', monday],
    ['to the last moment of the day before', tuesday],
  ])('whole as long as none of its half-days has begun: %s', (_when, at) => {
    const released = [{ halfDays: three.halfDays, reason, at, confirmed: true }]
    expect(bookingOf(after(held(cover(three)), command, { at }))).toEqual(
      cover({ status: 'ended', reason, closedAt: at, halfDays: [], released }),
    )
    expect(told(decided(held(cover(three)), command, { at }))).toEqual([
      `${reason} city-p1 ${three.halfDays.join(' ')}: city-p1, hr city, hr parish`,
    ])
  })

  it.each([
    ['from midnight', onWednesday],
    ['to midnight', lateWednesday],
  ])('but for the half-days of a day that has begun, which stay and settle: %s', (_when, at) => {
    const released = [{ halfDays: [thursday], reason, at, confirmed: true }]
    expect(bookingOf(after(held(cover(three)), command, { at }))).toEqual(
      cover({ halfDays: [wednesday, wednesdayPm], released }),
    )
    expect(told(decided(held(cover(three)), command, { at }))).toEqual([
      `${reason} city-p1 ${thursday}: city-p1, hr city, hr parish`,
    ])
  })

  it('not once its last day has begun', () => {
    expect(refused(held(cover(three)), command, { at: onThursday })).toEqual({ code: 'all-begun' })
  })

  it.each<readonly [string, Partial<Booking>, string, Booking['status']]>([
    ['is over', three, onFriday, 'done'],
    ['is settled', { status: 'reconciled' }, onFriday, 'reconciled'],
    ['has ended', { status: 'ended' }, monday, 'ended'],
  ])('not one that %s', (_when, fields, at, status) => {
    expect(refused(held(cover(fields)), command, { at })).toEqual({ code: 'wrong-status', status })
  })

  it('not one that is not there', () => {
    expect(refused(lending(), command)).toEqual({ code: 'unknown', what: 'booking', id: 'cover' })
  })

  it('after some of it left already', () => {
    const released = [{ halfDays: [wednesdayPm], reason: 'broken' as const, at: monday, confirmed: true }]
    const booking = cover({ halfDays: [wednesday], released })
    expect(bookingOf(after(held(booking), command)).released).toEqual([
      ...released,
      { halfDays: [wednesday], reason, at: monday, confirmed: true },
    ])
  })

  it('and its gap is back', () => {
    expect(refused(held(cover()), ask({ specialist: 'city-p2' }))).toMatchObject({
      halfDays: [{ codes: ['not-short'] }],
    })
    expect(decided(after(held(cover()), command), ask({})).changes).toHaveLength(1)
  })

  it('and the head of the area is told where that is who lends', () => {
    const serviceAreas = areasWith('payroll', { lenderConsent: 'area-head' })
    expect(told(decided(lending({ bookings: [cover()], serviceAreas }), command))).toEqual([
      `${reason} city-p1 ${wednesday}: city-p1, head city payroll, hr parish`,
    ])
  })

  it('and in-house the head of the area that lends is told', () => {
    expect(told(decided(held(inHouse({ status: 'confirmed' })), command))).toEqual([
      `${reason} parish-r1 ${wednesday}: parish-r1, head parish registry, hr parish`,
    ])
  })
})

describe('a request', () => {
  it.each([
    ['before it', monday],
    ['after its first day has begun', lateWednesday],
    ['after it', onFriday],
  ])('is withdrawn whole, for nothing of it was worked: %s', (_, at) => {
    const index = held(request({ ...three, expiresAt: '2026-07-01T15:00:00.000Z' }))
    expect(bookingOf(after(index, withdraw, { at }))).toEqual({
      ...bookingOf(index),
      status: 'ended',
      reason: 'withdrawn',
      closedAt: at,
    })
    expect(told(decided(index, withdraw, { at }))).toEqual([
      `withdrawn city-p1 ${three.halfDays.join(' ')}: city-p1, hr city, hr parish`,
    ])
  })

  it.each([recall, recallByLender])('is refused rather than recalled', (command) => {
    expect(refused(held(request()), command)).toEqual({ code: 'wrong-status', status: 'requested' })
  })
})
