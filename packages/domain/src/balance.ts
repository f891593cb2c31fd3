import * as z from 'zod'
import { AreaId, AuthorityId } from './identifier.ts'
import type { LedgerEntry } from './ledger.ts'

/** What one authority gave another in one area and calendar quarter. */
export const Balance = z
  .strictObject({
    giver: AuthorityId,
    receiver: AuthorityId,
    area: AreaId,
    year: z.int(),
    quarter: z.int().min(1).max(4),
    halfDays: z.int(),
    minutes: z.int(),
    cents: z.int(),
  })
  .readonly()
  .meta({ id: 'Balance' })
export type Balance = z.infer<typeof Balance>

/** The balances of some entries, sorted by giver, receiver, area and quarter; `halfDays` counts those really worked. */
export function balances(entries: readonly LedgerEntry[]): Balance[] {
  const groups = Map.groupBy(entries, (entry) =>
    [entry.giver, entry.receiver, entry.area, ...quarterOf(entry)].join(' '),
  )
  return [...groups.values()]
    .flatMap(([first, ...others]) => (first === undefined ? [] : [balanceOf(first, others)]))
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}

function balanceOf(first: LedgerEntry, others: readonly LedgerEntry[]): Balance {
  const { giver, receiver, area } = first
  const [year, quarter] = quarterOf(first)
  const entries = [first, ...others]
  const minutes = new Map<string, number>()
  for (const entry of entries) {
    const key = `${entry.booking} ${entry.halfDay}`
    minutes.set(key, (minutes.get(key) ?? 0) + entry.actualMinutes)
  }
  return {
    giver,
    receiver,
    area,
    year,
    quarter,
    halfDays: [...minutes.values()].filter((sum) => sum > 0).length,
    minutes: entries.reduce((sum, { actualMinutes }) => sum + actualMinutes, 0),
    cents: entries.reduce((sum, { cents }) => sum + cents, 0),
  }
}

const quarterOf = ({ halfDay }: LedgerEntry): readonly [year: number, quarter: number] => [
  Number(halfDay.slice(0, 4)),
  Math.ceil(Number(halfDay.slice(5, 7)) / 3),
]

const orderOf = ({ giver, receiver, area, year, quarter }: Balance): string =>
  `${giver} ${receiver} ${area} ${String(year).padStart(4, '0')} ${quarter}`
