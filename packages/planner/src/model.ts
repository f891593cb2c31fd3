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
  const left = (['critical', 'normal'] as const).flatMap((level) =>
    needs.filter(({ criticality }) => criticality === level).map((need) => ({ need, ...shortageLeft(milp, need) })),
  )
  const shortage = (level: ServedNeed['criticality']): Objective => {
    const parts = left.filter(({ need }) => need.criticality === level)
    return {
      relaxation: 'tight',
      constant: parts.reduce((sum, { constant }) => sum + constant, lost[level]),
      terms: parts.flatMap(({ terms }) => terms),
    }
  }
  const weeks = handOvers.map((handOver) => [handOverIn(milp, handOver), 1] as const)
  wholeHandOvers(milp, left, handOversByOption(handOvers, weeks))
  return {
    milp,
    choices,
    optionOf: [
      ...options.keys(),
      ...left.map(({ need }) => need.options[0] ?? 0),
      ...handOvers.map(({ halfDays }) => halfDays[0]?.[0] ?? 0),
    ],
    levels: [
      shortage('critical'),
      shortage('normal'),
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

/** The column of an option's hand-over, and how many half-days one covers at most. */
type ByOption = ReadonlyMap<number, { readonly column: number; readonly most: number }>

const handOversByOption = (handOvers: readonly HandOver[], weeks: Objective['terms']): ByOption =>
  new Map(
    handOvers.flatMap(({ halfDays, most }, position) =>
      halfDays.flat().map((option) => [option, { column: weeks[position]?.[0] ?? 0, most }] as const),
    ),
  )

interface Left extends Sum {
  readonly need: ServedNeed
}

/**
 * Ten half-days of a need in a week, six by one person at most, take two hand-overs and not ten sixths. With n missing,
 * r at most by one person and s = n mod r: s · Σ y + Σ z ≥ s · ⌈n / r⌉ (mixed-integer rounding of r · Σ y + Σ z ≥ n).
 */
function wholeHandOvers(milp: Milp, left: readonly Left[], byOption: ByOption): void {
  for (const group of Map.groupBy(left, ({ need }) => need.week).values()) {
    const options = group.flatMap(({ need }) => need.options)
    const coming = new Map(options.map((option) => [byOption.get(option)?.column, byOption.get(option)?.most ?? 0]))
    const missing = group.reduce((sum, { need }) => sum + need.missing, 0)
    const most = Math.max(...coming.values())
    const rest = missing % most
    // Who comes that week anyway costs no hand-over, and there is none to count.
    if (options.some((option) => !byOption.has(option)) || missing <= most || rest === 0) continue
    const columns = [...coming.keys()].flatMap((column) => column ?? [])
    const constant = group.reduce((sum, one) => sum + one.constant, 0)
    milp.atLeast(
      [...columns.map((column) => [column, rest] as const), ...group.flatMap(({ terms }) => terms)],
      rest * Math.ceil(missing / most) - constant,
    )
  }
}

/** A column whose value follows from how many of some options are assigned. */
const served =
  (options: readonly number[], value: (assigned: number) => number) =>
  (values: ArrayLike<number>): number =>
    value(options.reduce((sum, option) => sum + (values[option] ?? 0), 0))
