import { describe, expect, it } from 'vitest'
import type { Booking } from '../booking.ts'
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

const yes = (as: 'specialist' | 'lender' | 'both', ...halfDays: string[]) => ({
  kind: 'consent' as const,
  booking: 'cover',
  as,
  way: 'in-person' as const,
  ...(halfDays.length > 0 && { halfDays }),
})
const asked = (fields: Partial<Booking> = {}) => lending({ bookings: [request(fields)] })
const askedInHouse = (fields: Partial<Booking> = {}) => lending({ bookings: [inHouse(fields)] })
const three = { halfDays: [wednesday, wednesdayPm, thursday] }
const given = (...halfDays: string[]) => ({ halfDays, at: monday, by: 'clerk-7', way: 'in-person' as const })

describe('a cover is confirmed', () => {
  it.each([
    ['person first', 'specialist', 'lender'],
    ['lender first', 'lender', 'specialist'],
  ] as const)('with the second of both consents, %s', (_, first, second) => {
    const half = after(asked(), yes(first))
    expect(bookingOf(half)).toEqual(request({ consents: { [first]: given(wednesday) } }))
    expect(told(decided(asked(), yes(first)))).toEqual([])
    expect(bookingOf(after(half, yes(second)))).toEqual(
      cover({ consents: { specialist: given(wednesday), lender: given(wednesday) } }),
    )
    expect(told(decided(half, yes(second)))).toEqual([`confirmed city-p1 ${wednesday}: city-p1, hr city, hr parish`])
  })

  it('in one step by somebody who is person and lender', () => {
    expect(bookingOf(after(asked(), yes('both')))).toEqual(
      cover({ consents: { specialist: given(wednesday), lender: given(wednesday) } }),
    )
  })

  it.each(['specialist', 'both'] as const)('in-house by the person alone, given as %s', (as) => {
    expect(bookingOf(after(askedInHouse(), yes(as)))).toEqual(
      inHouse({ status: 'confirmed', consents: { specialist: given(wednesday) } }),
    )
  })

  it('in-house with a word to the head of the area that lends', () => {
    expect(told(decided(askedInHouse(), yes('specialist')))).toEqual([
      `confirmed parish-r1 ${wednesday}: parish-r1, hr parish`,
      `lent-in-house parish-r1 ${wednesday}: head parish registry`,
    ])
  })

  it('with a word to the head of the area where that is who lends', () => {
    const index = lending({
      bookings: [request()],
      serviceAreas: areasWith('payroll', { lenderConsent: 'area-head' }),
    })
    expect(told(decided(index, yes('both')))).toEqual([
      `confirmed city-p1 ${wednesday}: city-p1, head city payroll, hr parish`,
    ])
  })

  it.each(['telephone', 'deputy'] as const)('with the way each consent came, when, and who gave it: %s', (way) => {
    const at = '2026-06-02T08:00:00.000Z'
    const index = after(after(asked(), yes('specialist')), { ...yes('lender'), way }, { at })
    expect(bookingOf(index).consents).toEqual({
      specialist: given(wednesday),
      lender: { ...given(wednesday), way, at },
    })
  })
})

const rest = (...halfDays: string[]) => ({ halfDays, reason: 'declined' as const, at: monday, confirmed: false })

describe('a consent to some of the half-days', () => {
  it('releases the others at once, and tells who asked', () => {
    const command = yes('specialist', thursday, wednesday, thursday)
    expect(bookingOf(after(asked(three), command))).toEqual(
      request({
        halfDays: [wednesday, thursday],
        consents: { specialist: given(wednesday, thursday) },
        released: [rest(wednesdayPm)],
      }),
    )
    expect(told(decided(asked(three), command))).toEqual([`released city-p1 ${wednesdayPm}: hr parish`])
  })

  it('frees the person for them', () => {
    const elsewhere = ask({ halfDays: [wednesdayPm] })
    expect(refused(asked(three), elsewhere)).toMatchObject({ halfDays: [{ codes: ['not-available'] }] })
    expect(decided(after(asked(three), yes('lender', wednesday)), elsewhere).changes).toHaveLength(1)
  })

  it('confirms what both consented to', () => {
    const half = after(asked(three), yes('specialist', wednesday, wednesdayPm))
    const whole = after(half, yes('lender', wednesday))
    expect(bookingOf(whole)).toMatchObject({
      status: 'confirmed',
      halfDays: [wednesday],
      released: [rest(thursday), rest(wednesdayPm)],
    })
    expect(told(decided(half, yes('lender', wednesday)))).toEqual([
      `released city-p1 ${wednesdayPm}: hr parish`,
      `confirmed city-p1 ${wednesday}: city-p1, hr city, hr parish`,
    ])
  })

  it('of half-days that are not booked is refused with them', () => {
    const half = after(asked(three), yes('specialist', wednesday))
    expect(refused(half, yes('lender', wednesday, thursday, wednesdayPm))).toEqual({
      code: 'not-booked',
      halfDays: [thursday, wednesdayPm],
    })
  })
})

describe('a consent is refused', () => {
  it.each(['specialist', 'lender'] as const)('that was given: %s', (as) => {
    expect(refused(after(asked(), yes(as)), yes(as))).toEqual({ code: 'consent-given', side: as })
    expect(refused(after(asked(), yes(as)), yes('both'))).toEqual({ code: 'consent-given', side: as })
  })

  it('by a lender in-house, for there is none', () => {
    expect(refused(askedInHouse(), yes('lender'))).toEqual({ code: 'no-lender' })
  })

  it('to a booking that is not there', () => {
    expect(refused(lending(), yes('both'))).toEqual({ code: 'unknown', what: 'booking', id: 'cover' })
  })

  it.each<readonly [Booking['status'], Partial<Booking>, string]>([
    ['confirmed', { status: 'confirmed' }, monday],
    ['active', { status: 'confirmed', ...three }, '2026-06-10T08:00:00.000Z'],
    ['done', { status: 'confirmed' }, '2026-06-11T08:00:00.000Z'],
    ['reconciled', { status: 'reconciled' }, monday],
    ['ended', { status: 'ended', reason: 'withdrawn' }, monday],
  ])('to one that is %s', (status, fields, at) => {
    expect(refused(asked(fields), yes('both'), { at })).toEqual({ code: 'wrong-status', status })
  })

  it.each([
    ['at the moment it expires', '2026-06-04T15:00:00.000Z'],
    ['a day later', '2026-06-05T08:00:00.000Z'],
  ])('once the request has expired: %s', (_, at) => {
    expect(decided(asked(), yes('both'), { at: '2026-06-04T14:59:59.999Z' }).changes).toHaveLength(1)
    expect(refused(asked(), yes('both'), { at })).toEqual({ code: 'expired', expiresAt: '2026-06-04T15:00:00.000Z' })
  })

  it('once a request that a file states has waited to the lender’s working day before it', () => {
    const { expiresAt: _, ...undated } = request({ halfDays: ['2026-06-15/pm', '2026-06-16/am'] })
    const index = lending({ bookings: [undated], city: { closures: [{ date: '2026-06-12' }] } })
    expect(decided(index, yes('both'), { at: '2026-06-11T14:59:59.999Z' }).changes).toHaveLength(1)
    expect(refused(index, yes('both'), { at: '2026-06-11T15:00:00.000Z' })).toEqual({
      code: 'expired',
      expiresAt: '2026-06-11T15:00:00.000Z',
    })
  })
})
