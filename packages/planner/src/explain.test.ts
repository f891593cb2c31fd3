import { coverState } from '@vertretbar/domain/cover'
import type { ReasonCode } from '@vertretbar/domain/eligibility'
import { findGaps } from '@vertretbar/domain/gap'
import { dayOf } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { awayFor, since, specialist, testRegion } from '@vertretbar/domain/test-region'
import { describe, expect, it } from 'vitest'
import { nearestCandidates } from './explain.ts'
import { openNeeds } from './options.ts'
import type { PlanOptions } from './plan.ts'
import { auditWanted, inBoth, planOf, pool, wanted } from './test-plan.ts'

type Told = readonly (readonly [specialist: string, ...codes: ReasonCode[]])[]
type Row = readonly [boundary: string, fields: Partial<Region>, nearest: readonly Told[]]

/** Critical payroll is covered first, so that what stays open is the normal need beside it. */
const critical = (...halfDays: string[]) => ({ ...wanted(halfDays, { criticality: 'critical' }), id: 'critical' })
const registryWanted = (halfDay: string, count = 1) =>
  wanted([halfDay], { area: 'registry', needs: [{ anyOf: ['registrar'], count, indivisible: true }] })
const clerks = (count: number, indivisible: boolean) =>
  wanted(['2026-06-10/am'], { needs: [{ anyOf: ['clerk'], count, indivisible }] })
const home = (count: number) => wanted(['2026-06-10/am'], { authority: 'city', needs: [{ anyOf: ['clerk'], count }] })

const able = (id: string, fields: Parameters<typeof specialist>[1] = {}) =>
  specialist(id, {
    competences: [
      { area: 'payroll', roles: ['clerk'], products: [] },
      { area: 'registry', roles: ['registrar'], products: [] },
    ],
    ...fields,
  })
const notIn = (area: string) => ({ exclusions: [{ authority: 'parish', area, ...since }] })
/** One may go for payroll, the other for the registry. */
const onePerArea = [able('city-p1', notIn('registry')), able('city-p2', notIn('payroll'))]
const sick = (...who: string[]) => who.map((id) => awayFor(id, '2026-06-10/am', '2026-06-10/am'))

const tables: Readonly<Record<string, readonly Row[]>> = {
  'used-elsewhere': [
    [
      'the plan has the person at another place then',
      { specialists: [able('city-p1')], requirements: [critical('2026-06-10/am'), registryWanted('2026-06-10/am')] },
      [[['city-p1', 'used-elsewhere']]],
    ],
    [
      'the plan has the person at another place in the morning only',
      { specialists: [able('city-p1')], requirements: [critical('2026-06-10/am'), registryWanted('2026-06-10/pm')] },
      [],
    ],
    [
      'the plan uses up what the home can spare',
      {
        specialists: onePerArea,
        requirements: [critical('2026-06-10/am'), registryWanted('2026-06-10/am'), home(1)],
      },
      [
        [
          ['city-p1', 'conflict'],
          ['city-p2', 'used-elsewhere'],
        ],
      ],
    ],
    [
      'the home can spare one more',
      {
        specialists: [...onePerArea, able('city-p3', { exclusions: [{ authority: 'parish', ...since }] })],
        requirements: [critical('2026-06-10/am'), registryWanted('2026-06-10/am'), home(1)],
      },
      [],
    ],
    [
      'the home had nobody to spare before',
      { specialists: onePerArea, requirements: [registryWanted('2026-06-10/am'), home(2)] },
      [
        [
          ['city-p2', 'home-short'],
          ['city-p1', 'conflict', 'home-short'],
        ],
      ],
    ],
    [
      'a limit of one is not told of the half-day itself',
      {
        specialists: [able('city-p1', { coverLimitHalfDaysPerWeek: 1 })],
        requirements: [critical('2026-06-10/am'), registryWanted('2026-06-10/am')],
      },
      [[['city-p1', 'used-elsewhere']]],
    ],
    [
      'what bars a person anyway is told alone',
      {
        specialists: [able('city-p1', notIn('registry'))],
        requirements: [critical('2026-06-10/am'), registryWanted('2026-06-10/am')],
      },
      [[['city-p1', 'conflict']]],
    ],
  ],
  'not-enough': [
    [
      'one of two is free',
      { specialists: [able('city-p1'), able('city-p2')], absences: sick('city-p2'), requirements: [clerks(2, true)] },
      [
        [
          ['city-p1', 'not-enough'],
          ['city-p2', 'not-available'],
        ],
      ],
    ],
    [
      'one of two is free, and one is worth something',
      { specialists: [able('city-p1'), able('city-p2')], absences: sick('city-p2'), requirements: [clerks(2, false)] },
      [[['city-p2', 'not-available']]],
    ],
    ['both are free', { specialists: [able('city-p1'), able('city-p2')], requirements: [clerks(2, true)] }, []],
    [
      'both are free, but the home can spare one',
      { specialists: [able('city-p1'), able('city-p2')], requirements: [clerks(2, true), home(1)] },
      [
        [
          ['city-p1', 'not-enough'],
          ['city-p2', 'not-enough'],
        ],
      ],
    ],
    [
      'the plan needs one of two elsewhere',
      {
        specialists: [able('city-p1'), able('city-p2', notIn('payroll'))],
        requirements: [critical('2026-06-10/am'), registryWanted('2026-06-10/am', 2)],
      },
      [
        [
          ['city-p1', 'used-elsewhere'],
          ['city-p2', 'not-enough'],
        ],
      ],
    ],
    [
      'at short notice',
      {
        agreements: [pool({ noticeWorkingDays: 10 })],
        specialists: [able('city-p1')],
        requirements: [clerks(2, true)],
      },
      [[['city-p1', 'short-notice', 'not-enough']]],
    ],
  ],
  'what the plan itself brings about': [
    [
      'weekly-limit',
      {
        specialists: [able('city-p1', { coverLimitHalfDaysPerWeek: 1 })],
        requirements: [critical('2026-06-10/am'), wanted(['2026-06-12/pm'])],
      },
      [[['city-p1', 'weekly-limit']]],
    ],
    [
      'agreement-limit',
      {
        agreements: [pool({ monthlyHalfDayLimit: 1 })],
        specialists: [able('city-p1')],
        requirements: [critical('2026-06-10/am'), wanted(['2026-06-30/pm'])],
      },
      [[['city-p1', 'agreement-limit']]],
    ],
    [
      'conflict',
      {
        specialists: [specialist('city-p1', inBoth)],
        requirements: [critical('2026-06-10/am'), auditWanted(['2026-06-15/pm'])],
      },
      [[['city-p1', 'conflict']]],
    ],
  ],
  'the three nearest': [
    [
      'fewest codes first, then by id',
      {
        specialists: [
          able('city-p5', { competences: [] }),
          able('city-p4', notIn('payroll')),
          able('city-p1', { ...notIn('payroll'), coverLimitHalfDaysPerWeek: 0 }),
          able('city-p3', notIn('payroll')),
          able('city-p2', { coverLimitHalfDaysPerWeek: 0 }),
        ],
        requirements: [clerks(1, false)],
      },
      [
        [
          ['city-p2', 'weekly-limit'],
          ['city-p3', 'conflict'],
          ['city-p4', 'conflict'],
        ],
      ],
    ],
    [
      'neither colleagues of the place nor who already comes',
      {
        specialists: [
          able('parish-p1', { authority: 'parish' }),
          able('city-p1'),
          able('city-p2', { coverLimitHalfDaysPerWeek: 0 }),
        ],
        absences: sick('parish-p1'),
        requirements: [clerks(2, false)],
      },
      [[['city-p2', 'weekly-limit']]],
    ],
  ],
}

