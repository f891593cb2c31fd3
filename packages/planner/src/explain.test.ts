import type { Explanation } from '@vertretbar/domain/explanation'
import type { Region } from '@vertretbar/domain/region'
import { awayFor, specialist } from '@vertretbar/domain/test-region'
import { describe, expect, it } from 'vitest'
import { explanationOf } from './test-explanation.ts'
import { pool, wanted } from './test-plan.ts'

const movedBy = ({ help }: Explanation): number[] =>
  help.flatMap(({ measure }) => (measure.kind === 'absence' ? [measure.days] : []))

/** The only clerk, and when they are away. */
const away = (from: string, to: string): Partial<Region> => ({
  specialists: [specialist('parish-p1', { authority: 'parish' })],
  absences: [awayFor('parish-p1', from, to)],
})

describe('an absence of the only clerk is moved by a day', () => {
  const onThursday = away('2026-06-11/am', '2026-06-11/pm')
  const thursday = wanted(['2026-06-11/am', '2026-06-11/pm'])
  const friday = wanted(['2026-06-12/am', '2026-06-12/pm'])

  it.each<[boundary: string, days: number[], fields: Partial<Region>, last?: string]>([
    ['to either side, where nobody is missed', [-1, 1], { ...onThursday, requirements: [thursday] }],
    [
      'not to where it is missed as much',
      [-1],
      {
        ...onThursday,
        requirements: [{ ...wanted(['2026-06-11/am', '2026-06-12/am']) }],
      },
    ],
    ['not past the last day that is looked at', [-1], { ...onThursday, requirements: [thursday] }, '2026-06-11'],
    ['not onto a day off', [-1], { ...away('2026-06-12/am', '2026-06-12/pm'), requirements: [friday] }],
    [
      'not into the past',
      [1],
      {
        ...away('2026-06-08/am', '2026-06-08/pm'),
        requirements: [wanted(['2026-06-08/am', '2026-06-08/pm'])],
      },
    ],
    [
      'not if it has begun',
      [],
      {
        ...away('2026-06-05/am', '2026-06-09/pm'),
        requirements: [wanted(['2026-06-09/am', '2026-06-09/pm'])],
      },
    ],
    [
      'not if its end is open',
      [],
      {
        specialists: [specialist('parish-p1', { authority: 'parish' })],
        absences: [awayFor('parish-p1', '2026-06-11/am')],
        requirements: [thursday],
      },
    ],
  ])('%s', async (_, days, fields, last) => {
    expect(new Set(movedBy(await explanationOf(fields, last)))).toEqual(new Set(days))
  })

  it('but nobody asks a lender for that', async () => {
    const explanation = await explanationOf({
      agreements: [pool()],
      specialists: [specialist('city-p1')],
      absences: [awayFor('city-p1', '2026-06-11/am', '2026-06-11/pm')],
      requirements: [thursday],
    })
    expect(explanation).toMatchObject({ help: [], measures: { found: 0, tried: 0, complete: true } })
  })
})

describe('the rules that an assignment keeps', () => {
  const halfDays = ['2026-06-08/am', '2026-06-12/am']

  it('are not those of notice where one of its half-days is too soon', async () => {
    const { assignments } = await explanationOf({
      agreements: [pool({ noticeWorkingDays: 2 })],
      specialists: [specialist('city-p1')],
      requirements: [wanted(halfDays)],
    })
    expect(assignments).toMatchObject([{ shortNotice: ['2026-06-08/am'] }])
    expect(assignments[0]?.passed).not.toContain('short-notice')
  })

  it('are those that had anything to look at', async () => {
    const { assignments } = await explanationOf({
      agreements: [pool()],
      specialists: [specialist('city-p1', { coverLimitHalfDaysPerWeek: 4 })],
      requirements: [wanted(halfDays)],
    })
    expect(assignments[0]?.passed).toEqual([
      'not-competent',
      'not-available',
      'no-agreement',
      'conflict',
      'weekly-limit',
      'refused',
    ])
  })
})

it('with no time left everything that takes searching is left out, and counted', async () => {
  const { assignments, help, measures } = await explanationOf(
    {
      agreements: [pool()],
      specialists: [specialist('city-p1', { coverLimitHalfDaysPerWeek: 1 })],
      requirements: [wanted(['2026-06-10/am', '2026-06-12/am'])],
    },
    '2026-06-19',
    0,
  )
  expect(assignments).toHaveLength(1)
  expect(assignments[0]?.alternative).toBeUndefined()
  expect(help).toEqual([])
  expect(measures).toMatchObject({ tried: 0, complete: false })
})
