import { Milp, type Objective, type Sum } from './milp.ts'
import type { Option } from './options.ts'
import type { CoverProblem, HandOver, ServedNeed } from './problem.ts'

/** An option and its column: 1 if it is assigned. */
export interface Choice {
  readonly option: Option
  readonly x: number
}

/** The rules of cover as rows, and the first four levels as objectives. */
export interface CoverModel {
  readonly milp: Milp
  readonly choices: readonly Choice[]
  readonly levels: readonly Objective[]
  /** For each column an option it goes with. */
  readonly optionOf: readonly number[]
}

/** A problem of cover as a programme; the column of an option has the option's number. */
export function coverModel({ options, limits, needs, handOvers, lost }: CoverProblem): CoverModel {
  const milp = new Milp()
  const choices = options.map((option) => ({ option, x: milp.column(0, 1) }))
  for (const { options: limited, most } of limits) milp.atMost(ones(limited), most)
  const left = (criticality: ServedNeed['criticality']): Objective => {
    const parts = needs.filter((need) => need.criticality === criticality).map((need) => shortageLeft(milp, need))
    return {
      relaxation: 'tight',
      constant: parts.reduce((sum, { constant }) => sum + constant, lost[criticality]),
      terms: parts.flatMap(({ terms }) => terms),
    }
  }
  const shortages = [left('critical'), left('normal')]
  const byCriticality = (['critical', 'normal'] as const).flatMap((one) =>
    needs.filter(({ criticality }) => criticality === one),
  )
  const weeks = handOvers.map((handOver) => [handOverIn(milp, handOver), 1] as const)
  return {
    milp,
    choices,
    optionOf: [
      ...options.keys(),
      ...byCriticality.map((need) => need.options[0] ?? 0),
      ...handOvers.map(({ halfDays }) => halfDays[0]?.[0] ?? 0),
    ],
    levels: [
      ...shortages,
      { constant: 0, terms: weeks, relaxation: 'tight' },
      { constant: 0, terms: ones([...options.keys()]), relaxation: 'tight' },
    ],
  }
}

const ones = (columns: readonly number[]): (readonly [number, number])[] =>
  columns.map((column) => [column, 1] as const)

function shortageLeft(milp: Milp, { missing, whole, options }: ServedNeed): Sum {
  if (whole) {
    const met = milp.column(
      0,
      1,
      served(options, (people) => (people >= missing ? 1 : 0)),
    )
    milp.atLeast([...ones(options), [met, -missing]], 0)
    return { constant: missing, terms: [[met, -missing]] }
  }
  const left = milp.column(
    0,
    missing,
    served(options, (people) => Math.max(0, missing - people)),
  )
  milp.atLeast([...ones(options), [left, 1]], missing)
  return { constant: 0, terms: [[left, 1]] }
}

/** The row over the whole week, against what the person may cover in it, is what makes the relaxation tight. */
function handOverIn(milp: Milp, { halfDays, most }: HandOver): number {
  const all = halfDays.flat()
  const handOver = milp.column(
    0,
    1,
    served(all, (assigned) => Math.min(1, assigned)),
  )
  milp.atMost([...ones(all), [handOver, -most]], 0)
  if (halfDays.length > 1) for (const same of halfDays) milp.atMost([...ones(same), [handOver, -1]], 0)
  return handOver
}

/** A column whose value follows from how many of some options are assigned. */
const served =
  (options: readonly number[], value: (assigned: number) => number) =>
  (values: ArrayLike<number>): number =>
    value(options.reduce((sum, option) => sum + (values[option] ?? 0), 0))
