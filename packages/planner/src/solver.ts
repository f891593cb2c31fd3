// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient declaration has nothing to import.
/// <reference path="./highs.d.ts" />
import loadHighs from 'highs'
import type { Highs, Model, ModelData } from 'highs/legacy-types'
import type { Deadline } from './deadline.ts'
import { type Milp, type Objective, objectiveValue } from './milp.ts'

/** An objective to be made small over a programme, from a feasible assignment of its columns. */
export interface Task {
  readonly milp: Milp
  readonly objective: Objective
  readonly start: Float64Array
  readonly deadline: Deadline
}

/** What the solver found: column values, and a proven lower bound of the objective over whole numbers. */
export interface Solved {
  readonly values: Float64Array
  readonly bound: number
  readonly proven: boolean
}

/** Solves a task as well as its deadline allows; never worse than its start. */
export type Solve = (task: Task) => Promise<Solved>

/** Where HiGHS (WebAssembly, one thread) comes from: one instance for all, until it is given up. */
export class SolverSource {
  readonly #load: () => Promise<Highs>
  #loading: Promise<Highs> | undefined

  constructor(load: () => Promise<Highs>) {
    this.#load = load
  }

  async get(): Promise<Highs> {
    this.#loading ??= this.#load()
    try {
      return await this.#loading
    } catch (error) {
      // Whatever was in the way, memory say, may be gone the next time.
      this.giveUp()
      throw error
    }
  }

  giveUp(): void {
    this.#loading = undefined
  }
}

const shared = new SolverSource(loadHighs)

/** Loads the solver, so that the first task does not wait for it. */
export async function loadSolver(source: SolverSource = shared): Promise<Solve> {
  await source.get()
  return async (task) => {
    const rounded = task.objective.relaxation === 'tight' ? await roundRelaxation(source, task) : undefined
    return rounded?.proven ? rounded : branchAndBound(source, { ...task, start: rounded?.values ?? task.start })
  }
}

/**
 * The linear relaxation, its whole columns kept and only the others searched: where the relaxation is tight, as it is
 * for cover, this proves most optima in a fraction of the time that branch and bound takes to get going.
 */
async function roundRelaxation(source: SolverSource, task: Task): Promise<Solved | undefined> {
  const data = modelData(task)
  const relaxed = await run(source, data, { ...task, options: { solve_relaxation: true } })
  if (!relaxed.complete) return undefined
  // A tenth is far above what the solver's tolerances can add up to, and far below the unit that bounds are told in.
  const bound = Math.ceil(relaxed.objective - 0.1)
  const rounded = against(bound, task, relaxed.values)
  if (rounded.proven) return rounded
  const options = searchOptions(task)
  const searched = await run(source, wholeKept(data, relaxed.values), { ...task, options })
  return against(bound, task, searched.values)
}

/** The better of the start and of what was found, and whether it meets a bound. */
function against(bound: number, task: Task, found: Float64Array): Solved {
  const values = betterOf(task, found)
  return { values, bound, proven: objectiveValue(task.objective, values) <= bound }
}

/** The programme with every column fixed that the relaxation left whole. */
function wholeKept(data: ModelData, relaxed: Float64Array): ModelData {
  const colLower = Float64Array.from(data.colLower)
  const colUpper = Float64Array.from(data.colUpper)
  relaxed.forEach((value, column) => {
    const whole = Math.round(value)
    if (Math.abs(value - whole) > 1e-6) return
    colLower[column] = whole
    colUpper[column] = whole
  })
  return { ...data, colLower, colUpper }
}

async function branchAndBound(source: SolverSource, task: Task): Promise<Solved> {
  const ran = await run(source, modelData(task), { ...task, options: searchOptions(task), from: task.start })
  const bound = Number.isFinite(ran.dualBound) ? Math.ceil(ran.dualBound - 1e-6) : Number.NEGATIVE_INFINITY
  const values = betterOf(task, ran.values)
  // An optimum whose values are no answer proves nothing about the answer that is kept.
  return { values, bound, proven: ran.complete && objectiveValue(task.objective, values) <= bound }
}

/** The better of the start and of what was found, if that is feasible: nothing is believed that does not recount. */
function betterOf({ milp, objective, start }: Task, found: Float64Array): Float64Array {
  if (found.length !== milp.columns.length || !isFeasible(milp, found)) return start
  const rounded = found.map(Math.round)
  return objectiveValue(objective, rounded) < objectiveValue(objective, start) ? rounded : start
}

type Options = Partial<Parameters<Model['options']['set']>[0]>

function searchOptions({ milp: { columns } }: Task): Options {
  // Heuristics and the search for symmetries cost a small programme more than they spare it, and presolve costs all.
  const isLarge = columns.length >= 2000
  return {
    mip_rel_gap: 0,
    // Every objective counts whole things: less than one from the bound is the optimum.
    mip_abs_gap: 0.99,
    presolve: 'off',
    mip_detect_symmetry: isLarge,
    mip_heuristic_effort: isLarge ? 0.1 : 0,
    mip_heuristic_run_feasibility_jump: isLarge,
  }
}

