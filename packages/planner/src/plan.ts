import type { CoverState } from '@vertretbar/domain/cover'
import { halfDayOf } from '@vertretbar/domain/half-day'
import { type Assignment, type Levels, levelNames, type Plan, type PlanProgress } from '@vertretbar/domain/plan'
import type { RegionIndex } from '@vertretbar/domain/region-index'
import { accept, type Result } from '@vertretbar/domain/result'
import { assignmentsOf, isIn } from './assignments.ts'
import { Deadline, type Stop } from './deadline.ts'
import { nearestCandidates } from './nearest.ts'
import { type Found, solveCover } from './optimise.ts'
import type { OpenNeed } from './options.ts'
import { ask, type PlanRefusal, type Question } from './question.ts'
import { remainders } from './recount.ts'
import { loadSolver } from './solver.ts'
import { type Surrogates, surrogatesFor } from './surrogates.ts'

/** What to plan and how; `now` is a clock in milliseconds, against which the time limit runs. */
export interface PlanOptions extends Question, Stop {
  readonly timeLimitSeconds: number
  /** The plan before: what of it is still possible is where the search begins, and stays unless something is better. */
  readonly before?: readonly Assignment[] | undefined
  /** Whether to tell own people and those of others apart too. */
  readonly apart?: boolean
  readonly onProgress?: (progress: PlanProgress) => void
}

/** Plans the best mutual cover for the gaps of a horizon: six levels, each as good as those before allow. */
export async function planOrRefuse(index: RegionIndex, options: PlanOptions): Promise<Result<Plan, PlanRefusal>> {
  const deadline = new Deadline(options, options.now() + 1000 * options.timeLimitSeconds)
  const surrogates = surrogatesFor(index)
  const asked = ask(surrogates.index, options)
  if (!asked.ok) return asked
  const found = await solveCover(asked.value, {
    ...options,
    before: isIn(surrogates.hidden(options.before ?? [])),
    solve: await loadSolver(),
    // The solver may run over by a little, and the plan is still to be counted again and explained.
    deadline: deadline.within(0.9),
  })
  const { apart = false } = options
  const telling = { ...asked.value, surrogates, apart, deadline: deadline.later(graceMilliseconds) }
  const plan = describe(telling, found)
  return accept({ ...plan, deterministic: !deadline.hasCut })
}

/** Reasons may come this much after the deadline; half a second is what the whole may run over. */
const graceMilliseconds = 250

/** The same for whom a refusal is unexpected: it is thrown. */
export async function planCover(index: RegionIndex, options: PlanOptions): Promise<Plan> {
  const planned = await planOrRefuse(index, options)
  if (planned.ok) return planned.value
  throw new Error(planned.refusal.code, { cause: planned.refusal })
}

interface Planning {
  readonly state: CoverState
  readonly open: readonly OpenNeed[]
  readonly surrogates: Surrogates
  readonly apart: boolean
  readonly deadline: Deadline
}

function describe(planning: Planning, { chosen, levels, bounds }: Found): Omit<Plan, 'deterministic'> {
  const { state, open, surrogates, apart, deadline } = planning
  const [critical = false, normal = false, ...others] = levelNames.map(
    (name, level) => (bounds[level] ?? 0) >= levels[name],
  )
  const nearest = nearestCandidates(state, {
    cover: chosen.map((option) => ({ ...option, specialist: option.specialist.id })),
    leastShort: { critical, normal },
    idOf: surrogates.idOf,
    apart,
  })
  return {
    status: critical && normal && others.every((proven) => proven) ? 'optimal' : 'feasible',
    objective: levels,
    bound: boundsOf(levels, bounds),
    assignments: surrogates.shown(assignmentsOf(chosen)),
    uncovered: remainders(open, chosen)
      .filter(({ left }) => left > 0)
      .map((rest) => ({
        requirement: rest.open.ref.requirement.id,
        need: rest.open.ref.position,
        halfDay: halfDayOf(rest.open.halfDay),
        shortage: rest.left,
        // A plan in time is worth more than all of its reasons; those left out can be asked for one by one.
        ...(deadline.isOver() ? { nearest: [] } : nearest(rest.open)),
      })),
  }
}

const boundsOf = (levels: Levels, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]): Levels => ({
  criticalShortage: Math.min(a, levels.criticalShortage),
  normalShortage: Math.min(b, levels.normalShortage),
  handOvers: Math.min(c, levels.handOvers),
  halfDays: Math.min(d, levels.halfDays),
  effort: Math.min(e, levels.effort),
  fairness: Math.min(f, levels.fairness),
})
