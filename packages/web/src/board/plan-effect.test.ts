import { expect, it } from 'vitest'
import type { Gap } from './gap-key.ts'
import { effectOf, outcomeOf } from './plan-effect.ts'
import { reasonsWith } from './test-explanation.ts'
import type { PlanJob } from './told-plan.ts'

const gap: Gap = {
  requirement: 'c.1',
  need: 0,
  authority: 'c',
  area: 'payroll',
  criticality: 'critical',
  severity: 'later',
  halfDays: [
    { halfDay: '2026-12-17/am', shortage: 2 },
    { halfDay: '2026-12-17/pm', shortage: 1 },
  ],
  causes: [],
  structural: false,
  blocks: [],
  state: 'open',
  acknowledged: false,
}

const helper = { specialist: 'p', authority: 'c', area: 'payroll', halfDays: ['2026-12-17/am', '2026-12-17/pm'] }

const open = (halfDay: string, shortage: number, need = 0) => ({
  requirement: 'c.1',
  need,
  halfDay,
  shortage,
  nearest: [],
  barred: [],
})

const job = (plan: Partial<NonNullable<PlanJob['plan']>>, to = '2027-02-20'): PlanJob => {
  const levels = { criticalShortage: 0, normalShortage: 0, handOvers: 0, halfDays: 0, effort: 0, fairness: 0 }
  return {
    id: 'j',
    region: 'r',
    version: 1,
    revision: 3,
    state: 'done',
    request: {
      today: '2026-11-23',
      from: '2026-11-23',
      to,
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
      assignments: [],
      uncovered: [],
      ...plan,
    },
  }
}

function outcome(plan: Partial<NonNullable<PlanJob['plan']>>, to?: string) {
  const effect = effectOf(job(plan, to))
  return effect === undefined ? undefined : outcomeOf(gap, effect)
}

it.each([
  ['closed', 'nothing is left', { assignments: [helper] }, 2],
  ['eased', 'one of its half-days stays open', { assignments: [helper], uncovered: [open('2026-12-17/pm', 1)] }, 1],
  ['eased', 'a half-day lacks fewer', { assignments: [helper], uncovered: [open('2026-12-17/am', 1)] }, 2],
  [
    'open',
    'all stays as it was, though somebody is sent there for another need',
    { assignments: [helper], uncovered: [open('2026-12-17/am', 2), open('2026-12-17/pm', 1)] },
    0,
  ],
  ['closed', 'only another need stays open', { assignments: [helper], uncovered: [open('2026-12-17/am', 2, 1)] }, 2],
  ['closed', 'requests close it without the plan', {}, 0],
] as const)('is %s if %s', (kind, _, plan, halfDays) => {
  const found = outcome(plan)
  expect(found?.kind).toBe(kind)
  expect(found?.helpers.flatMap((one) => one.halfDays)).toHaveLength(halfDays)
})

it('counts nobody who is sent to another place', () => {
  expect(outcome({ assignments: [{ ...helper, authority: 'd' }] })?.helpers).toEqual([])
  expect(outcome({ assignments: [{ ...helper, area: 'audit' }] })?.helpers).toEqual([])
})

it('says nothing of a gap that the plan did not look at whole', () => {
  expect(outcome({ assignments: [helper] }, '2026-12-16')).toBeUndefined()
})

it('has no effect before it is done', () => {
  const { plan: _, ...running } = job({})
  expect(effectOf({ ...running, state: 'running' })).toBeUndefined()
})

it('tells of each helper why they are planned, once that is known', () => {
  const far = { ...helper, specialist: 'q', authority: 'd' }
  const explained = { ...job({ assignments: [far, helper] }), explanation: explanationOf(far, helper) }
  expect(reasonsIn(explained)).toEqual([helper])
  expect(reasonsIn({ ...explained, explanation: undefined })).toEqual([undefined])
})

function reasonsIn(known: PlanJob) {
  const effect = effectOf(known)
  return effect && outcomeOf(gap, effect)?.helpers.map(({ reasons }) => reasons?.assignment)
}

const explanationOf = (...assignments: readonly (typeof helper)[]): PlanJob['explanation'] => ({
  assignments: assignments.map((assignment) => reasonsWith({ assignment })),
  help: [],
  measures: { found: 0, tried: 0, complete: true },
})

it('is shown while its reasons are looked for', () => {
  expect(effectOf({ ...job({}), state: 'explaining' })).toMatchObject({ isExplaining: true })
  expect(effectOf(job({}))).toMatchObject({ isExplaining: false })
})
