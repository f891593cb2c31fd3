import type { Region } from '@vertretbar/domain/region'
import { authority, booking, since, specialist } from '@vertretbar/domain/test-region'
import { describe, expect, it } from 'vitest'
import { auditWanted, coverIn, inBoth, planOf, pool, wanted } from './test-plan.ts'

type Row = readonly [boundary: string, fields: Partial<Region>, coveredHalfDays: number]

const one = (fields: Partial<Region['specialists'][number]> = {}) => [specialist('city-p1', fields)]
const both = (fields: Partial<Region['specialists'][number]> = {}) => [...one(fields), specialist('city-p2', fields)]
const anAudit = (halfDay: string, fields: Partial<ReturnType<typeof booking>> = {}) =>
  booking('city-p1', halfDay, { authority: 'parish', area: 'audit', agreement: 'pool', ...fields })
const home = (count: number) =>
  wanted(['2026-06-10/am', '2026-06-10/pm'], { authority: 'city', needs: [{ anyOf: ['clerk'], count }] })
const twoWanted = (fields: Partial<Region['requirements'][number]> = {}) =>
  wanted(['2026-06-10/am'], { needs: [{ anyOf: ['clerk'], count: 2 }], ...fields })
const threeAuthorities = [authority('city'), authority('parish'), authority('village')]
const wide = pool({ receivers: ['parish', 'village'] })

const tables: Readonly<Record<string, readonly Row[]>> = {
  'nobody serves conflicting areas of one authority within the look-back': [
    [
      'payroll and audit 5 days apart',
      { specialists: one(inBoth), requirements: [wanted(['2026-06-10/pm']), auditWanted(['2026-06-15/am'])] },
      1,
    ],
    [
      'payroll and audit 6 days apart',
      { specialists: one(inBoth), requirements: [wanted(['2026-06-10/pm']), auditWanted(['2026-06-16/am'])] },
      2,
    ],
    [
      'audit first, 5 days apart',
      { specialists: one(inBoth), requirements: [auditWanted(['2026-06-10/am']), wanted(['2026-06-15/pm'])] },
      1,
    ],
    [
      'audit first, 6 days apart',
      { specialists: one(inBoth), requirements: [auditWanted(['2026-06-10/am']), wanted(['2026-06-16/pm'])] },
      2,
    ],
    [
      'two people share them',
      { specialists: both(inBoth), requirements: [wanted(['2026-06-10/am']), auditWanted(['2026-06-10/pm'])] },
      2,
    ],
    [
      'at two authorities',
      {
        authorities: threeAuthorities,
        agreements: [wide],
        specialists: one(inBoth),
        requirements: [wanted(['2026-06-10/am']), auditWanted(['2026-06-10/pm'], { authority: 'village' })],
      },
      2,
    ],
    [
      'booked into audit 5 days before',
      { specialists: one(), bookings: [anAudit('2026-06-10/am')], requirements: [wanted(['2026-06-15/pm'])] },
      0,
    ],
    [
      'booked into audit 6 days before',
      { specialists: one(), bookings: [anAudit('2026-06-10/pm')], requirements: [wanted(['2026-06-16/am'])] },
      1,
    ],
    [
      'booked into audit 5 days after',
      { specialists: one(), bookings: [anAudit('2026-06-15/pm')], requirements: [wanted(['2026-06-10/am'])] },
      0,
    ],
    [
      'booked into audit 6 days after',
      { specialists: one(), bookings: [anAudit('2026-06-16/am')], requirements: [wanted(['2026-06-10/pm'])] },
      1,
    ],
  ],
  'a person covers one place at a half-day': [
    [
      'wanted at two places',
      {
        authorities: threeAuthorities,
        agreements: [wide],
        specialists: one(),
        requirements: [wanted(['2026-06-10/am']), wanted(['2026-06-10/am'], { authority: 'village' })],
      },
      1,
    ],
    [
      'wanted there in the afternoon',
      {
        authorities: threeAuthorities,
        agreements: [wide],
        specialists: one(),
        requirements: [wanted(['2026-06-10/am']), wanted(['2026-06-10/pm'], { authority: 'village' })],
      },
      2,
    ],
  ],
  'people lent from a need never exceed its surplus': [
    ['both, nobody is needed at home', { specialists: both(), requirements: [twoWanted()] }, 2],
    ['one of both, one to spare', { specialists: both(), requirements: [twoWanted(), home(1)] }, 1],
    ['none of both, none to spare', { specialists: both(), requirements: [twoWanted(), home(2)] }, 0],
    [
      'one of both to two places, one to spare',
      {
        authorities: threeAuthorities,
        agreements: [wide],
        specialists: both(),
        requirements: [wanted(['2026-06-10/am']), wanted(['2026-06-10/am'], { authority: 'village' }), home(1)],
      },
      1,
    ],
    [
      'one in the morning, one in the afternoon, one to spare',
      { specialists: both(), requirements: [wanted(['2026-06-10/am', '2026-06-10/pm']), home(1)] },
      2,
    ],
    [
      'one of three, a colleague is requested elsewhere',
      {
        specialists: [...both(), specialist('city-p3')],
        bookings: [booking('city-p3', '2026-06-10/am', { status: 'requested' })],
        requirements: [twoWanted(), home(1)],
      },
      1,
    ],
    [
      'cover planned into the home frees nobody: only the home is covered',
      {
        specialists: [
          ...one(),
          specialist('city-r1', { homeArea: 'registry', exclusions: [{ authority: 'parish', ...since }] }),
        ],
        requirements: [wanted(['2026-06-10/am']), home(2)],
      },
      2,
    ],
  ],
}

describe.each(Object.entries(tables))('%s', (_, rows) => {
  it.each(rows)('%s', async (_boundary, fields, coveredHalfDays) => {
    const plan = await planOf(fields)
    expect(coverIn(plan)).toHaveLength(coveredHalfDays)
    expect(plan).toMatchObject({ status: 'optimal', objective: { halfDays: coveredHalfDays }, bound: plan.objective })
  })
})
