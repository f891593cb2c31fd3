/** Whole numbers from 0 up to but not including a limit, the same for the same seed on every machine (mulberry32). */
export type Draw = (limit: number) => number

/** Draws that depend on the seed alone. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    const mixed = Math.imul(state ^ (state >>> 15), state | 1)
    const again = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))
    return Math.floor((((again ^ (again >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
}
