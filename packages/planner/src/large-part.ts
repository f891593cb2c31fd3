import type { Deadline } from './deadline.ts'
import { Best, compareLevels, type Draft } from './draft.ts'
import { solvePart } from './lexicographic.ts'
import { extended, type Milp, type Objective } from './milp.ts'
import { coverModel } from './model.ts'
import type { CoverProblem } from './problem.ts'
import { type Draw, drawFrom } from './random.ts'
import { DualSearch } from './relaxation.ts'
import { ruinAndRecreate } from './search.ts'
import type { Solve } from './solver.ts'
import { type Window, Windows } from './window.ts'

/** A part too large for the solver, the best plan of it so far, and a proven bound per level. */
export interface LargePart {
  readonly problem: CoverProblem
  readonly draft: Draft
  readonly bounds: number[]
  readonly solve: Solve
  readonly onProgress: (best: Best) => void
}

/** What the phases share. */
interface Work extends LargePart {
  readonly best: Best
  readonly windows: Windows
  readonly draw: Draw
  readonly proofs: Map<number, DualSearch>
}

const windowMilliseconds = 200

/** The programme of a part with more options than these would take gigabytes: it is searched, and not bounded. */
const mostBounded = 250_000
const stepsBetweenWindows = 4000

/** So many windows in a row without any gain: what can still be won is not worth the wait. */
const mostVainTurns = 150

/**
 * Improves the plan of a part until its levels are proven, nothing is won any more, or time is up; never makes it
 * worse. Shortage comes first and alone, for a search that spares hand-overs from the start gets stuck. In between,
 * the relaxation of one level after the other proves bounds, with the levels before held at the values they have then.
 */
export async function improveLargePart(part: LargePart, deadline: Deadline): Promise<void> {
  const work: Work = {
    ...part,
    best: new Best(part.draft),
    windows: new Windows(part.problem),
    draw: drawFrom(part.problem.options.length),
    proofs: new Map(),
  }
  const { draft } = part
  const shortage = deadline.within(0.65)
  await ruinAndRecreate(draft, 2 * draft.packed.options, { deadline: shortage.within(0.15), depth: 1, draw: work.draw })
  await ruinAndRecreate(draft, 2 * draft.packed.options, { deadline: shortage.within(0.2), depth: 2, draw: work.draw })
  tell(work)
  await proveLevel(work, 0, shortage.within(0.25))
  await alternate(work, 2, shortage.within(0.4))
  for (const level of [0, 1]) await proveLevel(work, level, shortage.within(0.3))
  for (const level of [0, 1]) await branchLevel(work, level, shortage)
  await alternate(work, 4, deadline.within(0.75))
  for (const level of [0, 1, 2, 3]) await proveLevel(work, level, deadline)
  work.best.restore(draft)
}

function tell({ best, draft, onProgress }: Work): void {
  best.offer(draft)
  onProgress(best)
}

/** A bound of one level; taken up again where it was left off. */
async function proveLevel(work: Work, level: number, deadline: Deadline): Promise<void> {
  const { best, bounds, proofs } = work
  best.offer(work.draft)
  const reached = best.levels[level] ?? 0
  if ((bounds[level] ?? 0) >= reached || deadline.isOver()) return
  if (work.draft.packed.options > mostBounded) return
  const proof = proofs.get(level) ?? proofOf(work, level)
  proofs.set(level, proof)
  await proof.improve(reached, deadline)
  bounds[level] = Math.max(bounds[level] ?? 0, Math.min(proof.bound, reached))
  tell(work)
}

function proofOf(work: Work, level: number): DualSearch {
  const { milp, objective } = programmeOf(work, level)
  return new DualSearch(milp, objective)
}

/** In less, the solver would not even solve the relaxation of such a part. */
const leastBranchMilliseconds = 5000

