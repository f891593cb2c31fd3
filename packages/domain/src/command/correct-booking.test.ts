import { describe, expect, it } from 'vitest'
import type { LedgerEntry } from '../ledger.ts'
import {
  after,
  bookingOf,
  cover,
  decided,
  ledgerEntry,
  lending,
  payable,
  thursday,
  told,
  wednesday,
  wednesdayPm,
  worked,
} from '../test-command.ts'
import { since } from '../test-region.ts'

const three = [wednesday, wednesdayPm, thursday]
const friday = '2026-06-12T08:00:00.000Z'
const saturday = '2026-06-13T08:00:00.000Z'
const sunday = '2026-06-14T08:00:00.000Z'

const entry = (halfDay: string, fields: Partial<LedgerEntry> = {}): LedgerEntry =>
  ledgerEntry(halfDay, { at: friday, ...fields })
const settledOnFriday = () => {
  const index = lending({ ...payable, bookings: [cover({ halfDays: three })] })
  const first = worked('both', ...three)
  return { index: after(index, first, { at: friday }), ledger: decided(index, first, { at: friday }).ledger }
}

describe('a correction', () => {
  const change = { plannedMinutes: 0, at: saturday, settlement: 1 }

  it('is a new entry for each half-day that was told otherwise before, down', () => {
    const { index, ledger } = settledOnFriday()
    const corrected = decided(index, worked('both', wednesday, thursday), { at: saturday, ledger })
    expect(corrected.ledger).toEqual([entry(wednesdayPm, { ...change, actualMinutes: -234, cents: -17_811 })])
    expect(told(corrected)).toEqual([`reconciled city-p1 ${wednesday} ${thursday}: hr city, hr parish`])
  })

  it('and up again', () => {
    const { index, ledger } = settledOnFriday()
    const down = worked('both', wednesday)
    const both = [...ledger, ...decided(index, down, { at: saturday, ledger }).ledger]
    const up = decided(after(index, down, { at: saturday, ledger }), worked('both', wednesday, thursday), {
      at: sunday,
      ledger: both,
    })
    expect(up.ledger).toEqual([entry(thursday, { plannedMinutes: 0, settlement: 2, at: sunday })])
    expect(sum([...both, ...up.ledger])).toEqual({ planned: 702, actual: 468, cents: 35_622 })
  })

  it('is an entry also where nothing is to be paid', () => {
    const free = { ...payable, agreement: {} }
    const index = lending({ ...free, bookings: [cover()] })
    const { ledger } = decided(index, worked('both', wednesday), { at: friday })
    const settled = after(index, worked('both', wednesday), { at: friday })
    expect(decided(settled, worked('both'), { at: saturday, ledger }).ledger).toEqual([
      entry(wednesday, { ...change, actualMinutes: -234, rateCentsPerHour: 0, cents: 0 }),
    ])
  })

  it('waits for the other side, while what was settled stands', () => {
    const { index, ledger } = settledOnFriday()
    const half = after(index, worked('receiver', wednesday), { at: saturday, ledger })
    expect(decided(index, worked('receiver', wednesday), { at: saturday, ledger })).toMatchObject({
      ledger: [],
      notices: [],
    })
    expect(bookingOf(half)).toMatchObject({ status: 'reconciled', closedAt: friday })
    expect(decided(half, worked('lender', wednesday), { at: sunday, ledger }).ledger).toHaveLength(2)
  })

  it('to the same is told to nobody', () => {
    const { index, ledger } = settledOnFriday()
    expect(decided(index, worked('both', ...three), { at: saturday, ledger })).toMatchObject({
      ledger: [],
      notices: [],
    })
  })

  it('goes by the hours and the rate of the first settlement', () => {
    const { index, ledger } = settledOnFriday()
    const [agreement] = index.region.agreements
    const person = index.specialist('city-p1')
    if (agreement === undefined) throw new Error('no agreement')
    const dearer = after(index, {
      kind: 'put-entry',
      in: 'agreements',
      member: { ...agreement, ratesCentsPerHour: { payroll: 9000 } },
    })
    const longer = after(dearer, {
      kind: 'put-entry',
      in: 'specialists',
      member: { ...person, weeklyMinutes: [{ ...since, minutes: 2490 }] },
    })
    expect(decided(longer, worked('both', wednesday, wednesdayPm), { at: saturday, ledger }).ledger).toEqual([
      entry(thursday, { ...change, actualMinutes: -234, cents: -17_811 }),
    ])
  })

  it('is between those who settled first, wherever the person is by now', () => {
    const { index, ledger } = settledOnFriday()
    const member = { ...index.specialist('city-p1'), authority: 'parish', homeArea: 'registry' }
    const moved = after(index, { kind: 'put-entry', in: 'specialists', member })
    expect(decided(moved, worked('both', wednesday, thursday), { at: saturday, ledger }).ledger).toEqual([
      entry(wednesdayPm, { ...change, actualMinutes: -234, cents: -17_811 }),
    ])
  })
})

const sum = (entries: readonly LedgerEntry[]) => ({
  planned: entries.reduce((total, { plannedMinutes }) => total + plannedMinutes, 0),
  actual: entries.reduce((total, { actualMinutes }) => total + actualMinutes, 0),
  cents: entries.reduce((total, { cents }) => total + cents, 0),
})
