import { describe, expect, it } from 'vitest'
import { balances } from './balance.ts'
import type { LedgerEntry } from './ledger.ts'
import { ledgerEntry as entry } from './test-command.ts'

const balance = { giver: 'city', receiver: 'parish', area: 'payroll', year: 2026, quarter: 2 }
/** Where and when each balance lies, and what it comes to. */
const lines = (...entries: LedgerEntry[]): string[] =>
  balances(entries).map(
    ({ giver, receiver, area, year, quarter, halfDays, minutes, cents }) =>
      `${giver} ${receiver} ${area} ${year}/${quarter}: ${halfDays} ${minutes} ${cents}`,
  )

describe('the balance', () => {
  it('of nothing is nothing', () => expect(balances([])).toEqual([]))

  it('adds up what one authority gave another in an area and quarter', () => {
    const entries = [
      entry('2026-06-10/am'),
      entry('2026-06-10/pm', { booking: 'other', actualMinutes: 100, cents: 10_000 }),
    ]
    expect(balances(entries)).toEqual([{ ...balance, halfDays: 2, minutes: 334, cents: 27_811 }])
  })

  it.each([
    ['2026-01-01/am', 1],
    ['2026-03-31/pm', 1],
    ['2026-04-01/am', 2],
    ['2026-06-30/pm', 2],
    ['2026-07-01/am', 3],
    ['2026-09-30/pm', 3],
    ['2026-10-01/am', 4],
    ['2026-12-31/pm', 4],
  ])('of %s lies in the quarter %i', (halfDay, quarter) => {
    expect(balances([entry(halfDay)])).toMatchObject([{ year: 2026, quarter }])
  })

  it('is kept for each pair and direction, area, year and quarter, in that order', () => {
    expect(
      lines(
        entry('2026-06-10/am', { giver: 'parish', receiver: 'city' }),
        entry('2027-01-04/am'),
        entry('2026-07-01/am'),
        entry('2026-06-10/am', { area: 'audit' }),
        entry('2026-06-10/am', { receiver: 'town' }),
        entry('2026-06-10/am'),
        entry('2025-12-31/pm'),
      ),
    ).toEqual([
      'city parish audit 2026/2: 1 234 17811',
      'city parish payroll 2025/4: 1 234 17811',
      'city parish payroll 2026/2: 1 234 17811',
      'city parish payroll 2026/3: 1 234 17811',
      'city parish payroll 2027/1: 1 234 17811',
      'city town payroll 2026/2: 1 234 17811',
      'parish city payroll 2026/2: 1 234 17811',
    ])
  })

  it('counts the half-days that were really worked, once each', () => {
    const correction = { settlement: 1, plannedMinutes: 0, actualMinutes: -234, cents: -17_811 }
    expect(
      lines(
        entry('2026-06-10/am'),
        entry('2026-06-10/pm', { actualMinutes: 0, cents: 0 }),
        entry('2026-06-11/am'),
        entry('2026-06-11/am', correction),
        entry('2026-06-12/am'),
        entry('2026-06-12/am', correction),
        entry('2026-06-12/am', { settlement: 2, plannedMinutes: 0 }),
      ),
    ).toEqual(['city parish payroll 2026/2: 2 468 35622'])
  })

  it('counts a half-day for each booking that has it', () => {
    expect(lines(entry('2026-06-10/am'), entry('2026-06-10/am', { booking: 'other' }))).toEqual([
      'city parish payroll 2026/2: 2 468 35622',
    ])
  })
})
