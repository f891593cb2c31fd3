import type { Settled } from './state.ts'

/** What all that was settled comes to: by half-day, and by giver, receiver, area and quarter. */
export function ledgerSums(settled: readonly Settled[]) {
  const quarters = Map.groupBy(settled, ({ giver, receiver, area, halfDay }) =>
    [giver, receiver, area, Number(halfDay.slice(0, 4)), quarterOf(halfDay)].join(' '),
  )
  return {
    halfDays: Object.fromEntries(settled.map((one) => [nameOf(one), [one.minutes, minutesOf(one), centsOf(one)]])),
    balances: [...quarters]
      .map(([group, list]) => ({
        group,
        halfDays: list.filter((one) => minutesOf(one) > 0).length,
        minutes: list.reduce((sum, one) => sum + minutesOf(one), 0),
        cents: list.reduce((sum, one) => sum + centsOf(one), 0),
      }))
      .toSorted((a, b) => (a.group < b.group ? -1 : 1)),
  }
}

const nameOf = ({ booking, halfDay, giver, receiver, area, agreement, rateCentsPerHour }: Settled): string =>
  [booking, halfDay, giver, receiver, area, agreement, rateCentsPerHour].join(' ')

const quarterOf = (halfDay: string): number => Math.floor((Number(halfDay.slice(5, 7)) - 1) / 3) + 1

const minutesOf = ({ worked, minutes }: Settled): number => (worked ? minutes : 0)

/** Whole cents; `Math.round` rounds halves up. */
const centsOf = (one: Settled): number => Math.round((minutesOf(one) * one.rateCentsPerHour) / 60)
