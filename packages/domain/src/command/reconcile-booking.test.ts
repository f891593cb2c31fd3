import { describe, expect, it } from 'vitest'
import type { Booking } from '../booking.ts'
import type { Command } from '../command.ts'
import type { LedgerEntry } from '../ledger.ts'
import type { Case } from '../test-candidacy.ts'
import {
  after,
  bookingOf,
  cover,
  decided,
  inHouse,
  ledgerEntry,
  lending,
  monday,
  payable,
  refused,
  request,
  thursday,
  told,
  wednesday,
  wednesdayPm,
  worked,
} from '../test-command.ts'
import { areasWith } from '../test-region.ts'

const three = [wednesday, wednesdayPm, thursday]
const friday = '2026-06-12T08:00:00.000Z'
const saturday = '2026-06-13T08:00:00.000Z'
const sunday = '2026-06-14T08:00:00.000Z'

const held = (booking: Booking = cover({ halfDays: three }), one: Case = payable) =>
  lending({ ...one, bookings: [booking] })
const statement = (at: string, ...halfDays: string[]) => ({ halfDays, at, by: 'clerk-7' })
const entry = (halfDay: string, fields: Partial<LedgerEntry> = {}): LedgerEntry =>
  ledgerEntry(halfDay, { at: friday, ...fields })
describe('a cover that is over', () => {
  it('waits for the other side once one has said what was worked', () => {
    const index = held()
    expect(decided(index, worked('lender', ...three), { at: friday })).toMatchObject({ ledger: [], notices: [] })
    expect(bookingOf(after(index, worked('lender', ...three), { at: friday }))).toEqual(
      cover({ halfDays: three, worked: { lender: statement(friday, ...three) } }),
    )
  })

  it.each([
    ['lender', 'receiver'],
    ['receiver', 'lender'],
  ] as const)('settles once both say the same, %s first', (first, second) => {
    const half = after(held(), worked(first, ...three), { at: friday })
    const command = worked(second, thursday, wednesday, wednesdayPm, thursday)
    expect(bookingOf(after(half, command, { at: saturday }))).toEqual(
      cover({
        halfDays: three,
        status: 'reconciled',
        closedAt: saturday,
        worked: { [first]: statement(friday, ...three), [second]: statement(saturday, ...three) },
      }),
    )
    const settled = decided(half, command, { at: saturday })
    expect(settled.ledger).toEqual(three.map((halfDay) => entry(halfDay, { at: saturday })))
    expect(told(settled)).toEqual([`reconciled city-p1 ${three.join(' ')}: hr city, hr parish`])
  })

  it('does not settle while they say different things', () => {
    const half = after(held(), worked('lender', ...three), { at: friday })
    for (const halfDays of [[], [wednesday], [wednesday, thursday]]) {
      expect(decided(half, worked('receiver', ...halfDays), { at: saturday })).toMatchObject({
        ledger: [],
        notices: [],
      })
      expect(bookingOf(after(half, worked('receiver', ...halfDays), { at: saturday })).status).toBe('confirmed')
    }
  })

  it('settles once one gives in', () => {
    const half = after(held(), worked('lender', ...three), { at: friday })
    const different = after(half, worked('receiver', wednesday), { at: saturday })
    expect(decided(different, worked('lender', wednesday), { at: sunday }).ledger).toEqual([
      entry(wednesday, { at: sunday }),
      entry(wednesdayPm, { at: sunday, actualMinutes: 0, cents: 0 }),
      entry(thursday, { at: sunday, actualMinutes: 0, cents: 0 }),
    ])
  })

  it('settles at once where one speaks for both', () => {
    expect(bookingOf(after(held(), worked('both', ...three), { at: friday }))).toMatchObject({
      status: 'reconciled',
      worked: { lender: statement(friday, ...three), receiver: statement(friday, ...three) },
    })
  })

  it('settles where none of it was worked', () => {
    const { ledger, notices } = decided(held(), worked('both'), { at: friday })
    expect(ledger).toEqual(three.map((halfDay) => entry(halfDay, { actualMinutes: 0, cents: 0 })))
    expect(notices).toMatchObject([{ kind: 'reconciled', halfDays: [] }])
  })

  it.each(['lender', 'receiver', 'both'] as const)(
    'in-house settles with a word of one, and owes nothing: %s',
    (as) => {
      const index = held(inHouse({ status: 'confirmed' }))
      expect(decided(index, worked(as, wednesday), { at: friday })).toMatchObject({ ledger: [] })
      expect(bookingOf(after(index, worked(as, wednesday), { at: friday }))).toEqual(
        inHouse({
          status: 'reconciled',
          closedAt: friday,
          worked: { lender: statement(friday, wednesday), receiver: statement(friday, wednesday) },
        }),
      )
    },
  )

  it('is told to the head of the area where that is who lends', () => {
    const index = held(cover(), { ...payable, serviceAreas: areasWith('payroll', { lenderConsent: 'area-head' }) })
    expect(told(decided(index, worked('both', wednesday), { at: friday }))).toEqual([
      `reconciled city-p1 ${wednesday}: head city payroll, hr parish`,
    ])
  })

  it('settles what was left of it when the rest was recalled', () => {
    const recall: Command = { kind: 'recall-booking', booking: 'cover', as: 'lender' }
    const index = after(held(), recall, { at: '2026-06-10T08:00:00.000Z' })
    expect(refused(index, worked('both', ...three), { at: friday })).toEqual({
      code: 'not-booked',
      halfDays: [thursday],
    })
    expect(decided(index, worked('both', wednesday, wednesdayPm), { at: friday }).ledger).toHaveLength(2)
  })
})

describe('a cover is not settled', () => {
  it.each<readonly [Booking['status'], Booking, string]>([
    ['confirmed', cover(), monday],
    ['active', cover(), '2026-06-10T21:59:59.999Z'],
    ['requested', request(), friday],
    ['ended', cover({ status: 'ended' }), friday],
  ])('that is %s', (status, booking, at) => {
    expect(refused(held(booking), worked('both', wednesday), { at })).toEqual({ code: 'wrong-status', status })
  })

  it('but from the first moment after its last day', () => {
    expect(decided(held(cover()), worked('both', wednesday), { at: '2026-06-10T22:00:00.000Z' }).ledger).toHaveLength(1)
  })

  it('by half-days that are not booked', () => {
    expect(refused(held(cover()), worked('both', wednesday, thursday), { at: friday })).toEqual({
      code: 'not-booked',
      halfDays: [thursday],
    })
  })

  it('that is not there', () => {
    expect(refused(lending(), worked('both'), { at: friday })).toEqual({
      code: 'unknown',
      what: 'booking',
      id: 'cover',
    })
  })
})
