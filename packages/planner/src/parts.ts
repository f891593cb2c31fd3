import type { CoverProblem, HandOver, Limit, ServedNeed } from './problem.ts'

/** A part of a problem that shares no rule with the rest, and the numbers that its options have there. */
export interface Part {
  readonly problem: CoverProblem
  readonly numbers: readonly number[]
}

interface Growing {
  readonly numbers: number[]
  readonly limits: Limit[]
  readonly needs: ServedNeed[]
  readonly handOvers: HandOver[]
}

/**
 * The independent parts of a problem in space and time, the smallest first: options linked by no chain of needs,
 * limits and hand-overs. Levels 1 to 4 are sums over the parts, so the best of each are together the best of the whole.
 */
export function partsOf(problem: CoverProblem): Part[] {
  const rootOf = joined(problem)
  const parts = new Map<number, Growing>()
  const local = new Int32Array(problem.options.length)
  for (const number of problem.options.keys()) {
    const root = rootOf(number)
    const part = parts.get(root) ?? { numbers: [], limits: [], needs: [], handOvers: [] }
    parts.set(root, part)
    local[number] = part.numbers.push(number) - 1
  }
  const partAt = (options: readonly number[]): Growing | undefined => parts.get(rootOf(options[0] ?? 0))
  const here = (options: readonly number[]): number[] => options.map((number) => local[number] ?? 0)
  for (const limit of problem.limits) partAt(limit.options)?.limits.push({ ...limit, options: here(limit.options) })
  for (const need of problem.needs) partAt(need.options)?.needs.push({ ...need, options: here(need.options) })
  for (const { halfDays, most } of problem.handOvers)
    partAt(halfDays[0] ?? [])?.handOvers.push({ halfDays: halfDays.map(here), most })
  return [...parts.values()]
    .toSorted((a, b) => a.numbers.length - b.numbers.length)
    .map(({ numbers, ...rules }) => ({
      numbers,
      problem: {
        ...rules,
        options: numbers.flatMap((number) => problem.options[number] ?? []),
        lost: { critical: 0, normal: 0 },
      },
    }))
}

/** Tells of each option one that stands for all those linked with it. */
function joined({ options, limits, needs, handOvers }: CoverProblem): (option: number) => number {
  const root = Int32Array.from(options.keys())
  const find = (option: number): number => {
    let at = option
    while (root[at] !== at) {
      root[at] = root[root[at] ?? at] ?? at
      at = root[at] ?? at
    }
    return at
  }
  const link = ([first = 0, ...others]: readonly number[]): void => {
    for (const other of others) root[find(other)] = find(first)
  }
  for (const limit of limits) link(limit.options)
  for (const need of needs) link(need.options)
  for (const { halfDays } of handOvers) link(halfDays.flat())
  return find
}
