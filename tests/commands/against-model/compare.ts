import { availability } from '@vertretbar/domain/availability'
import { balances } from '@vertretbar/domain/balance'
import { detectGaps } from '@vertretbar/domain/gap'
import { dayOf, type LocalDate, numberOf } from '@vertretbar/domain/half-day'
import { holds, spanOf } from '@vertretbar/domain/half-day-set'
import type { LedgerEntry } from '@vertretbar/domain/ledger'
import type { Region } from '@vertretbar/domain/region'
import type { Snapshot } from '@vertretbar/usecases/ports'
import { expect } from 'vitest'
import { halfDaysFrom } from '../../oracle/dates.ts'
import { oracleGaps } from '../../oracle/gaps.ts'
import { isClaimed, isLent, isThere } from '../../oracle/people.ts'
import { horizonOver } from '../model/gaps.ts'
import { ledgerSums } from '../model/ledger-sums.ts'
import type { Settled } from '../model/state.ts'

/** Everybody is there, lent and claimed when the model says so, and the gaps are the same, over the horizon. */
export function expectSameSupply({ index }: Snapshot, region: Region, today: LocalDate): void {
  const horizon = horizonOver(region, today)
  const days = { first: dayOf(horizon.from), last: dayOf(horizon.to) }
  const { span, of } = availability(index, spanOf(days))
  for (const specialist of region.specialists) {
    const { there, lent, claimed } = of(specialist.id)
    for (const halfDay of halfDaysFrom(horizon.from, horizon.to)) {
      const told = [there, lent, claimed].map((bits) => holds(bits, span, numberOf(halfDay)))
      const known = [isThere, isLent, isClaimed].map((answers) => answers(region, specialist, halfDay))
      if (told.join() !== known.join()) expect(told, `${specialist.id} at ${halfDay}`).toEqual(known)
    }
  }
  expect(detectGaps(index, days, dayOf(today))).toEqual(oracleGaps(region, horizon).gaps)
}

/** The entries come to what was settled, half-day by half-day, and the balances to the same. */
export function expectSameLedger(entries: readonly LedgerEntry[], settled: readonly Settled[]): void {
  const sums = ledgerSums(settled)
  expect(sumsOf(entries)).toEqual(sums.halfDays)
  const told = balances(entries).map(({ halfDays, minutes, cents, ...group }) => ({
    group: [group.giver, group.receiver, group.area, group.year, group.quarter].join(' '),
    halfDays,
    minutes,
    cents,
  }))
  expect(told.toSorted((a, b) => (a.group < b.group ? -1 : 1))).toEqual(sums.balances)
}

/** By half-day and what it is settled under: planned and actual minutes, cents. */
function sumsOf(entries: readonly LedgerEntry[]): Record<string, readonly number[]> {
  const groups = Map.groupBy(entries, (entry) =>
    [
      entry.booking,
      entry.halfDay,
      entry.giver,
      entry.receiver,
      entry.area,
      entry.agreement,
      entry.rateCentsPerHour,
    ].join(' '),
  )
  return Object.fromEntries(
    [...groups].map(([key, list]) => [
      key,
      [
        sum(list.map(({ plannedMinutes }) => plannedMinutes)),
        sum(list.map(({ actualMinutes }) => actualMinutes)),
        sum(list.map(({ cents }) => cents)),
      ],
    ]),
  )
}

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)
