import loadHighs from 'highs'
import { expect, it, vi } from 'vitest'
import { Deadline } from './deadline.ts'
import { Milp, type Objective } from './milp.ts'
import { loadSolver, SolverSource, type Task } from './solver.ts'

/** One of two things is to be done; the second is cheaper. It begins with the dear one. */
function cheaperOfTwo(relaxation: Objective['relaxation']): Task {
  const milp = new Milp()
  const columns = [milp.column(0, 1), milp.column(0, 1)] as const
  milp.atLeast(
    [
      [columns[0], 1],
      [columns[1], 1],
    ],
    1,
  )
  const objective = {
    constant: 0,
    terms: [
      [columns[0], 5],
      [columns[1], 3],
    ] as const,
    relaxation,
  }
  const stop = { now: () => 0 }
  return { milp, objective, start: Float64Array.of(1, 0), deadline: new Deadline(stop, 60_000) }
}

/** Instances of the solver of which the first so many fault as soon as they are used. */
function faulty(faults: number, name = 'RuntimeError') {
  const fault = Object.assign(new Error('memory access out of bounds'), { name })
  let loads = 0
  const source = new SolverSource(async () => {
    loads += 1
    const highs = await loadHighs()
    if (loads <= faults)
      vi.spyOn(highs, 'createModel').mockImplementation(() => {
        throw fault
      })
    return highs
  })
  return { source, loads: () => loads }
}

it.each(['tight', 'loose'] as const)('finds and proves the best (%s)', async (relaxation) => {
  const solve = await loadSolver()
  const { values, bound, proven } = await solve(cheaperOfTwo(relaxation))
  expect({ values: [...values], bound, proven }).toEqual({ values: [0, 1], bound: 3, proven: true })
})

it('after a fault a fresh instance finds and proves the same, and serves on', async () => {
  const { source, loads } = faulty(1)
  const solve = await loadSolver(source)
  for (let time = 0; time < 2; time += 1)
    expect(await solve(cheaperOfTwo('loose'))).toMatchObject({ values: Float64Array.of(0, 1), proven: true })
  expect(loads()).toBe(2)
})

it('after two faults the start stays, unproven, and the next task finds a sound instance', async () => {
  const { source } = faulty(2)
  const solve = await loadSolver(source)
  const faulted = await solve(cheaperOfTwo('loose'))
  expect(faulted).toMatchObject({ values: Float64Array.of(1, 0), proven: false, bound: Number.NEGATIVE_INFINITY })
  expect(await solve(cheaperOfTwo('loose'))).toMatchObject({ values: Float64Array.of(0, 1), proven: true })
})

it('any other error is told', async () => {
  const solve = await loadSolver(faulty(1, 'TypeError').source)
  await expect(solve(cheaperOfTwo('loose'))).rejects.toThrow('memory access out of bounds')
})

it('an optimum whose values are no answer proves nothing', async () => {
  const source = new SolverSource(async () => {
    const highs = await loadHighs()
    const createModel = highs.createModel.bind(highs)
    vi.spyOn(highs, 'createModel').mockImplementation((data) => {
      const model = createModel(data)
      const none = new Float64Array(2)
      vi.spyOn(model, 'getSolution').mockReturnValue({ colValue: none, rowValue: none, colDual: none, rowDual: none })
      return model
    })
    return highs
  })
  const solve = await loadSolver(source)
  expect(await solve(cheaperOfTwo('loose'))).toMatchObject({ values: Float64Array.of(1, 0), proven: false })
})

it('a load that failed is tried again', async () => {
  let loads = 0
  const source = new SolverSource(() => {
    loads += 1
    return loads === 1 ? Promise.reject(new Error('no memory')) : loadHighs()
  })
  await expect(loadSolver(source)).rejects.toThrow('no memory')
  const solve = await loadSolver(source)
  expect(await solve(cheaperOfTwo('loose'))).toMatchObject({ proven: true })
})
