import { describe, expect, it } from 'vitest'
import { speeches } from '../../words/catalogue.ts'
import type { Gap } from '../gap-key.ts'
import type { PlanEffect } from '../plan-effect.ts'
import { resultText, usesText } from './plan-text.ts'

const gap: Gap = {
  requirement: 'c.1',
  need: 0,
  authority: 'c',
  area: 'payroll',
  criticality: 'critical',
  severity: 'later',
  halfDays: [{ halfDay: '2026-12-17/am', shortage: 1 }],
  causes: [],
  structural: false,
  blocks: [],
  state: 'open',
  acknowledged: false,
}

const levels = { criticalShortage: 0, normalShortage: 0, handOvers: 0, halfDays: 0, effort: 0, fairness: 0 }

const effect = (plan: Partial<PlanEffect['plan']> = {}): PlanEffect => ({
  plan: {
    status: 'optimal',
    deterministic: true,
    objective: levels,
    bound: levels,
    assignments: [],
    uncovered: [],
    ...plan,
  },
  explanation: undefined,
  isExplaining: false,
  reaches: () => true,
  left: () => undefined,
})

const none = { gaps: [], needs: [] }

const helper = { specialist: 'p', authority: 'c', area: 'payroll', halfDays: ['2026-12-17/am'] }

describe('a plan with nothing to do', () => {
  it.each([
    ['de', 'In der Zeit, für die geplant wurde, gibt es keine Lücke.', 'Niemand muss dafür vertreten.'],
    ['en', 'There is no gap in the time that was planned for.', 'Nobody has to cover.'],
  ] as const)('says so without counting to zero: %s', (language, result, uses) => {
    const { words } = speeches[language]
    expect(resultText(effect(), none, words)).toBe(result)
    expect(usesText(effect(), words)).toBe(uses)
  })
})

it('a plan whose gaps are no more does not say that there were none', () =>
  expect(resultText(effect({ assignments: [helper] }), none, speeches.de.words)).toBe(
    'Die Lücken, für die geplant wurde, bestehen so nicht mehr.',
  ))

it('a plan that closes the only gap names its people and half-days', () => {
  const { words } = speeches.de
  expect(resultText(effect({ assignments: [helper] }), { gaps: [gap], needs: [] }, words)).toBe(
    'Der Plan schließt die einzige Lücke.',
  )
  expect(usesText(effect({ assignments: [helper] }), words)).toBe('1 Person vertritt an 1 Halbtag.')
})

it.each([
  ['the place', { authority: 'c', area: 'payroll' }, 'Der Plan hilft 1 Behörde.'],
  [
    'another area of the authority',
    { authority: 'c', area: 'audit' },
    'Die Lücken, für die geplant wurde, bestehen so nicht mehr.',
  ],
])('a plan for others tells whom it helps; what is needed is %s', (_, need, expected) => {
  const plan = effect({ assignments: [helper] })
  expect(resultText(plan, { gaps: [], needs: [need] }, speeches.de.words)).toBe(expected)
})
