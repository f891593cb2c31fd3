import { describe, expect, it } from 'vitest'
import type { CoverRefusal } from './requirement.ts'
import { type Case, periodRows, type Row, reasonsIn } from './test-candidacy.ts'
import { awayFor, booking, since } from './test-region.ts'

const inAudit = (halfDay: string, fields: Partial<ReturnType<typeof booking>> = {}): Case => ({
  bookings: [booking('city-p1', halfDay, { authority: 'parish', area: 'audit', agreement: 'pool', ...fields })],
})
const excluded = (fields: { authority?: string; area?: string; validFrom?: string; validTo?: string }): Case => ({
  candidate: { exclusions: [{ authority: 'parish', ...since, ...fields }] },
})
const refusing = (halfDay: string, fields: Partial<CoverRefusal> = {}): Case => ({
  refusals: [{ requirement: 'wanted', need: 0, halfDay, specialist: 'city-p1', ...fields }],
})
const vacancies = (...periods: (readonly [from: string, to?: string])[]): Case => ({
  absences: periods.map((period) => awayFor('parish-p1', ...period)),
})

const vacantAudit = { area: 'audit', needs: [{ anyOf: ['auditor'], count: 1 }] }

const tables: Readonly<Record<string, readonly Row[]>> = {
  conflict: [
    ...periodRows('the exclusion', excluded, { valid: ['conflict'], invalid: [] }),
    ['excluded in this area', excluded({ area: 'payroll' }), ['conflict']],
    ['excluded in another area', excluded({ area: 'audit' }), []],
    ['excluded at another authority', excluded({ authority: 'city' }), []],
    ['the post in a conflicting area there', { candidate: { authority: 'parish', homeArea: 'audit' } }, ['conflict']],
    ['the post in a conflicting area elsewhere', { candidate: { homeArea: 'audit' } }, []],
    ['the post in another area there', { candidate: { authority: 'parish', homeArea: 'registry' } }, []],
    ['in a conflicting area 6 days before', inAudit('2026-06-04/pm'), []],
    ['in a conflicting area 5 days before', inAudit('2026-06-05/am'), ['conflict']],
    ['in a conflicting area that afternoon', inAudit('2026-06-10/pm'), ['conflict']],
    ['in a conflicting area 5 days after', inAudit('2026-06-15/pm'), ['conflict']],
    ['in a conflicting area 6 days after', inAudit('2026-06-16/am'), []],
    ['requested into a conflicting area', inAudit('2026-06-05/am', { status: 'requested' }), ['conflict']],
    ['in a conflicting area, ended', inAudit('2026-06-05/am', { status: 'ended' }), []],
    ['in a conflicting area elsewhere', inAudit('2026-06-05/am', { authority: 'city' }), []],
    ['in an area without conflict', inAudit('2026-06-05/am', { area: 'registry' }), []],
    ['a colleague in a conflicting area', inAudit('2026-06-05/am', { specialist: 'city-p2' }), []],
  ],
  refused: [
    ['this half-day', refusing('2026-06-10/am'), ['refused']],
    ['another half-day of the gap', refusing('2026-06-03/pm'), ['refused']],
    ['a half-day of the gap before the horizon', refusing('2026-05-29/pm'), ['refused']],
    ['another need of the place', refusing('2026-06-03/pm', { need: 1 }), ['refused']],
    ['a need of another place', { ...refusing('2026-06-10/am', { requirement: 'home' }), home: vacantAudit }, []],
    ['by a colleague', refusing('2026-06-10/am', { specialist: 'city-p2' }), []],
    ['a gap that is no more', { ...refusing('2026-06-03/pm'), ...vacancies(['2026-06-04/am']) }, []],
    ['the first half-day of the gap', { ...refusing('2026-06-04/am'), ...vacancies(['2026-06-04/am']) }, ['refused']],
    [
      'a gap that a day without shortage parts from this one',
      { ...refusing('2026-06-08/am'), ...vacancies(['2026-05-01/am', '2026-06-08/pm'], ['2026-06-10/am']) },
      [],
    ],
    [
      'a gap that goes on in the afternoon',
      { ...refusing('2026-06-08/am'), ...vacancies(['2026-05-01/am', '2026-06-08/pm'], ['2026-06-09/pm']) },
      ['refused'],
    ],
  ],
}

describe.each(Object.entries(tables))('%s', (_, rows) => {
  it.each(rows)('%s', (_boundary, one, codes) => {
    expect(reasonsIn(one)).toEqual(codes)
  })
})
