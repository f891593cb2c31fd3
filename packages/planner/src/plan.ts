import { type CoverState, coverState } from '@vertretbar/domain/cover'
import { type FoundGap, findGaps } from '@vertretbar/domain/gap'
import { type Day, halfDayOf } from '@vertretbar/domain/half-day'
import { type Assignment, type Levels, levelNames, type Plan, type PlanProgress } from '@vertretbar/domain/plan'
import { placeKey, type RegionIndex } from '@vertretbar/domain/region-index'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import { isStructural } from '@vertretbar/domain/structural'
import { Deadline, type Stop } from './deadline.ts'
import { nearestCandidates } from './explain.ts'
import { type Found, solveCover } from './optimise.ts'
import { coverOptions, type OpenNeed, type Option, openNeeds } from './options.ts'
import { remainders } from './recount.ts'
import { loadSolver } from './solver.ts'

/** What to plan; `now` is a clock in milliseconds, against which the time limit runs. */
export interface PlanOptions extends Stop {
  readonly today: Day
  readonly first: Day
  readonly last: Day
  readonly timeLimitSeconds: number
  readonly skipStructural?: boolean
  /** The most options that the memory at hand can hold, each about two kilobytes. */
  readonly mostOptions?: number
  readonly onProgress?: (progress: PlanProgress) => void
}

/** Why there is no plan: more options than its memory is made for. */
export interface PlanRefusal {
  readonly code: 'plan-too-large'
  /** There are at least so many. */
  readonly options: number
  readonly maximum: number
}

/** Where nothing else is said: some two and a half gigabytes. */
const usualMost = 1_250_000

/** Plans the best mutual cover for the gaps of a horizon: six levels, each as good as those before allow. */
export async function planOrRefuse(index: RegionIndex, options: PlanOptions): Promise<Result<Plan, PlanRefusal>> {
  const deadline = new Deadline(options, options.now() + 1000 * options.timeLimitSeconds)
  const state = coverState(index, options, options.today)
  const open = openNeeds(state, gapsToCover(state, options))
  const maximum = options.mostOptions ?? usualMost
  const covering = coverOptions(state, open, maximum)
  if (covering.length > maximum) return refuse({ code: 'plan-too-large', options: covering.length, maximum })
  // The solver may run over by a little, and the plan is still to be counted again and explained.
  const searching = deadline.within(0.9)
  const asked = { state, open, options: covering }
  const found = await solveCover(asked, { ...options, solve: await loadSolver(), deadline: searching })
  const plan = describe({ state, open, deadline: deadline.later(graceMilliseconds) }, found)
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

function gapsToCover(state: CoverState, { skipStructural = false }: PlanOptions): FoundGap[] {
  const gaps = findGaps(state.supply, state.span)
  return skipStructural ? gaps.filter((gap) => !isStructural(state.index, gap)) : gaps
}

interface Planning {
  readonly state: CoverState
  readonly open: readonly OpenNeed[]
  readonly deadline: Deadline
}

function describe({ state, open, deadline }: Planning, { chosen, levels, bounds }: Found): Omit<Plan, 'deterministic'> {
  const [critical = false, normal = false, ...others] = levelNames.map(
    (name, level) => (bounds[level] ?? 0) >= levels[name],
  )
  const nearest = nearestCandidates(state, {
    cover: chosen.map((option) => ({ ...option, specialist: option.specialist.id })),
    leastShort: { critical, normal },
  })
  return {
    status: critical && normal && others.every((proven) => proven) ? 'optimal' : 'feasible',
    objective: levels,
    bound: boundsOf(levels, bounds),
    assignments: assignmentsOf(chosen),
    uncovered: remainders(open, chosen)
      .filter(({ left }) => left > 0)
      .map((rest) => ({
        requirement: rest.open.ref.requirement.id,
        need: rest.open.ref.position,
        halfDay: halfDayOf(rest.open.halfDay),
        shortage: rest.left,
        // A plan in time is worth more than all of its reasons; those left out can be asked for one by one.
        nearest: deadline.isOver() ? [] : nearest(rest.open),
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

function assignmentsOf(chosen: readonly Option[]): Assignment[] {
  const groups = Map.groupBy(
    chosen,
    ({ specialist, place, agreement = '' }) => `${specialist.id} ${placeKey(place)} ${agreement}`,
  )
  return [...groups.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group
      if (first === undefined) return []
      const { specialist, place, agreement } = first
      const halfDays = group
        .map(({ halfDay }) => halfDay)
        .toSorted((a, b) => a - b)
        .map(halfDayOf)
      return [{ specialist: specialist.id, ...place, ...(agreement === undefined ? {} : { agreement }), halfDays }]
    })
}
