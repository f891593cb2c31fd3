import type { Measure } from '@vertretbar/domain/measure'
import type { Region } from '@vertretbar/domain/region'
import { authority, booking, runsA, since, specialist } from '@vertretbar/domain/test-region'
import { describe, expect, it } from 'vitest'
import { authorisation, halfDay, parishWants, product, triedOf } from './test-explanation.ts'
import { pool, wanted } from './test-plan.ts'

const runsB = { ...runsA, product: 'b' }

describe('whoever has the post where somebody is short counts once they know the software', () => {
  const fields: Partial<Region> = {
    authorities: [authority('city'), authority('parish', { deployments: [runsA] })],
    specialists: [
      specialist('parish-p1', {
        authority: 'parish',
        competences: [{ area: 'payroll', roles: ['clerk'], products: [] }],
      }),
    ],
    requirements: [parishWants(1)],
  }
  const booked = booking('parish-p1', halfDay, { authority: 'parish' })

  it.each<[boundary: string, help: Measure[], fields: Partial<Region>]>([
    ['who is there', [product('parish-p1')], fields],
    [
      'who is requested elsewhere',
      [product('parish-p1')],
      { ...fields, bookings: [{ ...booked, status: 'requested' }] },
    ],
    [
      'but not who knows some of it',
      [],
      {
        authorities: [authority('city'), authority('parish', { deployments: [runsA, runsB] })],
        specialists: [specialist('parish-p1', { authority: 'parish', coverLimitHalfDaysPerWeek: 0 })],
        requirements: [parishWants(2)],
      },
    ],
    ['but not who is booked elsewhere', [], { ...fields, bookings: [booked] }],
  ])('%s', async (_, help, region) => {
    expect(await triedOf(region)).toEqual({ help, tried: help.length })
  })
})

describe('whoever lacks a paper may learn other software instead', () => {
  const wantsEither = wanted([halfDay], { needs: [{ anyOf: ['approver', 'clerk'], count: 1 }] })
  const approvesWithA: Partial<Region> = {
    agreements: [pool()],
    authorities: [authority('city'), authority('parish', { deployments: [runsA] })],
    specialists: [
      specialist('city-p1', {
        competences: [
          { area: 'payroll', roles: ['approver'], products: ['a'] },
          { area: 'payroll', roles: ['clerk'], products: [] },
        ],
        authorisations: [],
      }),
    ],
    requirements: [wantsEither],
  }
  const atPool = { authority: 'parish', area: 'payroll', agreement: 'pool' }
  const atParish = authorisation('city-p1', 'parish')

  it.each<[boundary: string, help: Measure[], fields: Partial<Region>]>([
    [
      'for which they have access',
      [{ kind: 'access', specialist: 'city-p1', authority: 'parish', product: 'a' }, product('city-p1', 'b')],
      {
        agreements: [pool()],
        authorities: [authority('city'), authority('parish', { deployments: [runsA, runsB] })],
        specialists: [specialist('city-p1', { access: [{ authority: 'parish', product: 'b', ...since }] })],
        requirements: [parishWants(1)],
      },
    ],
    ['for a role that needs no authorisation', [atParish, product('city-p1')], approvesWithA],
    [
      'for a role that needs no authorisation, being booked already',
      [atParish, product('city-p1')],
      { ...approvesWithA, bookings: [booking('city-p1', halfDay, atPool)] },
    ],
    [
      'for a role that needs no authorisation, being requested already',
      [atParish, product('city-p1')],
      { ...approvesWithA, bookings: [booking('city-p1', halfDay, { ...atPool, status: 'requested' })] },
    ],
    [
      'but nothing is tried for who serves already',
      [],
      {
        ...approvesWithA,
        authorities: [authority('city'), authority('parish', { deployments: [runsA, runsB] })],
        specialists: [specialist('city-p1')],
        requirements: [parishWants(2)],
        bookings: [booking('city-p1', halfDay, atPool)],
      },
    ],
  ])('%s', async (_, help, fields) => {
    expect(await triedOf(fields)).toEqual({ help, tried: help.length })
  })
})
