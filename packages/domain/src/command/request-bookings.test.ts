import { describe, expect, it } from 'vitest'
import { putBooking } from '../booking-change.ts'
import type { CoverBar } from '../command-refusal.ts'
import { type Case, vacancy } from '../test-candidacy.ts'
import { ask, decided, lending, monday, type Proposal, refused, told, wednesday, wednesdayPm } from '../test-command.ts'
import { areasWith, awayFor, booking, since, specialist } from '../test-region.ts'

describe('a request', () => {
  it('claims its half-days under the agreement, the rules and the expiry of that moment', () => {
    const index = lending()
    expect(decided(index, ask({ halfDays: [wednesdayPm, wednesday, wednesdayPm], mode: 'on-site' })).changes).toEqual([
      putBooking({
        id: 'new-2',
        specialist: 'city-p1',
        authority: 'parish',
        area: 'payroll',
        agreement: 'pool',
        halfDays: [wednesday, wednesdayPm],
        status: 'requested',
        mode: 'on-site',
        ruleSet: 'vertretbar-rules/1',
        requestedAt: monday,
        requestedBy: 'clerk-7',
        expiresAt: '2026-06-04T15:00:00.000Z',
      }),
    ])
  })

  it.each<readonly [string, Case, Partial<Proposal>, string]>([
    ['person and lender', {}, {}, `requested city-p1 ${wednesday}: city-p1, hr city`],
    [
      'the head of the area where the area asks for the head',
      { serviceAreas: areasWith('payroll', { lenderConsent: 'area-head' }) },
      {},
      `requested city-p1 ${wednesday}: city-p1, head city payroll`,
    ],
    [
      'the head of the area that the person is lent from',
      {
        serviceAreas: areasWith('payroll', { lenderConsent: 'area-head' }),
        candidate: { homeArea: 'registry' },
      },
      {},
      `requested city-p1 ${wednesday}: city-p1, head city registry`,
    ],
    [
      'the HR manager where another area asks for the head',
      { serviceAreas: areasWith('audit', { lenderConsent: 'area-head' }) },
      {},
      `requested city-p1 ${wednesday}: city-p1, hr city`,
    ],
    ['the person alone in-house', {}, { specialist: 'parish-r1' }, `requested parish-r1 ${wednesday}: parish-r1`],
  ])('is told to %s', (_, one, fields, notice) => expect(told(decided(lending(one), ask(fields)))).toEqual([notice]))

  it('waits as long as the region lets it', () => {
    const settings = { horizonDays: 90, requestExpiryWorkingDays: 1 }
    expect(decided(lending({ head: { settings } }), ask({})).changes).toMatchObject([
      { member: { expiresAt: '2026-06-02T15:00:00.000Z' } },
    ])
  })

  it('waits by the working days of the lender', () => {
    const closedAtHome = { city: { closures: [{ date: '2026-06-04' }] } }
    const closedThere = { parish: { closures: [{ date: '2026-06-04' }] } }
    expect(decided(lending(closedAtHome), ask({})).changes).toMatchObject([
      { member: { expiresAt: '2026-06-05T15:00:00.000Z' } },
    ])
    expect(decided(lending(closedThere), ask({})).changes).toMatchObject([
      { member: { expiresAt: '2026-06-04T15:00:00.000Z' } },
    ])
  })

  it('in-house needs no agreement and names none', () => {
    const [put] = decided(lending({ agreement: { areas: ['audit'] } }), ask({ specialist: 'parish-r1' })).changes
    expect(put).toMatchObject({ member: { specialist: 'parish-r1', status: 'requested' } })
    expect(put).not.toHaveProperty('member.agreement')
  })
})

const twoClerks = (fields: { readonly indivisible?: boolean }): Case => ({
  wanted: { needs: [{ anyOf: ['clerk'], count: 2, ...fields }] },
})
const others = (status: 'requested' | 'confirmed', halfDay: string): Case => ({
  bookings: [booking('city-p2', halfDay, { authority: 'parish', area: 'payroll', agreement: 'pool', status })],
})

