/** Random draws that depend on the seed alone. */
export interface Random {
  /** A whole number from the first to the last, both included. */
  readonly int: (first: number, last: number) => number
  /** True with this probability. */
  readonly chance: (probability: number) => boolean
  /** One of the list; throws if it is empty. */
  readonly pick: <T>(list: readonly T[]) => T
  /** Some of the list in its order, each with this probability. */
  readonly some: <T>(list: readonly T[], probability: number) => T[]
  /** As `some`, but never nothing of a list that has something. */
  readonly atLeastOne: <T>(list: readonly T[], probability: number) => T[]
}

/** Draws from mulberry32: small, and the same on every machine. */
export function randomOf(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    const mixed = Math.imul(state ^ (state >>> 15), state | 1)
    const again = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))
    return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (first: number, last: number) => first + Math.floor(next() * (last - first + 1))
  const chance = (probability: number) => next() < probability
  const pick = <T>(list: readonly T[]): T => {
    // A slice, for the list may hold `undefined` and a missing item could not be told by its value.
    const at = int(0, list.length - 1)
    for (const item of list.slice(at, at + 1)) return item
    throw new Error('nothing to pick from')
  }
  const some = <T>(list: readonly T[], probability: number) => list.filter(() => chance(probability))
  const atLeastOne = <T>(list: readonly T[], probability: number) => {
    const chosen = some(list, probability)
    return chosen.length > 0 || list.length === 0 ? chosen : [pick(list)]
  }
  return { int, chance, pick, some, atLeastOne }
}
