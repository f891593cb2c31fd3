import type { HalfDayNumber } from './half-day.ts'
import type { Days } from './occurrence.ts'

/**
 * The half-days of a span of days as bits: half-day `n` is bit `(n - origin) % 32` of word `(n - origin) / 32`, so a
 * word holds sixteen days and the morning is the even bit.
 *
 *     word 0                                      word 1
 *     bit 0  1   2  3   …  30 31                  bit 0  1  …
 *         am pm  am pm  …  am pm                      am pm …
 *         day 0  day 1  …  day 15                     day 16
 */
export interface Span {
  readonly origin: HalfDayNumber
  readonly length: number
  readonly words: number
}

/** The half-days of `Span` that belong to the set. */
export type Bits = Uint32Array

/** The span of whole days. */
export const spanOf = ({ first, last }: Days): Span => {
  const length = 2 * Math.max(0, last - first + 1)
  return { origin: 2 * first, length, words: Math.ceil(length / 32) }
}

/** The empty set. */
export const noHalfDays = ({ words }: Span): Bits => new Uint32Array(words)

/** Whether a half-day lies in the span. */
export const isWithin = ({ origin, length }: Span, halfDay: HalfDayNumber): boolean =>
  halfDay >= origin && halfDay < origin + length

/** Whether the set holds a half-day; outside of the span it holds none. */
export const holds = (bits: Bits, { origin, length }: Span, halfDay: HalfDayNumber): boolean => {
  const index = halfDay - origin
  return index >= 0 && index < length && (((bits[index >> 5] ?? 0) >>> (index & 31)) & 1) === 1
}

/** Adds the half-days from `first` to `last`, both inclusive; those outside of the span are left out. */
export function addRange(bits: Bits, { origin, length }: Span, first: HalfDayNumber, last: HalfDayNumber): void {
  eachWord(Math.max(0, first - origin), Math.min(length - 1, last - origin), (word, mask) => {
    bits[word] = (bits[word] ?? 0) | mask
  })
}

function eachWord(first: number, last: number, visit: (word: number, mask: number) => void): void {
  for (let index = first; index <= last; index = (index | 31) + 1)
    visit(index >> 5, maskBetween(index & 31, Math.min(31, last - (index & ~31))))
}

/** Bits `low` to `high` of a word, both inclusive. */
export const maskBetween = (low: number, high: number): number => (0xffffffff << low) & (0xffffffff >>> (31 - high))

/** The half-days of a set in time order. */
export function listOf(bits: Bits, { origin }: Span): HalfDayNumber[] {
  const found: HalfDayNumber[] = []
  bits.forEach((word, position) => {
    for (let rest = word; rest !== 0; rest &= rest - 1)
      found.push(origin + 32 * position + 31 - Math.clz32(rest & -rest))
  })
  return found
}

/** Half-days in both sets. */
export const both = (one: Bits, other: Bits): Bits => one.map((word, position) => word & (other[position] ?? 0))

/** Half-days of the first set that are not in the second. */
export const without = (one: Bits, other: Bits): Bits => one.map((word, position) => word & ~(other[position] ?? 0))