describe('a request is made', () => {
  it.each<readonly [string, Case, Partial<Proposal>, string]>([
    ['with less notice than the agreement asks for', { agreement: { noticeWorkingDays: 8 } }, {}, monday],
    ['on the day itself', {}, {}, '2026-06-10T06:00:00.000Z'],
    ['to the last millisecond of the day', {}, {}, '2026-06-10T21:59:59.999Z'],
    ['where access comes just in time', { candidate: { access: [] } }, {}, '2026-06-05T08:00:00.000Z'],
    ['where somebody else is requested already', others('requested', wednesdayPm), { halfDays: [wednesdayPm] }, monday],
    ['for half of an indivisible need', twoClerks({ indivisible: true }), {}, monday],
    [
      'for the other half of an indivisible need',
      { ...twoClerks({ indivisible: true }), ...others('confirmed', wednesdayPm) },
      { halfDays: [wednesdayPm] },
      monday,
    ],
    ['by somebody who may serve one of two short needs', { candidate: { authorisations: [] } }, {}, monday],
  ])('%s', (_, one, fields, at) => {
    expect(decided(lending(one), ask(fields), { at }).changes).toMatchObject([{ member: { status: 'requested' } }])
  })
})

const approvers = { competences: [{ area: 'payroll', roles: ['approver'], products: ['a'] }] }

/** What bars a request, at the boundary of each rule. */
const bars: Readonly<Record<CoverBar, readonly (readonly [string, Case, Partial<Proposal>, at: string])[]>> = {
  'not-competent': [
    ['no competence', { candidate: { competences: [] } }, {}, monday],
    [
      'competent for a need alone that is met',
      { candidate: approvers, others: [specialist('parish-p2', { authority: 'parish', ...approvers })] },
      {},
      monday,
    ],
  ],
  'product-unknown': [
    [
      'other software',
      { candidate: { competences: [{ area: 'payroll', roles: ['clerk'], products: ['b'] }] } },
      {},
      monday,
    ],
  ],
  'no-authorisation': [['none on file', { anyOf: ['approver'], candidate: { authorisations: [] } }, {}, monday]],
  'not-available': [
    ['absent then', { absences: [vacancy, awayFor('city-p1', wednesday, wednesday)] }, {}, monday],
    ['covers elsewhere then', { bookings: [booking('city-p1', wednesday)] }, {}, monday],
    ['asked for elsewhere then', { bookings: [booking('city-p1', wednesday, { status: 'requested' })] }, {}, monday],
  ],
  'no-agreement': [
    ['none for the area', { agreement: { areas: ['audit'] } }, {}, monday],
    ['it ends the day before', { agreement: { validTo: '2026-06-09' } }, {}, monday],
  ],
  'no-access-in-time': [['access comes a day late', { candidate: { access: [] } }, {}, '2026-06-08T08:00:00.000Z']],
  conflict: [['excluded', { candidate: { exclusions: [{ authority: 'parish', ...since }] } }, {}, monday]],
  'home-short': [
    ['the colleague is away', { absences: [vacancy, awayFor('city-p2', wednesday, wednesday)] }, {}, monday],
    ['the colleague is asked for', others('requested', wednesday), {}, monday],
  ],
  'weekly-limit': [
    [
      'one other cover that week',
      { candidate: { coverLimitHalfDaysPerWeek: 1 }, bookings: [booking('city-p1', '2026-06-08/am')] },
      {},
      monday,
    ],
  ],
  'agreement-limit': [
    [
      'one other cover that month',
      { ...others('requested', '2026-06-30/pm'), agreement: { monthlyHalfDayLimit: 1 } },
      {},
      monday,
    ],
  ],
  refused: [
    [
      'the gap was refused, on another day',
      { refusals: [{ requirement: 'wanted', need: 1, halfDay: '2026-06-17/pm', specialist: 'city-p1' }] },
      {},
      monday,
    ],
  ],
  'not-short': [
    ['nobody is missing', { absences: [] }, {}, monday],
    ['somebody else covers', others('confirmed', wednesday), { halfDays: [wednesday] }, monday],
    ['a day on which nobody is needed', {}, { halfDays: ['2026-06-13/am'] }, monday],
    ['an area in which nobody is needed', {}, { area: 'audit' }, monday],
  ],
  over: [
    ['the day before', {}, {}, '2026-06-11T08:00:00.000Z'],
    ['the first millisecond of the day after', {}, {}, '2026-06-10T22:00:00.000Z'],
  ],
}

describe.each(Object.entries(bars))('a request is barred by %s', (code, rows) => {
  it.each(rows)('%s', (_, one, fields, at) => {
    const [halfDay] = fields.halfDays ?? [wednesday]
    expect(refused(lending(one), ask(fields), { at })).toEqual({
      code: 'barred',
      halfDays: [{ proposal: 0, halfDay, codes: [code] }],
    })
  })
})