interface Run {
  readonly deadline: Deadline
  readonly options: Options
  readonly from?: Float64Array
}

interface Ran {
  readonly complete: boolean
  readonly values: Float64Array
  readonly objective: number
  readonly dualBound: number
}

/**
 * One run of the solver. HiGHS 1.15.3 was seen to fault on a programme of 6,000 columns ("memory access out of bounds",
 * within a heuristic): its memory is not to be trusted then, so a fresh instance tries once more, another way.
 */
async function run(source: SolverSource, data: ModelData, asked: Run): Promise<Ran> {
  for (const options of [asked.options, { ...asked.options, presolve: 'on', mip_heuristic_effort: 0 }]) {
    const highs = await source.get()
    try {
      return runOnce(highs, data, { ...asked, options })
    } catch (error) {
      if (!isFault(error)) throw error
      source.giveUp()
    }
  }
  return nothingFound
}

/** A trap of WebAssembly, or an abort of what was compiled to it; its own class is not in the language's types. */
const isFault = (error: unknown): boolean => error instanceof Error && error.name === 'RuntimeError'

const nothingFound: Ran = {
  complete: false,
  values: new Float64Array(),
  objective: Number.NaN,
  dualBound: Number.NEGATIVE_INFINITY,
}

function runOnce(highs: Highs, data: ModelData, { deadline, options, from }: Run): Ran {
  const seconds = Math.max(0.01, deadline.left / 1000)
  // Given back by hand: after a fault nothing of it may be called any more.
  const model = highs.createModel(data)
  model.options.set({ output_flag: false, random_seed: 1, time_limit: seconds, ...options })
  if (from) model.setSolution({ colValue: from })
  model.run(deadline.canBeStopped ? interrupts(highs, deadline) : {})
  const status = model.getModelStatus()
  const complete = status === highs.constants.modelStatus.optimal
  // A programme found infeasible (kept columns may make it so) is an end too, and no matter of time.
  if (!complete && status !== highs.constants.modelStatus.infeasible) deadline.cut()
  const ran = {
    complete,
    values: model.getSolution().colValue,
    objective: Number(model.info.get('objective_function_value')),
    dualBound: Number(model.info.get('mip_dual_bound')),
  }
  model.dispose()
  return ran
}

/** The solver's own clock knows the time limit; the signal is looked at whenever it asks. */
function interrupts(
  { constants: { callbackType } }: Highs,
  deadline: Deadline,
): NonNullable<Parameters<Model['run']>[0]> {
  const ask = (event: { interrupt: () => void }): undefined => {
    if (deadline.left === 0) event.interrupt()
    return undefined
  }
  return {
    [callbackType.mipInterrupt]: ask,
    [callbackType.simplexInterrupt]: ask,
    [callbackType.ipmInterrupt]: ask,
  }
}

/** Whether rounded values satisfy every bound and row: nothing is believed that does not recount. */
export function isFeasible(milp: Milp, values: ArrayLike<number>): boolean {
  const at = (column: number): number => Math.round(values[column] ?? Number.NaN)
  return (
    milp.columns.every(({ lower, upper }, column) => lower <= at(column) && at(column) <= upper) &&
    milp.rows.every(({ terms, lower, upper }) => {
      const sum = terms.reduce((total, [column, coefficient]) => total + coefficient * at(column), 0)
      return lower <= sum && sum <= upper
    })
  )
}

function modelData({ milp, objective: { constant, terms } }: Task): ModelData {
  const numCols = milp.columns.length
  const colCost = new Float64Array(numCols)
  for (const [column, coefficient] of terms) colCost[column] = (colCost[column] ?? 0) + coefficient
  const starts = new Int32Array(milp.rows.length + 1)
  milp.rows.forEach((row, position) => {
    starts[position + 1] = (starts[position] ?? 0) + row.terms.length
  })
  return {
    numCols,
    numRows: milp.rows.length,
    offset: constant,
    colCost,
    colLower: Float64Array.from(milp.columns, ({ lower }) => lower),
    colUpper: Float64Array.from(milp.columns, ({ upper }) => upper),
    rowLower: Float64Array.from(milp.rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(milp.rows, ({ upper }) => upper),
    matrix: {
      format: 'csr',
      numRows: milp.rows.length,
      numCols,
      starts,
      indices: Int32Array.from(milp.rows.flatMap((row) => row.terms.map(([column]) => column))),
      values: Float64Array.from(milp.rows.flatMap((row) => row.terms.map(([, coefficient]) => coefficient))),
    },
    integrality: new Int32Array(numCols).fill(1),
  }
}
