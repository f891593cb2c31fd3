import { describe, expect, it } from 'vitest'
import type { Booking } from '../booking.ts'
import { putBooking } from '../booking-change.ts'
import type { Command } from '../command.ts'
import { type Case, vacancy } from '../test-candidacy.ts'
import {
  after,
  ask,
  bookingOf,
  decided,
  inHouse,
  lending,
  monday,
  refused,
  request,
  thursday,
  told,
  wednesday,
} from '../test-command.ts'
import { awayFor, specialist } from '../test-region.ts'

const no = (as: 'specialist' | 'lender' = 'specialist'): Command => ({ kind: 'refuse-booking', booking: 'cover', as })
const asked = (one: Case = {}, fields: Partial<Booking> = {}) => lending({ ...one, bookings: [request(fields)] })
const refusal = (need: number, halfDay: string) => ({ requirement: 'wanted', need, halfDay, specialist: 'city-p1' })
/** Two occurrences, and so two gaps of each need. */
const twoDates: Case = { wanted: { when: { kind: 'dates', halfDays: [wednesday, thursday] } } }
const acting = (role: string) => ({ competences: [{ area: 'payroll', roles: [role], products: ['a'] }] })
const twoDays = { halfDays: [thursday, wednesday] }

describe('a refusal', () => {
  it.each(['specialist', 'lender'] as const)(
    'by the %s ends the request without a reason, and tells who asked',
    (as) => {
      expect(decided(asked(), no(as)).changes).toEqual([
        putBooking(request({ status: 'ended', reason: 'declined', closedAt: monday })),
        { kind: 'put-refusal', refusal: refusal(0, wednesday) },
        { kind: 'put-refusal', refusal: refusal(1, wednesday) },
      ])
      expect(told(decided(asked(), no(as)))).toEqual([`declined city-p1 ${wednesday}: hr parish`])
    },
  )

  it('tells all half-days that are free again', () => {
    expect(told(decided(asked({}, twoDays), no()))).toEqual([`declined city-p1 ${thursday} ${wednesday}: hr parish`])
  })

  it.each<readonly [string, Case, Partial<Booking>, readonly object[]]>([
    ['of one gap by its first half-day asked for', {}, twoDays, [refusal(0, wednesday), refusal(1, wednesday)]],
    [
      'of two gaps by each of them',
      twoDates,
      twoDays,
      [refusal(0, wednesday), refusal(0, thursday), refusal(1, wednesday), refusal(1, thursday)],
    ],
    [
      'of those needs alone that are short',
      {
        others: [
          specialist('parish-p2', {
            authority: 'parish',
            ...acting('approver'),
          }),
        ],
      },
      {},
      [refusal(0, wednesday)],
    ],
    ['of no gap where nobody is missing any more', { absences: [] }, {}, []],
    [
      'of a gap beyond the horizon of the region',
      { head: { settings: { horizonDays: 5, requestExpiryWorkingDays: 3 } } },
      {},
      [refusal(0, wednesday), refusal(1, wednesday)],
    ],
  ])('is noted %s', (_, one, fields, refusals) => {
    expect(after(asked(one, fields), no()).region.refusals).toEqual(refusals)
  })

  it.each<readonly [string, Booking, Command, object]>([
    ['by a lender in-house, for there is none', inHouse(), no('lender'), { code: 'no-lender' }],
    [
      'of a cover that is agreed to',
      request({ status: 'confirmed' }),
      no(),
      { code: 'wrong-status', status: 'confirmed' },
    ],
    ['of a request that has ended', request({ status: 'ended' }), no(), { code: 'wrong-status', status: 'ended' }],
    [
      'of a booking that is not there',
      request({ id: 'other' }),
      no(),
      { code: 'unknown', what: 'booking', id: 'cover' },
    ],
  ])('is not taken %s', (_, booking, command, why) => {
    expect(refused(lending({ bookings: [booking] }), command)).toEqual(why)
  })

  it('in-house is the person’s', () => {
    expect(bookingOf(after(lending({ bookings: [inHouse()] }), no()))).toMatchObject({ reason: 'declined' })
  })
})

describe('who refused', () => {
  const later = '2026-06-25/pm'

  it('is not asked for any half-day of that gap again', () => {
    expect(refused(after(asked(), no()), ask({ halfDays: [later] }))).toMatchObject({
      halfDays: [{ halfDay: later, codes: ['refused'] }],
    })
  })

  it('may be asked for another gap', () => {
    const index = after(asked(twoDates), no())
    expect(refused(index, ask({}))).toMatchObject({ halfDays: [{ codes: ['refused'] }] })
    expect(decided(index, ask({ halfDays: [thursday] })).changes).toHaveLength(1)
  })

  it('does not stand in the way of a colleague', () => {
    expect(decided(after(asked(), no()), ask({ specialist: 'city-p2', halfDays: [later] })).changes).toHaveLength(1)
  })
})

describe('a refusal is forgotten', () => {
  const back: Command = { kind: 'withdraw-absence', absence: vacancy.id }
  const anyCommand: Command = {
    kind: 'record-absence',
    specialist: 'parish-r1',
    from: '2026-07-20/am',
    to: '2026-07-20/am',
  }
  /** The parish is short on Wednesday and Thursday alone. */
  const twoDaysAway: Case = { absences: [awayFor('parish-p1', '2026-06-10/am', '2026-06-11/pm')] }

  it('with the gap', () => {
    const index = after(after(asked(), no()), back)
    expect(index.region.refusals).toEqual([])
    const awayAgain: Command = { kind: 'record-absence', specialist: 'parish-p1', from: wednesday, to: thursday }
    expect(decided(after(index, awayAgain), ask({})).changes).toHaveLength(1)
  })

  it.each([
    ['not while its half-day is short', { ...back, kind: 'end-absence' as const, to: '2026-06-10/am' }, 2],
    ['once its half-day is no longer short', { ...back, kind: 'end-absence' as const, to: '2026-06-09/pm' }, 0],
  ])('%s', (_, command, count) => {
    expect(after(after(asked(), no()), command).region.refusals).toHaveLength(count)
  })

  it.each([
    ['not on the last day of the gap', '2026-06-11T21:59:59.999Z', 2],
    ['once its last day is over', '2026-06-11T22:00:00.000Z', 0],
  ])('%s', (_, at, count) => {
    const index = after(asked(twoDaysAway), no())
    expect(after(index, anyCommand, { at }).region.refusals).toHaveLength(count)
  })

  it('not where the cover that would close the gap breaks in the same moment', () => {
    const index = lending({
      colleague: acting('approver'),
      bookings: [request({ specialist: 'city-p2', status: 'confirmed' })],
      refusals: [refusal(0, wednesday)],
    })
    const left = after(index, { kind: 'put-entry', in: 'specialists', member: specialist('city-p2', acting('clerk')) })
    expect(bookingOf(left)).toMatchObject({ status: 'ended', reason: 'broken' })
    expect(left.region.refusals).toEqual([refusal(0, wednesday)])
  })

  it('by those alone whose gap it was', () => {
    const refusals = [refusal(0, wednesday), { ...refusal(0, thursday), specialist: 'city-p2' }]
    const index = lending({ ...twoDates, refusals })
    const backOnThursday: Command = { kind: 'end-absence', absence: vacancy.id, to: '2026-06-10/pm' }
    expect(after(index, backOnThursday).region.refusals).toEqual([refusal(0, wednesday)])
  })
})