const toldOf = async (fields: Partial<Region>, options: Partial<PlanOptions> = {}): Promise<Told[]> => {
  const { uncovered } = await planOf(fields, options)
  return uncovered.map(({ nearest }) => nearest.map((one) => [one.specialist, ...one.codes] as const))
}

describe.each(Object.entries(tables))('%s', (_, rows) => {
  it.each(rows)('%s', async (_boundary, fields, nearest) => {
    expect(await toldOf(fields)).toEqual(nearest)
  })
})

describe('where no proof says that they are too few, free people are counted', () => {
  const one = { specialists: [able('city-p1')], requirements: [clerks(2, true)] }
  const two = { ...one, specialists: [able('city-p1'), able('city-p2')] }

  it.each<readonly [boundary: string, fields: Partial<Region>, options: Partial<PlanOptions>, nearest: Told]>([
    ['two would do, but there was no time', two, { timeLimitSeconds: 0 }, [['city-p1'], ['city-p2']]],
    ['one would not, whatever the time', one, { timeLimitSeconds: 0 }, [['city-p1', 'not-enough']]],
    ['two would have done, but the day is over', two, { today: dayOf('2026-06-11') }, [['city-p1'], ['city-p2']]],
    ['one would not have done', one, { today: dayOf('2026-06-11') }, [['city-p1', 'not-enough']]],
  ])('%s', async (_, fields, options, nearest) => {
    expect(await toldOf(fields, options)).toEqual([nearest])
  })

  it('who comes by the plan is counted with them', () => {
    const at = { first: dayOf('2026-06-10'), last: dayOf('2026-06-10') }
    const state = coverState(testRegion({ ...two, agreements: [pool()] }), at, at.first)
    const [open] = openNeeds(state, findGaps(state.supply, state.span))
    if (open === undefined) throw new Error('nothing is open')
    const place = { authority: 'parish', area: 'payroll' }
    const cover = [{ specialist: 'city-p1', place, halfDay: open.halfDay, agreement: 'pool' }]
    const nearest = nearestCandidates(state, { cover, leastShort: { critical: false, normal: false } })
    expect(nearest(open)).toEqual([{ specialist: 'city-p2', codes: [] }])
  })
})
