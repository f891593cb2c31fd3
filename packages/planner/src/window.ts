import { weekOf } from '@vertretbar/domain/half-day'
import { placeKey } from '@vertretbar/domain/region-index'
import { type Draft, eachOf } from './draft.ts'
import type { Lists } from './packed.ts'
import type { CoverProblem, HandOver, Limit } from './problem.ts'
import type { Draw } from './random.ts'

/** A part of a problem, with all that lies outside of it left as a draft has it; and the numbers its options have. */
export interface Window {
  readonly problem: CoverProblem
  readonly numbers: readonly number[]
}

/** So large a window is solved in a fraction of a second. */
const mostCells = 50
const mostOptions = 1500
const weeksAround = 2

/** A place at a half-day: its options serve its needs and no others. */
interface Cell {
  readonly options: readonly number[]
  readonly week: number
}

/** Cuts windows out of a problem: cells within five weeks whose people could also cover at the cell it is opened at. */
export class Windows {
  readonly #problem: CoverProblem
  readonly #cells: readonly Cell[]
  readonly #cellOf: Int32Array
  readonly #cellsOfPerson: ReadonlyMap<string, readonly number[]>

  constructor(problem: CoverProblem) {
    this.#problem = problem
    const groups = Map.groupBy(problem.options.keys(), (number) => {
      const option = problem.options[number]
      return option === undefined ? '' : `${placeKey(option.place)} ${option.halfDay}`
    })
    this.#cells = [...groups.values()].map((options) => ({
      options,
      week: weekOf((problem.options[options[0] ?? 0]?.halfDay ?? 0) >> 1),
    }))
    this.#cellOf = new Int32Array(problem.options.length)
    const cellsOfPerson = new Map<string, Set<number>>()
    this.#cells.forEach(({ options }, cell) => {
      for (const option of options) {
        this.#cellOf[option] = cell
        const person = problem.options[option]?.specialist.id ?? ''
        cellsOfPerson.set(person, (cellsOfPerson.get(person) ?? new Set()).add(cell))
      }
    })
    this.#cellsOfPerson = new Map([...cellsOfPerson].map(([person, cells]) => [person, [...cells]]))
  }

  /** A window around an option; which of the cells equally near are in it is drawn. */
  around(option: number, draft: Draft, draw: Draw): Window {
    const cells = this.#near(this.#cellOf[option] ?? 0, draw)
    return this.#cutOut(
      cells.flatMap((cell) => this.#cells[cell]?.options ?? []).toSorted((a, b) => a - b),
      draft,
    )
  }

  #near(seed: number, draw: Draw): number[] {
    const { options = [], week = 0 } = this.#cells[seed] ?? {}
    const links = new Map<number, number>()
    for (const person of new Set(options.map((option) => this.#problem.options[option]?.specialist.id ?? '')))
      for (const cell of this.#cellsOfPerson.get(person) ?? [])
        if (Math.abs((this.#cells[cell]?.week ?? 0) - week) <= weeksAround)
          links.set(cell, (links.get(cell) ?? draw(3)) + 1)
    links.delete(seed)
    const chosen = [seed]
    let size = options.length
    for (const [cell] of [...links].toSorted((a, b) => b[1] - a[1])) {
      size += this.#cells[cell]?.options.length ?? 0
      if (chosen.length >= mostCells || size > mostOptions) break
      chosen.push(cell)
    }
    return chosen
  }

  #cutOut(numbers: readonly number[], draft: Draft): Window {
    const local = new Map(numbers.map((number, position) => [number, position]))
    const here = (options: readonly number[]): number[] => options.flatMap((number) => local.get(number) ?? [])
    const cut = { here, assigned: (options: readonly number[]) => assignedIn(draft, options, local) }
    const { limits, needs, handOvers, options } = this.#problem
    const { limitsOf, needsOf, handOver } = draft.packed
    const weeks = new Set(numbers.map((number) => handOver[number] ?? 0).filter((week) => week >= 0))
    return {
      numbers,
      problem: {
        options: numbers.flatMap((number) => options[number] ?? []),
        lost: { critical: 0, normal: 0 },
        limits: touched(limitsOf, numbers).flatMap((limit) => narrowLimit(limits[limit], cut, draft.used[limit] ?? 0)),
        needs: touched(needsOf, numbers).flatMap((need) => {
          const one = needs[need]
          return one === undefined ? [] : [{ ...one, options: here(one.options) }]
        }),
        handOvers: [...weeks].flatMap((week) => narrowWeek(handOvers[week], cut, draft.along[week] ?? 0)),
      },
    }
  }
}

interface Cut {
  /** The numbers that options have in the window; those outside of it have none. */
  readonly here: (options: readonly number[]) => number[]
  /** How many of some options are assigned inside the window. */
  readonly assigned: (options: readonly number[]) => number
}

const assignedIn = (draft: Draft, options: readonly number[], local: ReadonlyMap<number, number>): number =>
  options.reduce((sum, number) => sum + (local.has(number) ? (draft.isAssigned[number] ?? 0) : 0), 0)

function touched(lists: Lists, numbers: readonly number[]): number[] {
  const found = new Set<number>()
  for (const number of numbers) eachOf(lists, number, (item) => found.add(item))
  return [...found]
}

/** What the assignments outside leave of a limit. */
function narrowLimit(limit: Limit | undefined, { here, assigned }: Cut, used: number): Limit[] {
  if (limit === undefined) return []
  const options = here(limit.options)
  const most = limit.most - used + assigned(limit.options)
  return options.length > most ? [{ options, most }] : []
}

/** Somebody who comes that week anyway costs no further hand-over. */
function narrowWeek(handOver: HandOver | undefined, { here, assigned }: Cut, along: number): HandOver[] {
  if (handOver === undefined || assigned(handOver.halfDays.flat()) < along) return []
  const halfDays = handOver.halfDays.map(here).filter((options) => options.length > 0)
  return [{ halfDays, most: Math.min(handOver.most, halfDays.length) }]
}
