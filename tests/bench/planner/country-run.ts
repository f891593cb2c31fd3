import { solveParts } from '@vertretbar/planner/cover-parts'
import { loadSolver } from '@vertretbar/planner/solver'
import { type CountryKnobs, country } from '../../generate/country.ts'
import type { CountryRun } from './output.ts'
import { asked, deadlineIn } from './question.ts'

/** Levels 1 to 4 of a generated country on one core: time of each part, what is reached and proven, peak memory. */
export async function countryRun(knobs: Partial<CountryKnobs>, seconds: number): Promise<CountryRun> {
  const generated = country(1, knobs)
  const { problem, preparing } = asked(generated)
  const solve = await loadSolver()
  const milliseconds: number[] = []
  let greedy: readonly number[] | undefined
  let last: { levels: readonly number[]; bounds: readonly number[] } = { levels: [], bounds: [] }
  const start = performance.now()
  let before = start
  const parts = await solveParts(problem, {
    solve,
    deadline: deadlineIn(seconds),
    onProgress: (progress) => {
      if (greedy === undefined) before = performance.now()
      greedy ??= progress.levels
      last = progress
    },
    onPart: () => {
      const now = performance.now()
      milliseconds.push(now - before)
      before = now
    },
  })
  return {
    people: generated.region.specialists.length,
    options: problem.options.length,
    preparing,
    solving: performance.now() - start,
    parts: parts.length,
    largest: Math.max(0, ...parts.map(({ numbers }) => numbers.length)),
    unproven: parts.filter(({ levels, bounds }) => levels.some((value, level) => value > (bounds[level] ?? 0))).length,
    milliseconds,
    greedy: [...(greedy ?? [])],
    levels: [...last.levels],
    bounds: [...last.bounds],
    peakRss: 1024 * process.resourceUsage().maxRSS,
  }
}
