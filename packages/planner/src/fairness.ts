import { isBinding } from '@vertretbar/domain/booking'
import type { CoverState } from '@vertretbar/domain/cover'
import { type Milp, type Objective, type Sum, sumOf, type Terms } from './milp.ts'
import type { Choice } from './model.ts'

/** What bookings have given and received so far in the years of the horizon: net per authority, half-days per person. */
export interface Balance {
  readonly net: ReadonlyMap<string, number>
  readonly cover: ReadonlyMap<string, number>
}

/** How many of some choices a plan can make at most. */
export type Most = (choices: readonly Choice[]) => number

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
 * Level 6: the sum of squares of what authorities are up or down and of what people cover. A whole number is the sum of
 * the steps taken from its least value, and the step from k to k + 1 adds 2k + 1 to its square: since each step costs
 * more than the one before, the cheapest way takes them in their order, and the programme stays linear and exact.
 */
export function fairness(
  milp: Milp,
  choices: readonly Choice[],
  { net, cover, most }: Balance & { most: Most },
): Objective {
  const byPerson = Map.groupBy(choices, ({ option }) => option.specialist.id)
  const outside = choices.filter(({ option }) => option.specialist.authority !== option.place.authority)
  const givers = Map.groupBy(outside, ({ option }) => option.specialist.authority)
  const receivers = Map.groupBy(outside, ({ option }) => option.place.authority)
  const parts = [
    ...[...new Set([...cover.keys(), ...byPerson.keys()])].map((id) =>
      square(milp, cover.get(id) ?? 0, { up: byPerson.get(id) ?? [], down: [], most }),
    ),
    ...[...new Set([...net.keys(), ...givers.keys(), ...receivers.keys()])].map((id) =>
      square(milp, net.get(id) ?? 0, { up: givers.get(id) ?? [], down: receivers.get(id) ?? [], most }),
    ),
  ]
  return {
    relaxation: 'loose',
    constant: parts.reduce((sum, { constant }) => sum + constant, 0),
    terms: parts.flatMap(({ terms }) => terms),
  }
}

const signed = (choices: readonly Choice[], sign: 1 | -1): Terms => choices.map(({ x }) => [x, sign])

interface Change {
  readonly up: readonly Choice[]
  readonly down: readonly Choice[]
  readonly most: Most
}

function square(milp: Milp, base: number, { up, down, most }: Change): Sum {
  const change = [...signed(up, 1), ...signed(down, -1)]
  const lowest = base - most(down)
  const highest = base + most(up)
  const steps: (readonly [number, number])[] = []
  for (let k = lowest; k < highest; k += 1)
    steps.push([milp.column(0, 1, (values) => (base + sumOf(change, values) > k ? 1 : 0)), 2 * k + 1])
  milp.equal(
    [...steps.map(([step]) => [step, 1] as const), ...change.map(([x, sign]) => [x, -sign] as const)],
    base - lowest,
  )
  return { constant: lowest * lowest, terms: steps }
}
