// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient declaration has nothing to import.
/// <reference path="./highs.d.ts" />
import loadHighs from 'highs'
import type { ModelData } from 'highs/legacy-types'
import type { Milp, Objective } from './milp.ts'

/** What the solver found: column values, and a proven lower bound of the objective over whole numbers. */
export interface Solved {
  readonly values: Float64Array
  readonly bound: number
  readonly proven: boolean
}

/** Minimises an objective over a programme, starting from a feasible assignment of its columns. */
export type Solve = (milp: Milp, objective: Objective, start: Float64Array, seconds: number) => Solved

let loading: ReturnType<typeof loadHighs> | undefined

/** Loads HiGHS (WebAssembly, one thread), once per process. */
export async function loadSolver(): Promise<Solve> {
  loading ??= loadHighs()
  const highs = await loading
  return (milp, objective, start, seconds) =>
    highs.withModel(modelData(milp, objective), (model) => {
      model.options.set({
        output_flag: false,
        random_seed: 1,
        time_limit: Math.max(0.01, seconds),
        mip_rel_gap: 0,
        // Every objective counts whole things: less than one from the bound is the optimum.
        mip_abs_gap: 0.99,
        mip_heuristic_effort: milp.columns.length < 400 ? 0 : 0.05,
        mip_heuristic_run_feasibility_jump: milp.columns.length >= 400,
      })
      model.setSolution({ colValue: start })
      model.run()
      const proven = model.getModelStatus() === highs.constants.modelStatus.optimal
      const found = model.getSolution().colValue
      const dual = Number(model.info.get('mip_dual_bound'))
      const values = found.length === milp.columns.length && isFeasible(milp, found) ? found.map(Math.round) : start
      return { values, bound: Number.isFinite(dual) ? Math.ceil(dual - 1e-6) : Number.NEGATIVE_INFINITY, proven }
    })
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

function modelData(milp: Milp, { constant, terms }: Objective): ModelData {
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
