import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CountryRun, type RivalRun, RivalRuns, WarmRun } from './planner/output.ts'
import { svg } from './planner/plot.ts'
import { type Ran, ran } from './planner/run.ts'
import { type Figure, median } from './report.ts'

/** The plan of the reference region in a warm process: quick enough for every run of the benchmark. */
export function warmFigures(root: string): Figure[] {
  const { output, command } = ran(root, WarmRun, ['warm'])
  const note = `${command}; ${output.runs.length} runs, ${output.proven ? 'all six levels proven' : 'not all levels proven'}`
  return [
    {
      name: 'reference region, plan, warm: median',
      value: median(output.runs),
      unit: 'ms',
      digits: 0,
      target: 250,
      note,
    },
  ]
}

/** All figures of the planner; takes a good quarter of an hour. */
export const plannerFigures = (root: string): Figure[] => [
  ...warmFigures(root),
  ...rivalFigures(root),
  ...giantFigures(root),
  ...growthFigures(root),
  ...germanyFigures(root),
]

const levelsOf = (levels: readonly number[]): string => (levels.length === 0 ? 'none' : levels.join(' / '))

/** One problem, and everybody who might solve it. */
function rivalFigures(root: string): Figure[] {
  const own = ran(root, CountryRun, ['pooled', 30, 60])
  const others = ran(root, RivalRuns, ['rivals', 30, 60, 'greedy', 'highs', 'glpk'])
  const named = { ...own.output, name: 'parts, search and proof', seconds: own.output.solving / 1000 }
  return [named, ...others.output].map(({ name, seconds, levels, bounds }) => ({
    name: `30 authorities like the reference region: ${name}`,
    value: seconds,
    unit: 's',
    digits: 2,
    note: `levels ${levelsOf(levels)}, bounds ${levelsOf(bounds)}`,
  }))
}

const limits = [2, 10, 30, 90]

/** Distance to the best proven bound, in per cent, on levels 1 and 2 of one web of 300 authorities. */
function giantFigures(root: string): Figure[] {
  const own = limits.map((seconds) => ran(root, CountryRun, ['giant', 300, seconds]))
  const others = limits.map((seconds) => ran(root, RivalRuns, ['giantRivals', 300, seconds, 'highs']).output[0])
  const best = [0, 1].map((level) => Math.max(1, ...own.map(({ output }) => output.bounds[level] ?? 0)))
  const distance = (levels: readonly number[], level: number): number =>
    (100 * ((levels[level] ?? 0) - (best[level] ?? 1))) / (best[level] ?? 1)
  const line = (name: string, runs: readonly (readonly number[])[], level: number) => ({
    name,
    points: limits.map((seconds, position) => [seconds, distance(runs[position] ?? [], level)] as const),
  })
  const ours = own.map(({ output }) => output.levels)
  const theirs = others.map((run) => run?.levels ?? [])
  save(root, 'planner-giant.svg', {
    title: 'One web of 300 authorities: distance to the proven bound',
    x: 'seconds',
    y: 'per cent',
    lines: [0, 1].flatMap((level) => [
      line(`level ${level + 1}`, ours, level),
      line(`level ${level + 1}, HiGHS`, theirs, level),
    ]),
  })
  const alone = [0, 1].map((level) => ({
    name: `the giant, level ${level + 1}, greedy alone: above the bound`,
    value: distance(own[0]?.output.greedy ?? [], level),
    unit: '%',
    digits: 2,
    note: levelsOf(own[0]?.output.greedy ?? []),
  }))
  const timed = limits.flatMap((seconds, position) =>
    [0, 1].flatMap((level) =>
      giantRows({ seconds, level, own: own[position], other: others[position] }, (levels) => distance(levels, level)),
    ),
  )
  return [...alone, ...timed]
}

interface Giant {
  readonly seconds: number
  readonly level: number
  readonly own: Ran<CountryRun> | undefined
  readonly other: RivalRun | undefined
}

const aims: Readonly<Record<number, number>> = { 10: 1, 90: 0.2 }

