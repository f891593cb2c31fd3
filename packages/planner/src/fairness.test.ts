import { dayOf } from '@vertretbar/domain/half-day'
import { specialist, testRegion } from '@vertretbar/domain/test-region'
import { expect, it } from 'vitest'
import { fairness } from './fairness.ts'
import { extended, objectiveValue } from './milp.ts'
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
  const level = fairness(milp, choices, { net: new Map(), cover: new Map(), most: (some) => some.length })
  return { milp, level }
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
