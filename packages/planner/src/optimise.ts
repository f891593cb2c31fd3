import type { CoverState } from '@vertretbar/domain/cover'
import type { Day } from '@vertretbar/domain/half-day'
import { type Levels, levelNames, type PlanProgress } from '@vertretbar/domain/plan'
import { effort } from './effort.ts'
import { balanceSoFar, fairness, type Most } from './fairness.ts'
import { type Optimum, solveLevels } from './lexicographic.ts'
import { extended, type Milp, type Objective, objectiveValue } from './milp.ts'
import { type Choice, coverModel } from './model.ts'
import { coverOptions, type OpenNeed, type Option } from './options.ts'
import { inYearsOf, recount } from './recount.ts'
import type { Deadline, Solve } from './solver.ts'

/** The options chosen, their levels, and per level a proven bound and whether it is met. */
export interface Found {
  readonly chosen: readonly Option[]
  readonly levels: Levels
  readonly bounds: readonly number[]
  readonly proven: readonly boolean[]
}

/** How to solve: the days whose years fairness looks at, the solver, and until when. */
export interface Solving {
  readonly first: Day
  readonly last: Day
  readonly solve: Solve
  readonly deadline: Deadline
  readonly onProgress?: (progress: PlanProgress) => void
}

/** Levels 1 to 4 part by part; then effort and fairness over the whole, with the levels before held. */
export function solveCover(state: CoverState, open: readonly OpenNeed[], solving: Solving): Found {
  const options = coverOptions(state, open)
  const { milp, choices, levels } = coverModel(state, open, options)
  const covered = solveNext(milp, levels, { ...solving, firstLevel: 1, from: [] })
  const easy = effort(milp, choices, state)
  const eased = solveNext(milp, [easy], {
    ...solving,
    firstLevel: 5,
    from: covered.values,
    deadline: halfWay(solving.deadline),
  })
  const balance = balanceSoFar(state, inYearsOf(solving.first, solving.last))
  const fair = fairness(milp, choices, { ...balance, most: mostOf(covered, choices) })
  const last = solveNext(milp, [fair], { ...solving, firstLevel: 6, from: eased.values })
  const chosen = choices.filter(({ x }) => last.values[x] === 1).map(({ option }) => option)
  const counted = recount(state, open, chosen, balance)
  const optima = [covered, eased, last]
  const proven = optima.flatMap((optimum) => optimum.proven)
  checkProof(
    counted,
    [...levels, easy, fair].map((level) => objectiveValue(level, last.values)),
    proven,
  )
  return { chosen, levels: counted, bounds: optima.flatMap(({ bounds }) => bounds), proven }
}

type Next = Solving & { readonly firstLevel: number; readonly from: ArrayLike<number> }

/** Solves the next levels from the values of those before, and holds them for those after. */
function solveNext(milp: Milp, levels: readonly Objective[], { firstLevel, from, ...solving }: Next): Optimum {
  const lastLevel = firstLevel + levels.length - 1
  const optimum = solveLevels(milp, levels, {
    ...solving,
    start: extended(milp, from),
    onPart: (parts) => solving.onProgress?.({ firstLevel, lastLevel, ...parts }),
  })
  milp.rows.push(...optimum.holds)
  return optimum
}

/** Each part keeps to the number of half-days it was left with, so no more of some choices can be made within it. */
function mostOf({ parts, values }: Optimum, choices: readonly Choice[]): Most {
  const partOf = new Map(parts.flatMap((columns, part) => columns.map((column) => [column, part] as const)))
  const byPart = ({ x }: Choice): number => partOf.get(x) ?? -1
  const made = Map.groupBy(
    choices.filter(({ x }) => values[x] === 1),
    byPart,
  )
  return (some) =>
    [...Map.groupBy(some, byPart)].reduce(
      (sum, [part, group]) => sum + Math.min(group.length, made.get(part)?.length ?? 0),
      0,
    )
}

/** Effort may take half of the time that is left: a proof of it is worth less than a good and fair plan. */
const halfWay = ({ now, at }: Deadline): Deadline => ({ now, at: now() + Math.max(0, at - now()) / 2 })

/**
 * A proof that does not recount is none: the levels from the assignments must be those of the programme. A level cut by
 * the time limit may recount to less, for its last columns were not yet tightened.
 */
function checkProof(counted: Levels, solved: readonly number[], proven: readonly boolean[]): void {
  const wrong = levelNames.filter((name, level) => {
    const value = solved[level] ?? Number.NaN
    return proven[level] ? counted[name] !== value : !(counted[name] <= value)
  })
  if (wrong.length > 0) throw new Error(`the plan recounts to other values at ${wrong.join(', ')}`)
}