/** How far above the bound a level is after some seconds, and the same of HiGHS beside it. */
function giantRows({ seconds, level, own, other }: Giant, distance: (levels: readonly number[]) => number): Figure[] {
  const [ours, theirs] = [own?.output.levels ?? [], other?.levels ?? []]
  const target = aims[seconds]
  return [
    {
      name: `giant of ${own?.output.largest} options, level ${level + 1}, ${seconds} s: above the bound`,
      value: distance(ours),
      unit: '%',
      digits: 2,
      ...(target === undefined ? {} : { target }),
      note: `${own?.command}: ${levelsOf(ours)}, bounds ${levelsOf(own?.output.bounds ?? [])}`,
    },
    {
      name: 'the same, HiGHS on the undivided model',
      value: distance(theirs),
      unit: '%',
      digits: 2,
      note: `${other?.seconds.toFixed(1)} s: ${levelsOf(theirs)}`,
    },
  ]
}

const sizes = [10, 30, 100, 300, 1000, 3000]

function growthFigures(root: string): Figure[] {
  const runs = sizes.map((size) => ran(root, CountryRun, ['sparse', size, 600]))
  const line = (name: string, value: (run: CountryRun) => number) => ({
    name,
    points: runs.map(({ output }, position) => [sizes[position] ?? 1, value(output)] as const),
  })
  save(root, 'planner-growth.svg', {
    title: 'Sparse countries, levels 1 to 4 proven, one core',
    x: 'authorities',
    y: 'seconds',
    lines: [
      line('to the problem', ({ preparing }) => preparing / 1000),
      line('to the proof', ({ solving }) => solving / 1000),
      line('slowest part', ({ milliseconds }) => Math.max(...milliseconds) / 1000),
    ],
  })
  return [
    ...runs.flatMap((run, position) => sizeFigures(`${sizes[position]} authorities × 12 weeks, sparse`, run)),
    ...sizeFigures('1000 authorities × 12 weeks, each district a pool', ran(root, CountryRun, ['pooled', 1000, 600])),
  ]
}

const measured = '1000 authorities × 12 weeks, sparse'

function sizeFigures(country: string, { output, command }: Ran<CountryRun>): Figure[] {
  const isMeasure = country === measured
  const sorted = output.milliseconds.toSorted((a, b) => a - b)
  const share = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
  return [
    {
      name: `${country}: levels 1 to 4`,
      value: output.solving / 1000,
      unit: 's',
      digits: 1,
      ...(isMeasure ? { target: 20 } : {}),
      note: `${command}; ${output.parts} parts, ${output.unproven} unproven; ${output.options} options found in ${(output.preparing / 1000).toFixed(1)} s`,
    },
    {
      name: 'the same, a part: 99 of 100 within',
      value: share(0.99),
      unit: 'ms',
      digits: 1,
      ...(isMeasure ? { target: 100 } : {}),
      note: `median ${share(0.5).toFixed(1)} ms, slowest ${share(1).toFixed(0)} ms; levels ${levelsOf(output.levels)}`,
    },
  ]
}

/** The country as a whole, and how long it would take several workers, who each take the next part when free. */
function germanyFigures(root: string): Figure[] {
  const { output, command } = ran(root, CountryRun, ['sparse', 11_000, 1800])
  return [
    {
      name: '11,000 authorities × 12 weeks, one core: levels 1 to 4',
      value: output.solving / 1000,
      unit: 's',
      digits: 0,
      note: `${command}; ${output.parts} parts, ${output.unproven} unproven; ${output.options} options found in ${(output.preparing / 1000).toFixed(0)} s`,
    },
    {
      name: 'the same, peak memory',
      value: output.peakRss / 1e6,
      unit: 'MB',
      digits: 0,
      note: `${output.people} people`,
    },
    ...[1, 10, 100].map((workers) => ({
      name: `the same parts on ${workers} workers: makespan`,
      value: makespan(output.milliseconds, workers) / 1000,
      unit: 's',
      digits: 1,
      note: 'computed from the measured parts, the longest first',
    })),
  ]
}

function makespan(milliseconds: readonly number[], workers: number): number {
  const loads = new Float64Array(workers)
  for (const one of milliseconds.toSorted((a, b) => b - a)) {
    const free = loads.indexOf(Math.min(...loads))
    loads[free] = (loads[free] ?? 0) + one
  }
  return Math.max(...loads)
}

function save(root: string, name: string, plot: Parameters<typeof svg>[0]): void {
  const folder = join(root, 'tests/bench/plots')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), svg(plot))
}
