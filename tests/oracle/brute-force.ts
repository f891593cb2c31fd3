import type { Region } from '@vertretbar/domain/region'
import { assignmentsOf, type Cover } from './assignments.ts'
import { type JointChoice, jointChoices } from './joint-choices.ts'
import { applied, type Effect, effectOf, type Marks, type Readers, readersOf, stillRead, textOf } from './marks.ts'
import { optionsOf } from './options.ts'
import { type Objective, shortagesLeft } from './recount.ts'
import type { Assignment, Horizon } from './region.ts'

/** The first four levels of the objective, the first counting most. */
export type FirstLevels = Pick<Objective, 'criticalShortage' | 'normalShortage' | 'handOvers' | 'halfDays'>

/** A best plan by levels 1 to 4, and what it reaches. */
export interface Best {
  readonly objective: FirstLevels
  readonly assignments: readonly Assignment[]
}

/** How many options may be tried, and which of them; all if it is not said. */
export interface Budget {
  readonly mostOptions: number
  readonly permits?: (option: Cover) => boolean
}

/** What can be done at one half-day, and what the half-days after it will still read of it. */
interface Stage {
  readonly choices: readonly JointChoice[]
  readonly readers: Readers
  /** What the half-days after it leave short at the very least, each taken by itself. */
  readonly leastAhead: FirstLevels
}

interface Reached {
  readonly marks: Marks
  readonly objective: FirstLevels
  readonly covers: readonly Cover[]
}

type Effects = ReadonlyMap<Cover, Effect>

/** More than this many ways at one half-day, or states after it, are too many for a test. */
const mostStates = 20_000

/** As many states are enough for a first good plan. */
const fewStates = 40

const nothing: FirstLevels = { criticalShortage: 0, normalShortage: 0, handOvers: 0, halfDays: 0 }

/**
 * The exact lexicographic optimum of levels 1 to 4, or undefined if there are more options than the budget.
 *
 * Half-day by half-day it tries every joint choice on every state reached so far. A half-day bears on later ones only
 * through its marks, and costs add up; so of two ways to the same marks the better one (as tuples compare) is enough.
 * A state that cannot get below a plan already known, even if every later half-day went as well as it can, is dropped.
 */
export function bruteForce(region: Region, horizon: Horizon, { mostOptions, permits }: Budget): Best | undefined {
  const options = optionsOf(region, horizon).filter(permits ?? (() => true))
  if (options.length > mostOptions) return undefined
  const effects = new Map(options.map((option) => [option, effectOf(region, option)]))
  const stages = stagesOf(region, options, effects)
  if (stages === undefined) return undefined
  const start = { marks: new Map<string, number>(), objective: withoutOptions(region, horizon, options), covers: [] }
  const good = bestEnd(start, stages, effects, (states) => states.toSorted(byObjective).slice(0, fewStates))
  if (good === undefined) throw new Error('doing nothing is always feasible')
  const isHopeless = (state: Reached, { leastAhead }: Stage) =>
    compare(plus(state.objective, leastAhead), good.objective) > 0
  const best = bestEnd(start, stages, effects, (states, stage) => {
    const hopeful = states.filter((state) => !isHopeless(state, stage))
    return hopeful.length > mostStates ? undefined : hopeful
  })
  return best && { objective: best.objective, assignments: assignmentsOf(best.covers) }
}

/** The half-days that have options, in time order; undefined if one has too many ways to use them. */
function stagesOf(region: Region, options: readonly Cover[], effects: Effects): Stage[] | undefined {
  const halfDays = [...new Set(options.map(({ halfDay }) => halfDay))].toSorted()
  const stages: Stage[] = []
  let leastAhead = nothing
  for (const halfDay of halfDays.toReversed()) {
    const choices = jointChoices(
      region,
      halfDay,
      options.filter((option) => option.halfDay === halfDay),
      mostStates,
    )
    if (choices === undefined) return undefined
    const toCome = options.filter((option) => option.halfDay > halfDay).map((option) => effectIn(effects, option))
    stages.unshift({ choices, readers: readersOf(toCome), leastAhead })
    const [least] = choices.map(shortagesOf).toSorted(compare)
    leastAhead = plus(leastAhead, least ?? nothing)
  }
  return stages
}

/** What is short at half-days for which there is no option. */
function withoutOptions(region: Region, horizon: Horizon, options: readonly Cover[]): FirstLevels {
  return shortagesLeft(region, horizon, [])
    .filter(({ halfDay }) => !options.some((option) => option.halfDay === halfDay))
    .map(({ need, shortage }) =>
      need.requirement.criticality === 'critical'
        ? { ...nothing, criticalShortage: shortage }
        : { ...nothing, normalShortage: shortage },
    )
    .reduce(plus, nothing)
}

/** The best end of all ways through the stages; after each the states are thinned out, or given up altogether. */
function bestEnd(
  start: Reached,
  stages: readonly Stage[],
  effects: Effects,
  thinned: (states: readonly Reached[], stage: Stage) => readonly Reached[] | undefined,
): Reached | undefined {
  let reached: readonly Reached[] = [start]
  for (const stage of stages) {
    const next = thinned(advanced(reached, stage, effects), stage)
    if (next === undefined) return undefined
    reached = next
  }
  return reached.toSorted(byObjective)[0]
}

/** The best state for each set of marks, after every joint choice on every state. */
function advanced(reached: readonly Reached[], { choices, readers }: Stage, effects: Effects): Reached[] {
  const best = new Map<string, Reached>()
  for (const state of reached) {
    for (const choice of choices) {
      const next = after(state, choice, effects)
      if (next === undefined) continue
      const marks = stillRead(next.marks, readers)
      const text = textOf(marks)
      const known = best.get(text)
      if (known === undefined || byObjective(next, known) < 0) best.set(text, { ...next, marks })
    }
  }
  return [...best.values()]
}

/** The state after a joint choice; undefined if a limit or a conflict forbids it. */
function after({ marks, objective, covers }: Reached, choice: JointChoice, effects: Effects): Reached | undefined {
  let handOvers = 0
  let marksThen = marks
  for (const cover of choice.covers) {
    const step = applied(marksThen, effectIn(effects, cover))
    if (step === undefined) return undefined
    marksThen = step.marks
    handOvers += step.handOvers
  }
  const cost = { ...shortagesOf(choice), handOvers, halfDays: choice.covers.length }
  return { marks: marksThen, objective: plus(objective, cost), covers: [...covers, ...choice.covers] }
}

/** Below zero if the first is better: the first level that differs decides. */
export const compare = (a: FirstLevels, b: FirstLevels): number =>
  a.criticalShortage - b.criticalShortage ||
  a.normalShortage - b.normalShortage ||
  a.handOvers - b.handOvers ||
  a.halfDays - b.halfDays

const byObjective = (a: Reached, b: Reached): number => compare(a.objective, b.objective)

const plus = (a: FirstLevels, b: FirstLevels): FirstLevels => ({
  criticalShortage: a.criticalShortage + b.criticalShortage,
  normalShortage: a.normalShortage + b.normalShortage,
  handOvers: a.handOvers + b.handOvers,
  halfDays: a.halfDays + b.halfDays,
})

const shortagesOf = ({ critical, normal }: JointChoice): FirstLevels => ({
  ...nothing,
  criticalShortage: critical,
  normalShortage: normal,
})

function effectIn(effects: Effects, option: Cover): Effect {
  const effect = effects.get(option)
  if (effect === undefined) throw new Error('an option without effect')
  return effect
}
