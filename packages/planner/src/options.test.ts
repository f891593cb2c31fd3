import { dayOf } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { agreement, authority, awayFor, booking, runsA, since, specialist } from '@vertretbar/domain/test-region'
import { describe, expect, it } from 'vitest'
import { coverIn, planOf, pool, wanted } from './test-plan.ts'

const p1 = specialist('city-p1')
const p2 = specialist('city-p2')
const twoWanted = (indivisible: boolean) =>
  wanted(['2026-06-10/am'], { needs: [{ anyOf: ['clerk'], count: 2, indivisible }] })
const requested = booking('city-p2', '2026-06-10/am', {
  authority: 'parish',
  area: 'payroll',
  agreement: 'pool',
  status: 'requested',
})

const further = (fields: Partial<ReturnType<typeof agreement>> = {}) => agreement('z-further', fields)

describe('a request takes its people off the shortage that is planned', () => {
  it.each<readonly [boundary: string, fields: Partial<Region>, cover: readonly string[], left: number]>([
    ['one is requested, one is planned', { requirements: [twoWanted(false)] }, ['city-p1'], 0],
    ['an indivisible need is made whole by both', { requirements: [twoWanted(true)] }, ['city-p1'], 0],
    ['as many are requested as are wanted', { requirements: [wanted(['2026-06-10/am'])] }, [], 0],
    [
      'the requested one will be away',
      { requirements: [twoWanted(false)], absences: [awayFor('city-p2', '2026-06-10/am', '2026-06-10/am')] },
      ['city-p1'],
      1,
    ],
    [
      'the requested one will be back',
      { requirements: [twoWanted(false)], absences: [awayFor('city-p2', '2026-06-08/am', '2026-06-09/pm')] },
      ['city-p1'],
      0,
    ],
    [
      'the requested one has no role of the need',
      {
        requirements: [wanted(['2026-06-10/am'], { needs: [{ anyOf: ['approver'], count: 2 }] })],
        specialists: [p1, { ...p2, authorisations: [] }],
      },
      ['city-p1'],
      1,
    ],
    [
      'the request ended',
      { requirements: [twoWanted(false)], bookings: [{ ...requested, status: 'ended' }] },
      ['city-p1', 'city-p2'],
      0,
    ],
  ])('%s', async (_, fields, cover, left) => {
    const plan = await planOf({ specialists: [p1, p2], bookings: [requested], ...fields })
    expect(plan.assignments.map((one) => one.specialist)).toEqual(cover)
    expect(plan.objective.normalShortage).toBe(left)
  })
})

it('half-days before today are left as they are', async () => {
  const plan = await planOf(
    { specialists: [p1], requirements: [wanted(['2026-06-09/pm', '2026-06-10/am'])] },
    { today: dayOf('2026-06-10') },
  )
  expect(coverIn(plan)).toEqual(['city-p1 parish payroll 2026-06-10/am'])
  expect(plan.uncovered).toMatchObject([{ halfDay: '2026-06-09/pm', shortage: 1 }])
})

describe('in-house cover from another area', () => {
  const colleague = specialist('parish-r1', { authority: 'parish', homeArea: 'registry', access: [] })
  const software = [authority('city'), authority('parish', { deployments: [runsA] })]

  it('needs no agreement, access or notice', async () => {
    const plan = await planOf({
      agreements: [],
      authorities: software,
      specialists: [colleague],
      requirements: [wanted(['2026-06-08/am'])],
    })
    expect(plan.assignments).toEqual([
      { specialist: 'parish-r1', authority: 'parish', area: 'payroll', halfDays: ['2026-06-08/am'] },
    ])
    expect(plan.objective.effort).toBe(1)
  })

  it('counts for the person, not for the authority', async () => {
    const inHouse = await planOf({ specialists: [colleague], requirements: [wanted(['2026-06-08/am'])] })
    const lent = await planOf({ specialists: [p1], requirements: [wanted(['2026-06-08/am'])] })
    expect([inHouse.objective.fairness, lent.objective.fairness]).toEqual([1, 3])
  })
})

describe('of several agreements one carries each half-day', () => {
  const days = ['2026-06-08/am', '2026-06-09/am', '2026-06-10/am']
  const used = booking('city-p2', '2026-06-30/pm', { authority: 'parish', area: 'payroll', agreement: 'pool' })

  it.each<readonly [boundary: string, fields: Partial<Region>, byAgreement: Readonly<Record<string, number>>]>([
    [
      'one is full by a booking',
      { agreements: [pool({ monthlyHalfDayLimit: 1 }), further()], bookings: [used] },
      { 'z-further': 3 },
    ],
    [
      'both are limited, and together they have room',
      { agreements: [pool({ monthlyHalfDayLimit: 1 }), further({ monthlyHalfDayLimit: 2 })] },
      { pool: 1, 'z-further': 2 },
    ],
    [
      'both are limited, and one half-day is too many',
      { agreements: [pool({ monthlyHalfDayLimit: 1 }), further({ monthlyHalfDayLimit: 1 })] },
      { pool: 1, 'z-further': 1 },
    ],
    [
      'the one without notice costs less',
      { agreements: [pool({ noticeWorkingDays: 10 }), further({ noticeWorkingDays: 0 })] },
      { 'z-further': 3 },
    ],
    [
      'the one without notice is full',
      { agreements: [pool({ noticeWorkingDays: 10 }), further({ monthlyHalfDayLimit: 2 })] },
      { pool: 1, 'z-further': 2 },
    ],
    [
      'one begins on the second day',
      { agreements: [pool({ validTo: '2026-06-08' }), further({ validFrom: '2026-06-09' })] },
      { pool: 1, 'z-further': 2 },
    ],
  ])('%s', async (_, fields, byAgreement) => {
    const plan = await planOf({ specialists: [p1, p2], requirements: [wanted(days)], ...fields })
    const found = new Map<string, number>()
    for (const { agreement: name = 'none', halfDays } of plan.assignments)
      found.set(name, (found.get(name) ?? 0) + halfDays.length)
    expect(Object.fromEntries(found)).toEqual(byAgreement)
  })
})

it('once there, a person counts for every need their roles fit', async () => {
  const needs = [
    { anyOf: ['clerk'], count: 1 },
    { anyOf: ['approver'], count: 1 },
  ]
  const plan = await planOf({ specialists: [p1, p2], requirements: [wanted(['2026-06-10/am'], { needs })] })
  expect(plan.objective).toMatchObject({ normalShortage: 0, halfDays: 1 })
})

it('an access is opened once for all half-days, unless there is one', async () => {
  const region = {
    authorities: [authority('city'), authority('parish', { deployments: [{ ...runsA, ...since }] })],
    requirements: [wanted(['2026-06-15/am', '2026-06-16/am'])],
  }
  const efforts = await Promise.all(
    [p1, { ...p1, access: [] }].map(
      async (person) => (await planOf({ ...region, specialists: [person] })).objective.effort,
    ),
  )
  expect(efforts).toEqual([2, 4])
})
