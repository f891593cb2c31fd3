import type { CoverState } from '@vertretbar/domain/cover'
import type { PlanProgress } from '@vertretbar/domain/plan'
import type { SolvedPart } from './cover-parts.ts'
import type { Deadline } from './deadline.ts'
import { effort } from './effort.ts'
import { type Balance, fairness, type Most } from './fairness.ts'
import { type Optimum, solveLevels } from './lexicographic.ts'
import { extended, type Milp, type Objective, objectiveValue, type Row, sumOf } from './milp.ts'
import { type Choice, type CoverModel, coverModel } from './model.ts'
import type { CoverProblem } from './problem.ts'
import type { Solve } from './solver.ts'

/** What the last two levels need besides the problem and its solved parts. */
export interface LastSolving {
  readonly state: CoverState
  readonly balance: Balance
  readonly solve: Solve
  readonly deadline: Deadline
  readonly onProgress?: ((progress: PlanProgress) => void) | undefined
}

/** Who is assigned in the end, effort and fairness as the programme counts them, and a proven bound of both. */
export interface Last {
  readonly assigned: ArrayLike<number>
  readonly levels: readonly number[]
  readonly bounds: readonly number[]
}

/** Beyond this one run of the solver may take longer than any deadline; effort and fairness stay what they are. */
const mostOptions = 30_000

/** Effort and fairness made small over the whole plan, every part held at its levels 1 to 4. */
export async function solveLast(
  problem: CoverProblem,
  parts: readonly SolvedPart[],
  { state, balance, ...solving }: LastSolving,
): Promise<Last> {
  const assigned = assignedIn(problem, parts)
  // Even to write the programme down takes time on a large problem.
  const count = problem.options.length
  if (count > mostOptions || (count > 0 && solving.deadline.isOver())) {
    solving.deadline.cut()
    return { assigned, levels: [], bounds: [0, 0] }
  }
  const model = coverModel(problem)
  const { milp, choices } = model
  const partOf = partsByOption(problem, parts)
  const given = extended(milp, assigned)
  milp.rows.push(...holdsOf(model, given, partOf))
  const easy = effort(milp, choices, state)
  const eased = await solveNext(milp, [easy], {
    ...solving,
    level: 5,
    from: given,
    deadline: solving.deadline.within(0.5),
  })
  const fair = fairness(milp, choices, { ...balance, most: mostOf(given, partOf) })
  const last = await solveNext(milp, [fair], { ...solving, level: 6, from: eased.values })
  return {
    assigned: last.values,
    levels: [easy, fair].map((level) => objectiveValue(level, last.values)),
    bounds: [...eased.bounds, ...last.bounds],
  }
}

function assignedIn({ options }: CoverProblem, parts: readonly SolvedPart[]): Uint8Array {
  const assigned = new Uint8Array(options.length)
  for (const part of parts) for (const number of part.assigned) assigned[number] = 1
  return assigned
}

function partsByOption({ options }: CoverProblem, parts: readonly SolvedPart[]): Int32Array {
  const partOf = new Int32Array(options.length)
  parts.forEach(({ numbers }, part) => {
    for (const number of numbers) partOf[number] = part
  })
  return partOf
}

/** Rows that hold each level of each part at its value. */
const holdsOf = ({ levels, optionOf }: CoverModel, values: Float64Array, partOf: Int32Array): Row[] =>
  levels.flatMap(({ terms }) =>
    [...Map.groupBy(terms, ([column]) => partOf[optionOf[column] ?? 0]).values()].map((held) => ({
      terms: held,
      lower: Number.NEGATIVE_INFINITY,
      upper: sumOf(held, values),
    })),
  )

type Next = Pick<LastSolving, 'solve' | 'deadline' | 'onProgress'> & {
  readonly level: number
  readonly from: ArrayLike<number>
}

/** Solves a level from the values of those before, and holds it for those after. */
async function solveNext(
  milp: Milp,
  levels: readonly Objective[],
  { level, from, ...solving }: Next,
): Promise<Optimum> {
  const optimum = await solveLevels(milp, levels, {
    ...solving,
    start: extended(milp, from),
    onPart: (parts) => solving.onProgress?.({ firstLevel: level, lastLevel: level, ...parts }),
  })
  milp.rows.push(...optimum.holds)
  return optimum
}

/** Each part keeps to the number of half-days it was left with, so no more of some choices can be made within it. */
function mostOf(values: ArrayLike<number>, partOf: Int32Array): Most {
  const made = new Map<number, number>()
  for (const [option, part] of partOf.entries()) made.set(part, (made.get(part) ?? 0) + (values[option] ?? 0))
  return (some: readonly Choice[]) =>
    [...Map.groupBy(some, ({ x }) => partOf[x] ?? -1)].reduce(
      (sum, [part, group]) => sum + Math.min(group.length, made.get(part) ?? 0),
      0,
    )
}
