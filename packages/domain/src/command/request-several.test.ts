import { describe, expect, it } from 'vitest'
import { type Case, vacancy } from '../test-candidacy.ts'
import {
  ask,
  decided,
  lending,
  type Proposal,
  refused,
  thursday,
  told,
  wednesday,
  wednesdayPm,
} from '../test-command.ts'
import { always, awayFor } from '../test-region.ts'

const p2 = { specialist: 'city-p2' }
const limited: Case = { candidate: { coverLimitHalfDaysPerWeek: 1 } }
const auditToo: Case = {
  agreement: { areas: ['payroll', 'audit'] },
  candidate: {
    competences: [
      { area: 'payroll', roles: ['clerk'], products: ['a'] },
      { area: 'audit', roles: ['auditor'], products: [] },
    ],
  },
  home: { authority: 'parish', area: 'audit', when: always, needs: [{ anyOf: ['auditor'], count: 1 }] },
}
const audit = (halfDay: string): Partial<Proposal> => ({ area: 'audit', halfDays: [halfDay] })
const at = (halfDay: string, fields: Partial<Proposal> = {}): Partial<Proposal> => ({ ...fields, halfDays: [halfDay] })

describe('several requests at once', () => {
  it('are all made, each as a booking of its own that is told by itself', () => {
    const several = decided(lending(), ask(at(wednesdayPm), at(wednesdayPm, p2), at(thursday, { mode: 'on-site' })))
    expect(several.changes).toMatchObject([
      { member: { id: 'new-2', specialist: 'city-p1', halfDays: [wednesdayPm], mode: 'remote' } },
      { member: { id: 'new-3', specialist: 'city-p2', halfDays: [wednesdayPm], mode: 'remote' } },
      { member: { id: 'new-4', specialist: 'city-p1', halfDays: [thursday], mode: 'on-site' } },
    ])
    expect(told(several)).toEqual([
      `requested city-p1 ${wednesdayPm}: city-p1, hr city`,
      `requested city-p2 ${wednesdayPm}: city-p2, hr city`,
      `requested city-p1 ${thursday}: city-p1, hr city`,
    ])
  })

  it.each<readonly [string, Case, readonly Partial<Proposal>[]]>([
    ['the weekly limit, in two weeks', limited, [at('2026-06-12/pm'), at('2026-06-15/am')]],
    [
      'the limit of the agreement, in two months',
      { agreement: { monthlyHalfDayLimit: 1 } },
      [at('2026-06-30/pm'), at('2026-07-01/am', p2)],
    ],
    [
      'the limit of the agreement, one under each of two',
      { agreement: { monthlyHalfDayLimit: 1 }, furtherAgreement: { monthlyHalfDayLimit: 1 } },
      [at(wednesdayPm), at(wednesdayPm, p2)],
    ],
    ['the home, which can spare one in the morning', {}, [at(wednesday), at(wednesdayPm, p2)]],
    ['the look-back, a day beyond it', auditToo, [at(wednesday), audit('2026-06-16/am')]],
    ['one person, one half-day, on two of them', {}, [at(wednesday), at(wednesdayPm)]],
  ])('are made that reach %s', (_, one, proposals) => {
    expect(decided(lending(one), ask(...proposals)).changes).toHaveLength(proposals.length)
  })

  it.each<readonly [string, Case, readonly Partial<Proposal>[], object]>([
    [
      'the weekly limit',
      limited,
      [at('2026-06-08/am'), at('2026-06-12/pm')],
      { halfDay: '2026-06-12/pm', codes: ['weekly-limit'] },
    ],
    [
      'the limit of the agreement',
      { agreement: { monthlyHalfDayLimit: 1 } },
      [at('2026-06-30/pm'), at('2026-06-08/pm', p2)],
      { halfDay: '2026-06-08/pm', codes: ['agreement-limit'] },
    ],
    ['what the home can spare', {}, [at(wednesday), at(wednesday, p2)], { halfDay: wednesday, codes: ['home-short'] }],
    [
      'the look-back of areas in conflict',
      auditToo,
      [at(wednesday), audit('2026-06-15/am')],
      { halfDay: '2026-06-15/am', codes: ['conflict'] },
    ],
    [
      'the look-back, the other way round',
      auditToo,
      [audit('2026-06-15/am'), at(wednesday)],
      { halfDay: wednesday, codes: ['conflict'] },
    ],
    [
      'one person, one half-day',
      {},
      [at(wednesdayPm), at(wednesdayPm)],
      { halfDay: wednesdayPm, codes: ['not-available'] },
    ],
  ])('are none of them made where the second breaks %s, which the first has reached', (_, one, proposals, barred) => {
    expect(refused(lending(one), ask(...proposals))).toEqual({
      code: 'barred',
      halfDays: [{ proposal: 1, ...barred }],
    })
    for (const proposal of proposals) expect(decided(lending(one), ask(proposal)).changes).toHaveLength(1)
  })

  it('are refused with what bars each of them', () => {
    const away: Case = { absences: [vacancy, awayFor('city-p1', thursday, thursday)] }
    expect(refused(lending(away), ask(at(thursday), at(wednesday), at('2026-06-13/am', p2)))).toEqual({
      code: 'barred',
      halfDays: [
        { proposal: 0, halfDay: thursday, codes: ['not-available'] },
        { proposal: 2, halfDay: '2026-06-13/am', codes: ['not-short'] },
      ],
    })
  })

  it('are not barred by one that is barred itself', () => {
    const away: Case = { ...limited, absences: [vacancy, awayFor('city-p1', thursday, thursday)] }
    expect(refused(lending(away), ask(at(thursday), at(wednesday)))).toMatchObject({ halfDays: [{ proposal: 0 }] })
  })
})

describe('one request of several half-days', () => {
  it.each<readonly [string, Case, object]>([
    ['the weekly limit', limited, ['weekly-limit']],
    ['the limit of the agreement', { agreement: { monthlyHalfDayLimit: 1 } }, ['agreement-limit']],
  ])('counts toward %s, each half-day with those before it', (_, one, codes) => {
    const asked = ask({ halfDays: [thursday, wednesdayPm] })
    expect(refused(lending(one), asked)).toEqual({
      code: 'barred',
      halfDays: [{ proposal: 0, halfDay: thursday, codes }],
    })
  })

  it('is told every half-day that is barred', () => {
    const away: Case = { absences: [vacancy, awayFor('city-p1', wednesday, wednesdayPm)] }
    expect(refused(lending(away), ask({ halfDays: [wednesday, wednesdayPm, thursday] }))).toMatchObject({
      halfDays: [{ halfDay: wednesday }, { halfDay: wednesdayPm }],
    })
  })
})
