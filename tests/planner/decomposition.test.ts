import { solveParts } from '@vertretbar/planner/cover-parts'
import { Deadline } from '@vertretbar/planner/deadline'
import { solvePart } from '@vertretbar/planner/lexicographic'
import { extended, objectiveValue } from '@vertretbar/planner/milp'
import { coverModel } from '@vertretbar/planner/model'
import type { CoverProblem } from '@vertretbar/planner/problem'
import { loadSolver } from '@vertretbar/planner/solver'
import { expect } from 'vitest'
import { campaign } from '../campaign.ts'
import { medium } from '../generate/knobs.ts'
import { generateRegion } from '../generate/region.ts'
import { questionOf } from './question.ts'

/** The four levels reached, and as many proven bounds. */
interface Bounded {
  readonly levels: readonly number[]
  readonly bounds: readonly number[]
}

const seconds = (limit: number): Deadline => {
  const stop = { now: () => performance.now() }
  return new Deadline(stop, stop.now() + 1000 * limit)
}

async function undivided(problem: CoverProblem): Promise<Bounded> {
  const { milp, levels } = coverModel(problem)
  const { values, bounds } = await solvePart(milp, levels, {
    solve: await loadSolver(),
    deadline: seconds(20),
    start: extended(milp, []),
  })
  return { levels: levels.map((level) => objectiveValue(level, values)), bounds }
}

async function divided(problem: CoverProblem): Promise<Bounded & { readonly parts: number }> {
  const parts = await solveParts(problem, { solve: await loadSolver(), deadline: seconds(20), onProgress: () => {} })
  const { critical, normal } = problem.lost
  const total = (row: 'levels' | 'bounds') =>
    [critical, normal, 0, 0].map((lost, level) => parts.reduce((sum, part) => sum + (part[row][level] ?? 0), lost))
  return { levels: total('levels'), bounds: total('bounds'), parts: parts.length }
}

/** The first levels that are proven one after the other; what comes after an unproven one is held at another value. */
const proven = ({ levels, bounds }: Bounded): readonly number[] => {
  const end = levels.findIndex((value, level) => value !== bounds[level])
  return end === -1 ? levels : levels.slice(0, end)
}

campaign(
  'planner: medium regions divided into parts equal the undivided model',
  { test: 4, prove: 200 },
  async (seed) => {
    const { problem } = questionOf(generateRegion(seed, { ...medium, authorities: [3, 5], days: [20, 40] }))
    const [whole, parts] = [await undivided(problem), await divided(problem)]
    const both = Math.min(proven(whole).length, proven(parts).length)
    expect(parts.levels.slice(0, both)).toEqual(whole.levels.slice(0, both))
    // Where one of them met its time limit, neither may prove more than the other has reached.
    expect(parts.bounds[both] ?? 0).toBeLessThanOrEqual(whole.levels[both] ?? 0)
    expect(whole.bounds[both] ?? 0).toBeLessThanOrEqual(parts.levels[both] ?? 0)
  },
)
