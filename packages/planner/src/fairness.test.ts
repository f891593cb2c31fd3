import { dayOf } from '@vertretbar/domain/half-day'
import { specialist, testRegion } from '@vertretbar/domain/test-region'
import { expect, it } from 'vitest'
import { fairness } from './fairness.ts'
import { extended, objectiveValue, settled } from './milp.ts'
import { coverModel } from './model.ts'
import { coverProblem } from './problem.ts'
import { ask } from './question.ts'
import { isFeasible } from './solver.ts'
import { pool, wanted } from './test-plan.ts'

/** Fairness over three half-days that one person of the city may cover in the parish. */
function threeHalfDays() {
  const region = testRegion({
    agreements: [pool()],
    specialists: [specialist('city-p1')],
    requirements: [wanted(['2026-06-10/am', '2026-06-11/am', '2026-06-12/am'])],
  })
  const day = dayOf('2026-06-08')
  const asked = ask(region, { today: day, first: day, last: day + 5 })
  if (!asked.ok) throw new Error(asked.refusal.code)
  const { state, open, options } = asked.value
  const { milp, choices } = coverModel(coverProblem(state, open, options))
  const before = milp.columns.length
  const level = fairness(milp, choices, { net: new Map(), cover: new Map(), most: (some) => some.length })
  return { milp, choices, level, steps: milp.columns.length - before }
}

it.each([
  [0, 0],
  [1, 1 + 1 + 1],
  [2, 4 + 4 + 4],
  [3, 9 + 9 + 9],
])('%d half-days given and received cost %d', (halfDays, cost) => {
  const { milp, level } = threeHalfDays()
  const values = extended(
    milp,
    [0, 1, 2].map((choice) => (choice < halfDays ? 1 : 0)),
  )
  expect(isFeasible(milp, values)).toBe(true)
  expect(objectiveValue(level, values)).toBe(cost)
})

it('a dear step taken before a cheap one, as a search cut short leaves it, is settled', () => {
  const { milp, choices, level, steps } = threeHalfDays()
  const values = extended(milp, [1, 0, 0])
  const dear = values.slice()
  // The first square is the person's: its steps are the first ones, and its first is the cheapest.
  const first = milp.columns.length - steps
  dear[first] = 0
  dear[first + 2] = 1
  expect(isFeasible(milp, dear)).toBe(true)
  expect(objectiveValue(level, dear)).toBeGreaterThan(objectiveValue(level, values))
  expect(settled(milp, dear, choices.length)).toEqual(values)
})
