import type { PlanJobView } from '@vertretbar/api/contract'
import { expect, it } from 'vitest'
import { namesOf } from './names.ts'
import { boardData } from './test-board.ts'
import { changes } from './test-explanation.ts'
import { withKeys } from './told-plan.ts'

const cover = { authority: 'city', area: 'payroll', halfDays: ['2026-12-17/am'] }
const unnamed = { who: { authority: 'city', person: 2 }, ...cover }
const named = { specialist: 'p', ...cover }
const levels = changes()

const job: PlanJobView = {
  id: 'j',
  region: 'r',
  version: 1,
  revision: 3,
  state: 'done',
  request: {
    today: '2026-11-23',
    from: '2026-11-23',
    to: '2027-02-20',
    timeLimitSeconds: 30,
    explainSeconds: 20,
    skipStructural: false,
  },
  createdAt: '2026-11-23T08:00:00Z',
  aliveAt: '2026-11-23T08:00:00Z',
  plan: {
    status: 'optimal',
    deterministic: true,
    objective: levels,
    bound: levels,
    assignments: [named, unnamed],
    uncovered: [],
  },
  explanation: {
    assignments: [
      {
        assignment: unnamed,
        passed: [],
        shortNotice: [],
        part: levels,
        alternative: { price: levels, proven: true, instead: [unnamed] },
      },
    ],
    help: [],
    measures: { found: 0, tried: 0, complete: true },
  },
}

it('people of a plan without names go by their number, those who would come instead by none', () => {
  const { plan, explanation } = withKeys(job)
  const known = plan?.assignments.map(({ specialist }) => specialist) ?? []
  const [reasons] = explanation?.assignments ?? []
  const told = [...known, ...(reasons?.alternative?.instead ?? []).map(({ specialist }) => specialist)]
  const { person, homeOf } = namesOf(boardData({ days: ['2026-12-14', '2026-12-20'] }).region, 'de')
  expect(told.map(person)).toEqual(['P', 'Person 2', 'eine Person'])
  expect(told.map(homeOf)).toEqual(['city', 'city', 'city'])
  expect(reasons?.assignment.specialist).toBe(known[1])
})
