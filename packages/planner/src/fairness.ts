import { isBinding } from '@vertretbar/domain/booking'
import type { CoverState } from '@vertretbar/domain/cover'
import { type Milp, type Objective, sumOf, type Terms } from './milp.ts'
import type { Choice } from './model.ts'

/** What bookings have given and received so far in the years of the horizon: net per authority, half-days per person. */
export interface Balance {
  readonly net: ReadonlyMap<string, number>
  readonly cover: ReadonlyMap<string, number>
}

/** Adds to what is counted under a key. */
export const add = (counts: Map<string, number>, key: string, amount: number): Map<string, number> =>
  counts.set(key, (counts.get(key) ?? 0) + amount)

/** The balance over bookings confirmed or later in some calendar years. */
export function balanceSoFar({ index }: CoverState, years: (halfDay: string) => boolean): Balance {
  const net = new Map<string, number>()
  const cover = new Map<string, number>()
  for (const booking of index.liveBookings.filter(isBinding)) {
    const counted = booking.halfDays.filter(years).length
    const giver = index.specialist(booking.specialist).authority
    add(cover, booking.specialist, counted)
    if (giver === booking.authority) continue
    add(net, giver, counted)
    add(net, booking.authority, -counted)
  }
  return { net, cover }
}

/**
 * Level 6: the sum of squares of what authorities are up or down and of what people cover. A square of a whole number
 * n is the largest of the lines (2k + 1) n − k (k + 1) over whole k, exactly, so the programme stays linear.
 */
export function fairness(milp: Milp, choices: readonly Choice[], { net, cover }: Balance): Objective {
  const byPerson = Map.groupBy(choices, ({ option }) => option.specialist.id)
  const outside = choices.filter(({ option }) => option.specialist.authority !== option.place.authority)
  const givers = Map.groupBy(outside, ({ option }) => option.specialist.authority)
  const receivers = Map.groupBy(outside, ({ option }) => option.place.authority)
  const parts = [
    ...[...new Set([...cover.keys(), ...byPerson.keys()])].map((id) =>
      square(milp, cover.get(id) ?? 0, signed(byPerson.get(id), 1)),
    ),
    ...[...new Set([...net.keys(), ...givers.keys(), ...receivers.keys()])].map((id) =>
      square(milp, net.get(id) ?? 0, [...signed(givers.get(id), 1), ...signed(receivers.get(id), -1)]),
    ),
  ]
  return {
    constant: parts.reduce((sum, { constant }) => sum + constant, 0),
    terms: parts.flatMap(({ terms }) => terms),
  }
}

const signed = (choices: readonly Choice[] | undefined, sign: 1 | -1): Terms =>
  (choices ?? []).map(({ x }) => [x, sign])

function square(milp: Milp, base: number, change: Terms): Objective {
  if (change.length === 0) return { constant: base * base, terms: [] }
  const lowest = base - change.filter(([, sign]) => sign < 0).length
  const highest = base + change.filter(([, sign]) => sign > 0).length
  const number = milp.column(lowest, highest, (values) => base + sumOf(change, values))
  const squared = milp.column(0, Math.max(lowest * lowest, highest * highest), (values) => (values[number] ?? 0) ** 2)
  milp.equal([[number, 1], ...change.map(([x, sign]) => [x, -sign] as const)], base)
  for (let k = lowest; k < highest; k += 1)
    milp.atLeast(
      [
        [squared, 1],
        [number, -(2 * k + 1)],
      ],
      -k * (k + 1),
    )
  return { constant: 0, terms: [[squared, 1]] }
}
