import type { PlanProgress } from '@vertretbar/domain/plan'
import { components } from './components.ts'
import type { Deadline } from './deadline.ts'
import { type Milp, type Objective, objectiveValue, type Row } from './milp.ts'
import type { Solve } from './solver.ts'

/** The best values found, and per level a proven lower bound and whether value and bound meet. */
export interface Optimum {
  readonly values: Float64Array
  readonly bounds: readonly number[]
  readonly proven: readonly boolean[]
  /** Rows that hold every level of every part at its value; what comes after must keep to them. */
  readonly holds: readonly Row[]
}

/** How many of the independent parts are done. */
type PartProgress = Pick<PlanProgress, 'done' | 'parts'>

/**
 * Makes each level as small as the levels before allow. A level that ran into the deadline is held at the value found,
 * not at its bound, and the bounds after it are those under that hold.
 */
export async function solveLevels(
  milp: Milp,
  levels: readonly Objective[],
  context: Solving & { onPart: (progress: PartProgress) => void },
): Promise<Optimum> {
  const values = Float64Array.from(context.start)
  const bounds = levels.map(({ constant }) => constant)
  const proven = levels.map(() => true)
  const holds: Row[] = []
  // Small parts first: what the large ones leave unproven must not cost the small ones their proof.
  const parts = components(milp, levels).toSorted((a, b) => a.columns.length - b.columns.length)
  for (const [done, part] of parts.entries()) {
    context.onPart({ done, parts: parts.length })
    const start = Float64Array.from(part.columns, (column) => context.start[column] ?? 0)
    const found = await solvePart(part.milp, part.objectives, { ...context, start })
    part.columns.forEach((column, position) => {
      values[column] = found.values[position] ?? 0
    })
    for (const { terms, lower, upper } of found.holds)
      holds.push({ terms: terms.map(([column, value]) => [part.columns[column] ?? 0, value]), lower, upper })
    found.bounds.forEach((bound, level) => {
      bounds[level] = (bounds[level] ?? 0) + bound
      proven[level] = (proven[level] ?? true) && (found.proven[level] ?? false)
    })
    await context.deadline.breathe()
  }
  return { values, bounds, proven, holds }
}

/** How to solve, and from which feasible values. */
export interface Solving {
  readonly solve: Solve
  readonly deadline: Deadline
  readonly start: Float64Array
}

/** One part level by level, or all levels at once where it is small. */
export async function solvePart(milp: Milp, levels: readonly Objective[], solving: Solving): Promise<Optimum> {
  const atOnce = await solveAtOnce(milp, levels, solving)
  if (atOnce) return atOnce
  let values = solving.start
  const bounds: number[] = []
  const proven: boolean[] = []
  const holds: Row[] = []
  for (const level of levels) {
    const found = await solveLevel(milp, level, values, solving)
    values = found.values
    bounds.push(found.bound)
    proven.push(found.proven)
    if (level.terms.length === 0) continue
    const hold = holdOf(level, values)
    milp.rows.push(hold)
    holds.push(hold)
  }
  return { values, bounds, proven, holds }
}

/** All columns are whole, the shortages too: held at its value exactly, a level leaves the relaxation tight. */
const holdOf = (level: Objective, values: Float64Array): Row => ({
  terms: level.terms,
  lower: Number.NEGATIVE_INFINITY,
  upper: objectiveValue(level, values) - level.constant,
})

/** Beyond this the solver's tolerance of 1e-6 per row would no longer be far below one unit of the last level. */
const largestWeightedSum = 100_000

/**
 * All levels in one go where a part is so small that whole weights keep them apart: a unit of one level outweighs all
 * that the levels after it can reach. Undefined if the part is too large for that, or the deadline cut the proof.
 */
async function solveAtOnce(
  milp: Milp,
  levels: readonly Objective[],
  { solve, deadline, start }: Solving,
): Promise<Optimum | undefined> {
  const used = levels.filter(({ terms }) => terms.length > 0)
  if (used.length < 2) return undefined
  const weighted: (readonly [number, number])[] = []
  let weight = 1
  for (const { terms } of used.toReversed()) {
    for (const [column, coefficient] of terms) weighted.push([column, weight * coefficient])
    weight *= 1 + reachOf(milp, terms)
    if (weight > largestWeightedSum) return undefined
  }
  if (deadline.isOver()) return undefined
  const objective: Objective = { constant: 0, terms: weighted, relaxation: 'tight' }
  const found = await solve({ milp, objective, start, deadline })
  if (!found.proven) return undefined
  const values = unlessBetter(objective, start, found.values)
  return {
    values,
    bounds: levels.map((level) => objectiveValue(level, values)),
    proven: levels.map(() => true),
    holds: used.map((level) => holdOf(level, values)),
  }
}

/** How far the least and the most that the terms can sum up to lie apart. */
const reachOf = ({ columns }: Milp, terms: Objective['terms']): number =>
  terms.reduce((sum, [column, coefficient]) => {
    const { lower = 0, upper = 0 } = columns[column] ?? {}
    return sum + Math.abs(coefficient) * (upper - lower)
  }, 0)

async function solveLevel(
  milp: Milp,
  level: Objective,
  start: Float64Array,
  { solve, deadline }: { solve: Solve; deadline: Deadline },
): Promise<{ values: Float64Array; bound: number; proven: boolean }> {
  const value = objectiveValue(level, start)
  const least = level.terms.reduce(
    (sum, [column, coefficient]) => sum + lowest(milp, column, coefficient),
    level.constant,
  )
  if (value <= least) return { values: start, bound: value, proven: true }
  if (deadline.isOver()) return { values: start, bound: least, proven: false }
  const { values: found, proven, bound: dual } = await solve({ milp, objective: level, start, deadline })
  const values = unlessBetter(level, start, found)
  const reached = objectiveValue(level, values)
  const bound = proven ? reached : Math.min(reached, Math.max(least, dual))
  return { values, bound, proven: bound >= reached }
}

/** Who is as good as the best stays: a plan changes only where that wins something. */
const unlessBetter = (level: Objective, start: Float64Array, found: Float64Array): Float64Array =>
  objectiveValue(level, found) < objectiveValue(level, start) ? found : start

const lowest = (milp: Milp, column: number, coefficient: number): number => {
  const { lower = 0, upper = 0 } = milp.columns[column] ?? {}
  return coefficient * (coefficient > 0 ? lower : upper)
}
