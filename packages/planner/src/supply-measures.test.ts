import type { Measure } from '@vertretbar/domain/measure'
import type { Region } from '@vertretbar/domain/region'
import type { Specialist } from '@vertretbar/domain/specialist'
import { authority, awayFor, booking, runsA, since, specialist } from '@vertretbar/domain/test-region'
import { describe, expect, it } from 'vitest'
import { authorisation, halfDay, parishWants, product, triedOf } from './test-explanation.ts'
import { pool, wanted } from './test-plan.ts'

/** Can approve, without any paper: of no use to the parish, which wants a clerk. */
const approver = (id: string, fields: Partial<Specialist> = {}): Specialist =>
  specialist(id, {
    homeArea: 'registry',
    competences: [{ area: 'payroll', roles: ['approver'], products: ['a'] }],
    authorisations: [],
    ...fields,
  })

/** What the city's payroll wants when the parish is short. */
const approverAtHome = wanted([halfDay], { authority: 'city', needs: [{ anyOf: ['approver'], count: 1 }] })
const clerkAtHome = wanted([halfDay], { id: 'city.clerks', authority: 'city' })

const intoPayroll = booking('city-r1', halfDay, { area: 'payroll' })

/** The parish is short of one clerk; the city's only one approves at home, beside somebody booked there. */
const lastApprover: Partial<Region> = {
  agreements: [pool()],
  specialists: [specialist('city-p1'), approver('city-r1')],
  requirements: [parishWants(1), approverAtHome],
  bookings: [intoPayroll],
}

const knowsNothing = { competences: [{ area: 'payroll', roles: ['approver'], products: [] }] }
const running: Partial<Region> = { authorities: [authority('city', { deployments: [runsA] }), authority('parish')] }

/** The same, but somebody who has the post does not know the software there. */
const unlearned: Partial<Region> = {
  ...lastApprover,
  ...running,
  specialists: [specialist('city-p1'), approver('city-p2', { homeArea: 'payroll', ...knowsNothing })],
  bookings: [],
}

describe('whoever is missed at home goes once another counts there', () => {
  it.each<[boundary: string, help: Measure[], fields: Partial<Region>]>([
    ['who is booked there and lacks the authorisation', [authorisation('city-r1')], lastApprover],
    [
      'who is booked there and does not know the software',
      [product('city-r1')],
      {
        ...lastApprover,
        ...running,
        specialists: [
          specialist('city-p1'),
          approver('city-r1', {
            ...knowsNothing,
            authorisations: [{ authority: 'city', area: 'payroll', ...since }],
          }),
        ],
      },
    ],
    ['who has the post and does not know the software', [product('city-p2')], unlearned],
    [
      'who is booked there, so that two may go where one could',
      [authorisation('city-r1')],
      {
        ...lastApprover,
        specialists: [specialist('city-p1'), specialist('city-p2'), approver('city-r1')],
        requirements: [parishWants(2), approverAtHome],
      },
    ],
  ])('%s', async (_, help, fields) => {
    expect(await triedOf(fields)).toEqual({ help, tried: help.length })
  })

  it.each<[boundary: string, fields: Partial<Region>]>([
    ['for who is away', { ...lastApprover, absences: [awayFor('city-r1', halfDay, halfDay)] }],
    ['for who is only requested there', { ...lastApprover, bookings: [{ ...intoPayroll, status: 'requested' }] }],
    [
      'for who is booked there at another half-day',
      { ...lastApprover, bookings: [{ ...intoPayroll, halfDays: ['2026-06-10/pm'] }] },
    ],
    [
      'for who has the post but not the role',
      {
        ...unlearned,
        specialists: [
          specialist('city-p1'),
          approver('city-p2', {
            homeArea: 'payroll',
            competences: [{ area: 'payroll', roles: ['clerk'], products: [] }],
            exclusions: [{ authority: 'parish', ...since }],
          }),
        ],
      },
    ],
    [
      'for who has the post but is requested elsewhere',
      { ...unlearned, bookings: [booking('city-p2', halfDay, { status: 'requested' })] },
    ],
    [
      'if something else bars the one who is missed',
      {
        ...lastApprover,
        specialists: [specialist('city-p1', { coverLimitHalfDaysPerWeek: 0 }), approver('city-r1')],
      },
    ],
    [
      'at a need that has somebody to spare beside one that has not',
      {
        ...lastApprover,
        specialists: [specialist('city-p1'), approver('city-p2', { homeArea: 'payroll' }), approver('city-r1')],
        requirements: [parishWants(1), approverAtHome, clerkAtHome],
      },
    ],
  ])('but nothing is tried %s', async (_, fields) => {
    expect(await triedOf(fields)).toEqual({ help: [], tried: 0 })
  })

  it('nor does that help where two needs have nobody to spare and it serves only one of them', async () => {
    const { help } = await triedOf({
      ...lastApprover,
      requirements: [parishWants(1), approverAtHome, clerkAtHome],
    })
    expect(help).toEqual([])
  })
})
