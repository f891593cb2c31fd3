import type { Deadline } from './deadline.ts'
import { Best, compareLevels, Draft } from './draft.ts'
import { improveLargePart } from './large-part.ts'
import { type Optimum, solvePart } from './lexicographic.ts'
import { extended } from './milp.ts'
import { coverModel } from './model.ts'
import type { Option } from './options.ts'
import { packed } from './packed.ts'
import { type PartMemory, partKey } from './part-memory.ts'
import { partsOf } from './parts.ts'
import type { CoverProblem } from './problem.ts'
import { drawFrom } from './random.ts'
import { fillGreedily, ruinAndRecreate } from './search.ts'
import type { Solve } from './solver.ts'

/** A part as it is left: who is assigned, by the option's number in the whole, its four levels, and a bound of each. */
export interface SolvedPart {
  /** All options of the part. */
  readonly numbers: readonly number[]
  readonly assigned: readonly number[]
  readonly levels: readonly number[]
  readonly bounds: readonly number[]
}

/** How far the parts have come: those done, and over all parts the levels reached and their proven bounds. */
export interface CoverProgress {
  readonly done: number
  readonly parts: number
  readonly levels: readonly number[]
  readonly bounds: readonly number[]
}

/** How to solve a problem of cover. */
export interface CoverSolving {
  readonly solve: Solve
  readonly deadline: Deadline
  readonly onProgress: (progress: CoverProgress) => void
  /** Whether an option was part of the plan before, from which the search begins. */
  readonly before?: ((option: Option) => boolean) | undefined
  /** The parts of earlier problems that were solved to proof; those of this one are added. */
  readonly memory?: PartMemory | undefined
  /** Told of each part when it ends. */
  readonly onPart?: ((part: SolvedPart) => void) | undefined
}

/** More options than these are too many for a branch and bound of levels 1 to 4 to end in reasonable time. */
const largeOptions = 4000

/** A part up to this size is proven sooner than searched. */
const smallOptions = 100

/**
 * Levels 1 to 4 part by part, small ones first: what the large ones leave unproven must not cost the small ones their
 * proof. All parts have a plan before the first is improved, so that the whole has one whenever time runs out.
 */
export async function solveParts(problem: CoverProblem, solving: CoverSolving): Promise<SolvedPart[]> {
  const parts = partsOf(problem)
  const solved = parts.map(({ problem: part, numbers }) => describe(firstDraft(part, solving), numbers, leastOf(part)))
  const sums = new Sums(problem, solved)
  solving.onProgress({ done: 0, parts: parts.length, levels: [...sums.levels], bounds: [...sums.bounds] })
  const put = (position: number, part: SolvedPart): void => {
    sums.change(solved[position], part)
    solved[position] = part
    solving.onProgress({ done: position, parts: parts.length, levels: [...sums.levels], bounds: [...sums.bounds] })
  }
  for (const [position, { problem: part, numbers }] of parts.entries()) {
    if (solving.deadline.isOver()) break
    const { draft, bounds } = await recall(part, solving, (better, known) =>
      put(position, describe(better, numbers, known)),
    )
    const done = describe(draft, numbers, bounds)
    put(position, done)
    solving.onPart?.(done)
    await solving.deadline.breathe()
  }
  return solved
}

/** The levels and bounds over all parts, kept up to date part by part: there may be ten thousands. */
class Sums {
  readonly levels: number[]
  readonly bounds: number[]

  constructor({ lost: { critical, normal } }: CoverProblem, parts: readonly SolvedPart[]) {
    this.levels = [critical, normal, 0, 0]
    this.bounds = [critical, normal, 0, 0]
    for (const part of parts) this.change(undefined, part)
  }

  change(before: SolvedPart | undefined, after: SolvedPart): void {
    for (const row of ['levels', 'bounds'] as const)
      after[row].forEach((value, level) => {
        this[row][level] = (this[row][level] ?? 0) + value - (before?.[row][level] ?? 0)
      })
  }
}

/** What is left of the plan before, filled up greedily. */
function firstDraft(problem: CoverProblem, { before }: Pick<CoverSolving, 'before'>): Draft {
  const draft = new Draft(packed(problem))
  if (before !== undefined)
    problem.options.forEach((option, number) => {
      if (before(option) && draft.fits(number)) draft.assign(number)
    })
  fillGreedily(draft)
  return draft
}

const describe = (
  draft: Pick<Best, 'isAssigned' | 'levels'>,
  numbers: readonly number[],
  bounds: readonly number[],
): SolvedPart => ({
  numbers,
  assigned: numbers.filter((_, position) => draft.isAssigned[position] === 1),
  levels: [...draft.levels],
  bounds: [...bounds],
})

/** What stays short even if everybody came who could. */
function leastOf({ needs, options }: CoverProblem): number[] {
  const least = [0, 0, 0, 0]
  for (const { criticality, missing, whole, options: serving } of needs) {
    const level = criticality === 'critical' ? 0 : 1
    const people = new Set(serving.map((option) => options[option]?.specialist.id)).size
    if (people < missing) least[level] = (least[level] ?? 0) + (whole ? missing : missing - people)
  }
  return least
}

type Show = (best: Best, bounds: readonly number[]) => void

interface SolvedOne {
  readonly draft: Pick<Best, 'isAssigned' | 'levels'>
  readonly bounds: readonly number[]
}

/** The same where the part was met before. */
async function recall(problem: CoverProblem, solving: CoverSolving, show: Show): Promise<SolvedOne> {
  const { memory } = solving
  if (memory === undefined || problem.options.length > largeOptions) return solveOne(problem, solving, show)
  const key = partKey(problem, solving.before)
  const known = memory.get(key)
  if (known !== undefined) return { draft: known, bounds: [...known.levels] }
  const solved = await solveOne(problem, solving, show)
  // What the clock cut short might be solved better another time.
  if (compareLevels(solved.bounds, solved.draft.levels, 4) === 0)
    memory.set(key, { isAssigned: solved.draft.isAssigned, levels: solved.draft.levels })
  return solved
}

async function solveOne(problem: CoverProblem, solving: CoverSolving, show: Show): Promise<SolvedOne> {
  const { solve, deadline } = solving
  const draft = firstDraft(problem, solving)
  const bounds = leastOf(problem)
  if (problem.options.length > largeOptions) {
    const onProgress = (best: Best): void => show(best, bounds)
    await improveLargePart({ problem, draft, bounds, solve, onProgress }, deadline)
    return { draft, bounds }
  }
  if (problem.options.length > smallOptions) {
    const best = new Best(draft)
    const draw = drawFrom(problem.options.length)
    await ruinAndRecreate(draft, 2 * problem.options.length, { deadline, depth: 2, draw })
    await ruinAndRecreate(draft, 10 * problem.options.length, { deadline, depth: 4, draw })
    best.offer(draft)
    best.restore(draft)
  }
  const { milp, levels } = coverModel(problem)
  const found = await solvePart(milp, levels, { solve, deadline, start: extended(milp, draft.isAssigned) })
  adopt(draft, found)
  return { draft, bounds: found.bounds.map((bound, level) => Math.max(bound, bounds[level] ?? 0)) }
}

/** The draft becomes what the solver found, which is never worse. */
function adopt(draft: Draft, { values }: Optimum): void {
  for (const option of draft.isAssigned.keys())
    if (draft.isAssigned[option] === 1 && values[option] !== 1) draft.release(option)
  for (const option of draft.isAssigned.keys())
    if (draft.isAssigned[option] === 0 && values[option] === 1) draft.assign(option)
}
