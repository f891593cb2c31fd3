import type { Region } from '@vertretbar/domain/region'
import { since, specialist } from '@vertretbar/domain/test-region'
import { describe, expect, it } from 'vitest'
import {
  able,
  auditWanted,
  awayThen,
  clerks,
  critical,
  home,
  inBoth,
  notIn,
  planOf,
  pool,
  registryWanted,
  type Told,
  toldOf,
  wanted,
} from './test-plan.ts'

type Row = readonly [boundary: string, fields: Partial<Region>, nearest: readonly Told[]]

/** One may go for payroll, the other for the registry. */
const onePerArea = [able('city-p1', notIn('registry')), able('city-p2', notIn('payroll'))]

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
        absences: awayThen('parish-p1'),
        requirements: [clerks(2, false)],
      },
      [[['city-p2', 'weekly-limit']]],
    ],
  ],
}

describe.each(Object.entries(tables))('%s', (_, rows) => {
  it.each(rows)('%s', async (_boundary, fields, nearest) => {
    expect(await toldOf(fields)).toEqual(nearest)
  })
})

describe('told apart', () => {
  const fields: Partial<Region> = {
    specialists: [
      able('city-p1', { exclusions: [{ authority: 'parish', ...since }] }),
      able('city-p2', { coverLimitHalfDaysPerWeek: 0 }),
      specialist('city-p3', { competences: [] }),
      able('parish-r1', { authority: 'parish', homeArea: 'registry', coverLimitHalfDaysPerWeek: 0 }),
    ],
    requirements: [wanted(['2026-06-10/am'])],
  }

  it('are the own people by name, and of each authority how many are barred by what', async () => {
    const { uncovered } = await planOf(fields, { apart: true })
    expect(uncovered.map(({ apart }) => apart)).toEqual([
      {
        own: [{ specialist: 'parish-r1', codes: ['weekly-limit'] }],
        barred: [
          {
            authority: 'city',
            barred: [
              { code: 'not-competent', people: 1 },
              { code: 'not-available', people: 2 },
            ],
          },
          { authority: 'parish', barred: [{ code: 'not-available', people: 1 }] },
        ],
      },
    ])
  })

  it('is nobody where it is not asked for', async () => {
    const { uncovered } = await planOf(fields)
    expect(uncovered[0]).not.toHaveProperty('apart')
  })
})
