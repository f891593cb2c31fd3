import { describe, expect, it } from 'vitest'
import { isBar, isCandidate, ReasonCode } from './eligibility.ts'
import { reasonsIn } from './test-candidacy.ts'
import { specialist } from './test-region.ts'

describe('every code that applies is told', () => {
  it('a stranger to the place has all that would have to change', () => {
    const stranger = { authorisations: [], access: [], coverLimitHalfDaysPerWeek: 0 }
    expect(
      reasonsIn({
        anyOf: ['approver'],
        candidate: stranger,
        agreement: { areas: ['audit'] },
        home: { needs: [{ anyOf: ['clerk'], count: 2 }] },
        today: '2026-06-09',
      }),
    ).toEqual(['no-authorisation', 'no-agreement', 'no-access-in-time', 'home-short', 'weekly-limit'])
  })

  it('a partner who is busy has the others', () => {
    expect(
      reasonsIn({
        candidate: { competences: [], exclusions: [{ authority: 'parish', validFrom: '2026-06-10' }] },
        agreement: { monthlyHalfDayLimit: 0, noticeWorkingDays: 1 },
        city: { closures: [{ date: '2026-06-10' }] },
        refusals: [{ requirement: 'wanted', need: 0, halfDay: '2026-06-10/am', specialist: 'city-p1' }],
        today: '2026-06-10',
      }),
    ).toEqual(['not-competent', 'not-available', 'conflict', 'agreement-limit', 'refused', 'short-notice'])
  })
})

it('every code bars but short notice, which the lender waives', () => {
  expect(ReasonCode.options.filter((code) => !isBar(code))).toEqual(['short-notice'])
})

describe('nobody is a candidate for their own post', () => {
  it.each([
    ['their own post', { authority: 'city', area: 'payroll' }, false],
    ['another area at home', { authority: 'city', area: 'audit' }, true],
    ['their area elsewhere', { authority: 'parish', area: 'payroll' }, true],
  ])('%s', (_name, place, answer) => {
    expect(isCandidate(specialist('city-p1'), place)).toBe(answer)
  })
})
