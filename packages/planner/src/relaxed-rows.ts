import type { Milp, Objective } from './milp.ts'

/** A programme's rows one after the other, its costs and ranges, and a step per column and row that fits their sums. */
export interface Rows {
  readonly columns: number
  readonly count: number
  readonly constant: number
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float64Array
  readonly cost: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  readonly columnStep: Float64Array
  readonly rowStep: Float64Array
}

/** A programme's rows, and the costs of one objective. */
export function rowsOf({ columns, rows }: Milp, { constant, terms }: Objective): Rows {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, position) => {
    starts[position + 1] = (starts[position] as number) + row.terms.length
  })
  const indices = new Int32Array(starts.at(-1) ?? 0)
  const values = new Float64Array(indices.length)
  const columnSum = new Float64Array(columns.length)
  const rowSum = new Float64Array(rows.length)
  rows.forEach((row, position) => {
    row.terms.forEach(([column, value], place) => {
      const at = (starts[position] as number) + place
      indices[at] = column
      values[at] = value
      columnSum[column] = (columnSum[column] as number) + Math.abs(value)
      rowSum[position] = (rowSum[position] as number) + Math.abs(value)
    })
  })
  const cost = new Float64Array(columns.length)
  for (const [column, value] of terms) cost[column] = (cost[column] as number) + value
  return {
    columns: columns.length,
    count: rows.length,
    constant,
    starts,
    indices,
    values,
    cost,
    lower: Float64Array.from(columns, ({ lower }) => lower),
    upper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    columnStep: columnSum.map(stepOf),
    rowStep: rowSum.map(stepOf),
  }
}

const stepOf = (sum: number): number => 1 / Math.max(sum, 1)

/** What a unit of each column costs once the rows are charged for. */
export function reducedCosts(
  { count, starts, indices, values, cost }: Rows,
  y: Float64Array,
  into: Float64Array,
): void {
  into.set(cost)
  for (let row = 0; row < count; row += 1) {
    const charge = y[row] as number
    if (charge === 0) continue
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) {
      const column = indices[at] as number
      into[column] = (into[column] as number) - charge * (values[at] as number)
    }
  }
}

/** The bound that multipliers prove; one whose row has no such side proves nothing and is left out. */
export function boundOf(rows: Rows, multipliers: Float64Array): number {
  const y = multipliers.map((charge, row) =>
    Number.isFinite(charge > 0 ? rows.rowLower[row] : rows.rowUpper[row]) ? charge : 0,
  )
  const reduced = new Float64Array(rows.columns)
  reducedCosts(rows, y, reduced)
  let bound = rows.constant
  for (let row = 0; row < rows.count; row += 1) {
    const charge = y[row] as number
    if (charge !== 0) bound += charge * ((charge > 0 ? rows.rowLower[row] : rows.rowUpper[row]) as number)
  }
  for (let column = 0; column < rows.columns; column += 1) {
    const cost = reduced[column] as number
    bound += cost * ((cost > 0 ? rows.lower[column] : rows.upper[column]) as number)
  }
  return bound
}

/** The objective at some values, and how far off their rows they are. */
export function primalOf(rows: Rows, x: Float64Array): { value: number; violation: number } {
  let value = rows.constant
  for (let column = 0; column < rows.columns; column += 1)
    value += (rows.cost[column] as number) * (x[column] as number)
  let squares = 0
  for (let row = 0; row < rows.count; row += 1) {
    let sum = 0
    for (let at = rows.starts[row] as number; at < (rows.starts[row + 1] as number); at += 1)
      sum += (rows.values[at] as number) * (x[rows.indices[at] as number] as number)
    const off = Math.max((rows.rowLower[row] as number) - sum, sum - (rows.rowUpper[row] as number), 0)
    squares += off * off
  }
  return { value, violation: Math.sqrt(squares) }
}
