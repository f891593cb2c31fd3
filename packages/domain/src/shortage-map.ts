import type { Shortfall } from './gap.ts'
import type { HalfDay } from './half-day.ts'

/** How many people are missing at which half-days; half-days sort as text. */
export type Shortages = ReadonlyMap<HalfDay, number>

/** The largest shortage that any of the lists has at each half-day. */
export function worstOf(lists: readonly (readonly Shortfall[])[]): Shortages {
  const worst = new Map<HalfDay, number>()
  for (const { halfDay, shortage } of lists.flat()) worst.set(halfDay, Math.max(worst.get(halfDay) ?? 0, shortage))
  return worst
}

/** The same as a list in time order, from a half-day on. */
export const listedFrom = (shortages: Shortages, first: HalfDay): Shortfall[] =>
  [...shortages]
    .filter(([halfDay]) => halfDay >= first)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([halfDay, shortage]) => ({ halfDay, shortage }))
