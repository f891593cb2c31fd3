import { Draft } from '@vertretbar/planner/draft'
import { extended, type Milp, type Objective, objectiveValue } from '@vertretbar/planner/milp'
import { coverModel } from '@vertretbar/planner/model'
import { packed } from '@vertretbar/planner/packed'
import type { CoverProblem } from '@vertretbar/planner/problem'
import { fillGreedily } from '@vertretbar/planner/search'
import { loadSolver } from '@vertretbar/planner/solver'
import loadGlpk, { type GLPK } from 'glpk.js/node'
import { type CountryKnobs, country } from '../../generate/country.ts'
import type { RivalRun } from './output.ts'
import { asked, deadlineIn } from './question.ts'

/** Greedy alone, HiGHS and GLPK on one undivided problem, level by level, each with the same time in all. */
export async function rivalsRun(
  knobs: Partial<CountryKnobs>,
  seconds: number,
  names: readonly string[],
): Promise<RivalRun[]> {
  const { problem } = asked(country(1, knobs))
  const runs: RivalRun[] = []
  for (const name of names) {
    const rival = rivals[name]
    if (rival === undefined) throw new Error(`${name} is none of ${Object.keys(rivals).join(', ')}`)
    runs.push(await rival(problem, seconds))
  }
  return runs
}

type Rival = (problem: CoverProblem, seconds: number) => Promise<RivalRun> | RivalRun

const rivals: Readonly<Record<string, Rival>> = { greedy: greedyAlone, highs: undividedHighs, glpk: undividedGlpk }

function greedyAlone(problem: CoverProblem): RivalRun {
  const start = performance.now()
  const draft = new Draft(packed(problem))
  fillGreedily(draft)
  const { critical, normal } = problem.lost
  const levels = [critical, normal, 0, 0].map((lost, level) => lost + (draft.levels[level] ?? 0))
  return { name: 'greedy alone', seconds: (performance.now() - start) / 1000, levels, bounds: [] }
}

async function undividedHighs(problem: CoverProblem, seconds: number): Promise<RivalRun> {
  const solve = await loadSolver()
  const deadline = deadlineIn(seconds)
  return levelByLevel('HiGHS, undivided', problem, ({ milp, objective, start }) =>
    // Loose: by branch and bound alone, without our own rounding of the relaxation.
    solve({ milp, objective: { ...objective, relaxation: 'loose' }, start, deadline: deadline.within(0.4) }),
  )
}

async function undividedGlpk(problem: CoverProblem, seconds: number): Promise<RivalRun> {
  const glpk = await loadGlpk()
  const end = performance.now() + 1000 * seconds
  return levelByLevel('glpk.js, undivided', problem, ({ milp, objective, start }) => {
    const limit = Math.max(1, Math.round((0.4 * (end - performance.now())) / 1000))
    const { result } = glpk.solve(lpOf(glpk, milp, objective), { msglev: glpk.GLP_MSG_OFF, tmlim: limit, presol: true })
    const values = start.map((known, column) => Math.round(result.vars[`x${column}`] ?? known))
    const found = result.status === glpk.GLP_OPT || result.status === glpk.GLP_FEAS
    const better = found && objectiveValue(objective, values) < objectiveValue(objective, start)
    return {
      values: better ? values : start,
      bound: result.status === glpk.GLP_OPT ? objectiveValue(objective, better ? values : start) : 0,
    }
  })
}

interface Level {
  readonly milp: Milp
  readonly objective: Objective
  readonly start: Float64Array
}

interface Reached {
  readonly values: Float64Array
  readonly bound: number
}

async function levelByLevel(
  name: string,
  problem: CoverProblem,
  solveOne: (level: Level) => Reached | Promise<Reached>,
): Promise<RivalRun> {
  const begin = performance.now()
  const { milp, levels } = coverModel(problem)
  const bounds: number[] = []
  let values = extended(milp, [])
  for (const objective of levels) {
    const found = await solveOne({ milp, objective, start: values })
    values = found.values
    bounds.push(Math.max(0, found.bound))
    milp.atMost(objective.terms, objectiveValue(objective, values) - objective.constant)
  }
  return {
    name,
    seconds: (performance.now() - begin) / 1000,
    levels: levels.map((level) => objectiveValue(level, values)),
    bounds,
  }
}

const named = (list: Objective['terms']) => list.map(([column, coef]) => ({ name: `x${column}`, coef }))

function lpOf(glpk: GLPK, { columns, rows }: Milp, { terms }: Objective): Parameters<GLPK['solve']>[0] {
  return {
    name: 'cover',
    objective: { direction: glpk.GLP_MIN, name: 'level', vars: named(terms) },
    subjectTo: rows.map((row, number) => ({
      name: `r${number}`,
      vars: named(row.terms),
      bnds: Number.isFinite(row.upper)
        ? { type: glpk.GLP_UP, ub: row.upper, lb: 0 }
        : { type: glpk.GLP_LO, lb: row.lower, ub: 0 },
    })),
    bounds: columns.map(({ lower, upper }, column) => ({
      name: `x${column}`,
      type: glpk.GLP_DB,
      lb: lower,
      ub: upper,
    })),
    generals: columns.map((_, column) => `x${column}`),
  }
}
