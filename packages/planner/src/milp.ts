/** Column numbers and coefficients of a row. */
export type Terms = readonly (readonly [column: number, coefficient: number])[]

/** lower ≤ Σ coefficient · column ≤ upper. */
export interface Row {
  readonly terms: Terms
  readonly lower: number
  readonly upper: number
}

/** An integer column. `start` gives it a feasible value from those of the columns before it; for a choice that is 0. */
export interface Column {
  readonly lower: number
  readonly upper: number
  readonly start: (values: ArrayLike<number>) => number
}

/** Constant + Σ coefficient · column. */
export interface Sum {
  readonly constant: number
  readonly terms: Terms
}

/** A sum over whole numbers, to be made small; `tight` if the linear relaxation tends to come within one unit of it. */
export interface Objective extends Sum {
  readonly relaxation: 'tight' | 'loose'
}

/** A mixed-integer linear programme being written down, column by column and row by row. */
export class Milp {
  readonly columns: Column[] = []
  readonly rows: Row[] = []

  /** A new column, told by its number. */
  column(lower: number, upper: number, start: Column['start'] = () => 0): number {
    return this.columns.push({ lower, upper, start }) - 1
  }

  atMost(terms: Terms, upper: number): void {
    this.rows.push({ terms, lower: Number.NEGATIVE_INFINITY, upper })
  }

  atLeast(terms: Terms, lower: number): void {
    this.rows.push({ terms, lower, upper: Number.POSITIVE_INFINITY })
  }

  equal(terms: Terms, value: number): void {
    this.rows.push({ terms, lower: value, upper: value })
  }
}

/** The value of an objective for given column values. */
export const objectiveValue = ({ constant, terms }: Sum, values: ArrayLike<number>): number =>
  terms.reduce((sum, [column, coefficient]) => sum + coefficient * (values[column] ?? 0), constant)

/** Feasible values for all columns: those given for the first ones, and for the others what follows from them. */
export function extended({ columns }: Milp, given: ArrayLike<number>): Float64Array {
  const values = new Float64Array(columns.length)
  columns.forEach(({ start }, column) => {
    values[column] = column < given.length ? (given[column] ?? 0) : start(values)
  })
  return values
}

/** The sum of the terms of some columns. */
export const sumOf = (terms: Terms, values: ArrayLike<number>): number => objectiveValue({ constant: 0, terms }, values)
