import type { Deadline } from './deadline.ts'
import type { Milp, Objective } from './milp.ts'
import { boundOf, primalOf, type Rows, reducedCosts, rowsOf } from './relaxed-rows.ts'

/** Sums of so many terms are exact to far less than this, and levels are whole. */
const tolerance = 1e-5
const iterationsPerCheck = 20
const mostIterations = 20_000

/**
 * Proves lower bounds of an objective over whole numbers, for programmes too large for the solver; can be interrupted
 * and taken up again. The multipliers of the rows come from the primal-dual hybrid gradient method with averaging and
 * restarts (Applegate et al., PDLP, 2021). Whatever they are, they prove: what the rows forbid is charged by them, and
 * every column takes the end of its range that is cheapest.
 */
export class DualSearch {
  #best = Number.NEGATIVE_INFINITY
  #isDone = false
  readonly #rows: Rows
  readonly #x: Float64Array
  readonly #y: Float64Array
  readonly #sumX: Float64Array
  readonly #sumY: Float64Array
  readonly #fromX: Float64Array
  readonly #fromY: Float64Array
  readonly #ahead: Float64Array
  #summed = 0
  #iterations = 0
  #weight = 1
  #meritAtRestart = Number.POSITIVE_INFINITY
  #meritBefore = Number.POSITIVE_INFINITY

  constructor(milp: Milp, objective: Objective) {
    this.#rows = rowsOf(milp, objective)
    const { columns, count } = this.#rows
    this.#x = this.#rows.lower.slice()
    this.#y = new Float64Array(count)
    this.#sumX = new Float64Array(columns)
    this.#sumY = new Float64Array(count)
    this.#fromX = this.#x.slice()
    this.#fromY = this.#y.slice()
    this.#ahead = new Float64Array(columns)
  }

  /** The best bound so far, rounded up: the objective is whole. */
  get bound(): number {
    return Math.ceil(this.#best - tolerance)
  }

  /** Searches until a bound meets the value reached, none better can be found, or time is up. */
  async improve(reached: number, deadline: Deadline): Promise<void> {
    while (this.bound < reached && !this.#isDone && !deadline.isOver()) {
      this.#advance()
      await deadline.breathe()
    }
  }

  /** Some iterations, then a look at the bound and at whether to start again from the average. */
  #advance(): void {
    for (let iteration = 0; iteration < iterationsPerCheck; iteration += 1) this.#iterate()
    this.#iterations += iterationsPerCheck
    const average = this.#average()
    const current = this.#assess(this.#x, this.#y)
    const averaged = this.#assess(average.x, average.y)
    const merit = Math.min(current.merit, averaged.merit)
    if (merit < 1e-3 || this.#iterations >= mostIterations) this.#isDone = true
    const isMuchBetter = merit <= 0.2 * this.#meritAtRestart
    const noLongerFalls = merit <= 0.8 * this.#meritAtRestart && merit > this.#meritBefore
    const isLong = this.#summed >= 0.36 * this.#iterations
    this.#meritBefore = merit
    if (!isMuchBetter && !noLongerFalls && !isLong) return
    if (averaged.merit < current.merit) {
      this.#x.set(average.x)
      this.#y.set(average.y)
    }
    this.#restart(merit)
  }

  #iterate(): void {
    const { columns, count, starts, indices, values, lower, upper, rowLower, rowUpper } = this.#rows
    const { columnStep, rowStep } = this.#rows
    const ahead = this.#ahead
    reducedCosts(this.#rows, this.#y, ahead)
    for (let column = 0; column < columns; column += 1) {
      const before = this.#x[column] as number
      const moved = before - ((columnStep[column] as number) / this.#weight) * (ahead[column] as number)
      const after = Math.min(Math.max(moved, lower[column] as number), upper[column] as number)
      this.#x[column] = after
      this.#sumX[column] = (this.#sumX[column] as number) + after
      ahead[column] = 2 * after - before
    }
    for (let row = 0; row < count; row += 1) {
      let sum = 0
      for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1)
        sum += (values[at] as number) * (ahead[indices[at] as number] as number)
      const step = (rowStep[row] as number) * this.#weight
      const moved = (this.#y[row] as number) - step * sum
      const nearest = Math.min(Math.max(-moved / step, rowLower[row] as number), rowUpper[row] as number)
      const after = moved + step * nearest
      this.#y[row] = after
      this.#sumY[row] = (this.#sumY[row] as number) + after
    }
    this.#summed += 1
  }

  #average(): { x: Float64Array; y: Float64Array } {
    return { x: this.#sumX.map((sum) => sum / this.#summed), y: this.#sumY.map((sum) => sum / this.#summed) }
  }

  /** How far values and multipliers are from proving each other; the bound is kept on the way. */
  #assess(x: Float64Array, y: Float64Array): { merit: number } {
    const bound = boundOf(this.#rows, y)
    this.#best = Math.max(this.#best, bound)
    const { value, violation } = primalOf(this.#rows, x)
    return { merit: Math.hypot(value - bound, violation) / (1 + Math.abs(value) + Math.abs(bound)) }
  }

  #restart(merit: number): void {
    const moved = { x: distance(this.#x, this.#fromX), y: distance(this.#y, this.#fromY) }
    if (moved.x > 1e-9 && moved.y > 1e-9)
      this.#weight = Math.exp(0.5 * Math.log(moved.y / moved.x) + 0.5 * Math.log(this.#weight))
    this.#fromX.set(this.#x)
    this.#fromY.set(this.#y)
    this.#sumX.fill(0)
    this.#sumY.fill(0)
    this.#summed = 0
    this.#meritAtRestart = merit
    this.#meritBefore = Number.POSITIVE_INFINITY
  }
}

const distance = (one: Float64Array, other: Float64Array): number => {
  let squares = 0
  for (let at = 0; at < one.length; at += 1) squares += ((one[at] as number) - (other[at] as number)) ** 2
  return Math.sqrt(squares)
}