/** Branch and bound closes what the relaxation leaves open of the first two levels, the time being long enough. */
async function branchLevel(work: Work, level: number, deadline: Deadline): Promise<void> {
  const { draft, best, bounds, problem, solve } = work
  best.offer(draft)
  const isProven = (before: number): boolean => (bounds[before] ?? 0) >= (best.levels[before] ?? 0)
  if (isProven(level) || deadline.left < leastBranchMilliseconds || problem.options.length > mostBounded) return
  if (level > 0 && !isProven(level - 1)) return
  best.restore(draft)
  const { milp, objective } = programmeOf(work, level)
  const start = extended(milp, draft.isAssigned)
  const { values, bound, proven } = await solve({
    milp,
    objective: { ...objective, relaxation: 'loose' },
    start,
    deadline,
  })
  reassign(draft, [...problem.options.keys()], values)
  // An interrupted search is not believed, a completed one is: as with every part that the solver proves.
  if (proven) bounds[level] = Math.max(bounds[level] ?? 0, Math.min(bound, draft.levels[level] ?? 0))
  tell(work)
  best.restore(draft)
}

/** One level with those before held. Without hand-overs, which cannot bind the first two, it is much smaller. */
function programmeOf({ problem, best }: Work, level: number): { milp: Milp; objective: Objective } {
  const { milp, levels } = coverModel(level < 2 ? { ...problem, handOvers: [] } : problem)
  levels.slice(0, level).forEach(({ terms, constant }, before) => {
    milp.atMost(terms, (best.levels[before] ?? 0) - constant)
  })
  return { milp, objective: levels[level] ?? { constant: 0, terms: [], relaxation: 'tight' } }
}

/** Window after window solved exactly with the rest held, and the search on the whole in between. */
async function alternate(work: Work, depth: number, deadline: Deadline): Promise<void> {
  const { draft, best, bounds, draw } = work
  const isProven = (): boolean => bounds.slice(0, depth).every((bound, level) => bound >= (best.levels[level] ?? 0))
  for (let vain = 0; vain < mostVainTurns && !isProven() && !deadline.isOver(); vain += 1) {
    const before = draft.levels.slice()
    await ruinAndRecreate(draft, stepsBetweenWindows, { deadline, depth, draw })
    const option = openedAt(work)
    if (option === undefined) return
    await solveWindow(work, work.windows.around(option, draft, draw), {
      depth,
      deadline: deadline.within(1, windowMilliseconds),
    })
    if (compareLevels(draft.levels, before, depth) < 0) vain = 0
    tell(work)
    await deadline.breathe()
  }
}

/** An option for a need that is short, or one that is assigned. */
function openedAt({ draft: { packed, short, assigned }, draw }: Work): number | undefined {
  if (short.size > 0 && draw(3) > 0) {
    const need = short.items[draw(short.size)] ?? 0
    const from = packed.optionsFor.starts[need] ?? 0
    return packed.optionsFor.items[from + draw((packed.optionsFor.starts[need + 1] ?? 0) - from)]
  }
  return assigned.size > 0 ? assigned.items[draw(assigned.size)] : undefined
}

interface Depth {
  readonly depth: number
  readonly deadline: Deadline
}

async function solveWindow(
  { draft, solve }: Work,
  { problem, numbers }: Window,
  { depth, deadline }: Depth,
): Promise<void> {
  if (deadline.isOver()) return
  const { milp, levels } = coverModel(depth <= 2 ? { ...problem, handOvers: [] } : problem)
  const start = extended(
    milp,
    numbers.map((number) => draft.isAssigned[number] ?? 0),
  )
  const { values } = await solvePart(milp, levels.slice(0, depth), { solve, deadline, start })
  const before = draft.levels.slice()
  reassign(draft, numbers, values)
  if (compareLevels(draft.levels, before, depth) > 0) reassign(draft, numbers, start)
}

/** Assigns of some options exactly those whose value is 1; what no longer fits is left out. */
function reassign(draft: Draft, numbers: readonly number[], values: ArrayLike<number>): void {
  for (const number of numbers) if (draft.isAssigned[number] === 1) draft.release(number)
  numbers.forEach((number, position) => {
    if (values[position] === 1 && draft.fits(number)) draft.assign(number)
  })
}
