import type { Day } from '@vertretbar/domain/half-day'
import { type Levels, levelNames, type PlanProgress } from '@vertretbar/domain/plan'
import { type CoverProgress, type SolvedPart, solveParts } from './cover-parts.ts'
import type { Deadline } from './deadline.ts'
import { balanceSoFar } from './fairness.ts'
import { solveLast } from './last-levels.ts'
import type { Option } from './options.ts'
import type { PartMemory } from './part-memory.ts'
import { coverProblem } from './problem.ts'
import type { Asked } from './question.ts'
import { inYearsOf, recount } from './recount.ts'
import type { Solve } from './solver.ts'

/** The options chosen, their levels, and per level a proven bound. */
export interface Found {
  readonly chosen: readonly Option[]
  readonly levels: Levels
  readonly bounds: readonly number[]
}

/** How to solve: the days whose years fairness looks at, the solver, and until when. */
export interface Solving {
  readonly first: Day
  readonly last: Day
  readonly solve: Solve
  readonly deadline: Deadline
  /** Whether an option was part of the plan before, from which the search begins. */
  readonly before?: ((option: Option) => boolean) | undefined
  /** The parts of earlier questions that were solved to proof. */
  readonly memory?: PartMemory | undefined
  readonly onProgress?: ((progress: PlanProgress) => void) | undefined
  /** Told of each independent part when its levels 1 to 4 are done. */
  readonly onPart?: ((part: SolvedPart) => void) | undefined
}

/** Levels 1 to 4 part by part; then effort and fairness over the whole, with the levels before held. */
export async function solveCover({ state, open, options }: Asked, solving: Solving): Promise<Found> {
  const { solve, deadline, before, memory, onPart } = solving
  const problem = coverProblem(state, open, options)
  const balance = balanceSoFar(state, inYearsOf(solving.first, solving.last))
  const parts = await solveParts(problem, {
    solve,
    // What comes after has its use too: a share of the time is kept for it.
    deadline: deadline.within(0.8),
    before,
    memory,
    onProgress: (progress) => solving.onProgress?.(coverProgress(progress)),
    onPart,
  })
  const last = await solveLast(problem, parts, { ...solving, state, balance })
  const chosen = problem.options.filter((_, number) => last.assigned[number] === 1)
  const bounds = [...boundsOf(parts, problem.lost), ...last.bounds]
  const found = [...levelsOf(parts, problem.lost), ...last.levels]
  return { chosen, levels: checked(recount(state, open, chosen, balance), found, bounds), bounds }
}

const coverProgress = ({ done, parts, levels, bounds }: CoverProgress): PlanProgress => ({
  firstLevel: 1,
  lastLevel: 4,
  done: Math.min(done, Math.max(0, parts - 1)),
  parts,
  objective: named(levels),
  bound: named(bounds),
})

const named = (values: readonly number[]): PlanProgress['objective'] =>
  Object.fromEntries(values.map((value, level) => [levelNames[level] ?? '', value]))

type Lost = Readonly<Record<'critical' | 'normal', number>>

const boundsOf = (parts: readonly SolvedPart[], lost: Lost): number[] =>
  summed(
    parts.map(({ bounds }) => bounds),
    lost,
  )

const levelsOf = (parts: readonly SolvedPart[], lost: Lost): number[] =>
  summed(
    parts.map(({ levels }) => levels),
    lost,
  )

const summed = (rows: readonly (readonly number[])[], { critical, normal }: Lost): number[] =>
  [critical, normal, 0, 0].map((lost, level) => rows.reduce((sum, row) => sum + (row[level] ?? 0), lost))

/**
 * A plan is believed only if its levels, counted from the assignments, are what the search and the solver say. Where a
 * proof was cut short they may be smaller, for the programme may be left with an access opened for nobody or with a dear
 * step of a square taken before a cheap one.
 */
function checked(counted: Levels, found: readonly number[], bounds: readonly number[]): Levels {
  const wrong = levelNames.filter((name, level) => {
    const value = found[level] ?? counted[name]
    const isProven = (bounds[level] ?? 0) >= value
    return isProven ? counted[name] !== value : counted[name] > value
  })
  if (wrong.length > 0) throw new Error(`the plan recounts to other values at ${wrong.join(', ')}`)
  return counted
}
