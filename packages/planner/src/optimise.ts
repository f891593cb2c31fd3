import type { CoverState } from '@vertretbar/domain/cover'
import type { Day } from '@vertretbar/domain/half-day'
import { type Levels, levelNames, type PlanProgress } from '@vertretbar/domain/plan'
import { type CoverProgress, type SolvedPart, solveParts } from './cover-parts.ts'
import type { Deadline } from './deadline.ts'
import { type Balance, balanceSoFar } from './fairness.ts'
import { solveLast } from './last-levels.ts'
import type { OpenNeed, Option } from './options.ts'
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
  return {
    chosen,
    levels: checked({ state, open, balance }, chosen, [...levelsOf(parts, problem.lost), ...last.levels]),
    bounds,
  }
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

interface Counted {
  readonly state: CoverState
  readonly open: readonly OpenNeed[]
  readonly balance: Balance
}

/** The levels counted from the assignments; a plan is believed only if that is what the search and the solver say. */
function checked({ state, open, balance }: Counted, chosen: readonly Option[], found: readonly number[]): Levels {
  const counted = recount(state, open, chosen, balance)
  const wrong = levelNames.filter((name, level) => counted[name] !== (found[level] ?? counted[name]))
  if (wrong.length > 0) throw new Error(`the plan recounts to other values at ${wrong.join(', ')}`)
  return counted
}
