import type { Limit } from './problem.ts'

/**
 * The limits without those that another one says too, or says more tightly, where both begin with the same option:
 * several needs of a home limit the same people, and rows that say the same blunt the proof of what they say.
 */
export const tightest = (limits: readonly Limit[]): Limit[] =>
  [...Map.groupBy(limits, ({ options }) => options[0]).values()].flatMap((group) =>
    group.filter(
      (limit, position) =>
        !group.some((other, place) => says(other, limit) && (place < position || !says(limit, other))),
    ),
  )

/** Whether the first limit says at least what the second does. */
const says = (one: Limit, other: Limit): boolean => {
  const options = new Set(one.options)
  return one.most <= other.most && other.options.every((option) => options.has(option))
}
