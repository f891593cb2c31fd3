import { type CoverState, coverState } from '@vertretbar/domain/cover'
import { type FoundGap, findGaps } from '@vertretbar/domain/gap'
import { type Day, halfDayOf } from '@vertretbar/domain/half-day'
import { placeKey, type RegionIndex } from '@vertretbar/domain/region-index'
import { isStructural } from '@vertretbar/domain/structural'
import { effort } from './effort.ts'
import { type Nearest, nearestCandidates } from './explain.ts'
import { balanceSoFar, fairness, type Most } from './fairness.ts'
import { type Optimum, solveLevels } from './lexicographic.ts'
import { extended, type Objective, objectiveValue } from './milp.ts'
import { type Choice, coverModel } from './model.ts'
import { coverOptions, type OpenNeed, type Option, openNeeds } from './options.ts'
import { inYearsOf, type Levels, levelNames, recount, remainders } from './recount.ts'
import { type Deadline, loadSolver, type Solve } from './solver.ts'

/** Somebody covers at a place on these half-days, under an agreement unless it is in-house. */
export interface Assignment {
  readonly specialist: string
  readonly authority: string
  readonly area: string
  readonly agreement?: string
  readonly halfDays: readonly string[]
}

/** A shortage that the plan leaves, with the candidates who came nearest and all that speaks against them. */
export interface Uncovered {
  readonly requirement: string
  readonly need: number
  readonly halfDay: string
  readonly shortage: number
  readonly nearest: readonly Nearest[]
}

/** The best cover found, its six levels, and what is proven about them. */
export interface Plan {
  readonly status: 'optimal' | 'feasible'
  readonly deterministic: boolean
  readonly objective: Levels
  readonly bound: Levels
  readonly assignments: readonly Assignment[]
  readonly uncovered: readonly Uncovered[]
}

/** What to plan; `now` is a clock in milliseconds, against which the time limit runs. */
export interface PlanOptions {
  readonly today: Day
  readonly first: Day
  readonly last: Day
  readonly timeLimitSeconds: number
  readonly now: () => number
  readonly skipStructural?: boolean
  readonly onProgress?: (progress: { readonly level: number }) => void
}

/** Plans the best mutual cover for the gaps of a horizon: six levels, each as good as those before allow. */
export async function planCover(index: RegionIndex, options: PlanOptions): Promise<Plan> {
  const deadline = { now: options.now, at: options.now() + 1000 * options.timeLimitSeconds }
  const state = coverState(index, options, options.today)
  const open = openNeeds(state, gapsToCover(state, options))
  const found = solveCover(state, open, { ...options, solve: await loadSolver(), deadline })
  return describe(state, open, found)
}

function gapsToCover(state: CoverState, { skipStructural = false }: PlanOptions): FoundGap[] {
  const gaps = findGaps(state.supply, state.span)
  return skipStructural ? gaps.filter((gap) => !isStructural(state.index, gap)) : gaps
}

interface Found {
  readonly chosen: readonly Option[]
  readonly levels: Levels
  readonly bounds: readonly number[]
  readonly proven: readonly boolean[]
}

type Solving = PlanOptions & { readonly solve: Solve; readonly deadline: Deadline }

/** Levels 1 to 4 part by part; then effort and fairness over the whole, with the levels before held. */
function solveCover(state: CoverState, open: readonly OpenNeed[], solving: Solving): Found {
  const options = coverOptions(state, open)
  const { milp, choices, levels } = coverModel(state, open, options)
  solving.onProgress?.({ level: 1 })
  const nobody = extended(milp, [])
  const covered = solveLevels(milp, levels, { ...solving, start: nobody })
  milp.rows.push(...covered.holds)
  const balance = balanceSoFar(state, inYearsOf(solving.first, solving.last))
  const optima = [covered]
  const all: Objective[] = [...levels]
  const refinements = [
    { refine: () => effort(milp, choices, state), deadline: halfWay(solving.deadline) },
    {
      refine: () => fairness(milp, choices, { ...balance, most: mostOf(covered, choices) }),
      deadline: solving.deadline,
    },
  ]
  for (const { refine, deadline } of refinements) {
    solving.onProgress?.({ level: all.length + 1 })
    const level = refine()
    const start = extended(milp, optima.at(-1)?.values ?? nobody)
    const refined = solveLevels(milp, [level], { ...solving, deadline, start })
    milp.rows.push(...refined.holds)
    optima.push(refined)
    all.push(level)
  }
  const values = optima.at(-1)?.values ?? nobody
  const chosen = choices.filter(({ x }) => values[x] === 1).map(({ option }) => option)
  const counted = recount(state, open, chosen, balance)
  const proven = optima.flatMap((optimum) => optimum.proven)
  checkProof(
    counted,
    all.map((level) => objectiveValue(level, values)),
    proven,
  )
  return {
    chosen,
    levels: counted,
    bounds: optima.flatMap(({ bounds }: Optimum) => bounds),
    proven,
  }
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

function describe(state: CoverState, open: readonly OpenNeed[], { chosen, levels, bounds, proven }: Found): Plan {
  const nearest = nearestCandidates(
    state,
    chosen.map((option) => ({ ...option, specialist: option.specialist.id })),
  )
  const complete = proven.every((level) => level)
  return {
    status: complete ? 'optimal' : 'feasible',
    deterministic: complete,
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
        nearest: nearest(rest.open),
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
