import type { Region } from '@vertretbar/domain/region'
import { authority, awayFor, requirement, since, specialist } from '@vertretbar/domain/test-region'
import type { CoverPlanRow } from '@vertretbar/messages/cover-plan'
import { describe, expect, it } from 'vitest'
import { cover, planOf } from './test-cover-plan.ts'

/** What a row says, half-days alike together: `there 17, covers 2`. */
const sums = ({ halfDays }: CoverPlanRow): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(halfDays.values(), ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]))

const saysOf = (rows: readonly CoverPlanRow[]) => rows.map((row) => [row.name, sums(row)] as const)
const peopleOf = (...args: Parameters<typeof planOf>) => saysOf(planOf(...args).areas.flatMap(({ people }) => people))
const coversOf = (...args: Parameters<typeof planOf>) => saysOf(planOf(...args).areas.flatMap(({ covers }) => covers))

it('a plan begins today in Germany and lasts two weeks, and says of what it was made', () => {
  const { days, at, version, authority: name } = planOf('city', {}, Date.parse('2026-12-31T23:30:00Z'))
  expect([days[0], days.at(-1), days.length]).toEqual(['2027-01-01', '2027-01-14', 14])
  expect([at, version, name]).toEqual(['2026-12-31T23:30:00.000Z', 7, 'Stadt city'])
})

it('half-days on which the authority is closed are told, half days of closure too', () => {
  const authorities = [authority('city', { closures: [{ date: '2026-06-05', half: 'pm' }] }), authority('parish')]
  expect(planOf('city', { authorities }).closed).toEqual([
    '2026-06-05/pm',
    ...['06', '07', '13', '14'].flatMap((day) => [`2026-06-${day}/am`, `2026-06-${day}/pm`]),
  ])
})

/** The one of the city, who has left. */
const left = (on: string): Partial<Region> => ({
  specialists: [specialist('city-p1', { employment: { ...since, validTo: on } })],
})

describe('of one’s own people a plan says', () => {
  it.each<readonly [string, Partial<Region>, Readonly<Record<string, number>>]>([
    ['on which half-days they are there', {}, { there: 20 }],
    [
      'nothing on half-days on which they are away',
      { absences: [awayFor('city-p1', '2026-06-03/pm', '2026-06-04/am')] },
      { there: 18 },
    ],
    [
      'nothing on half-days that their pattern does not work',
      { specialists: [specialist('city-p1', { workPattern: [{ ...since, weeks: [{ mo: 'am' }] }] })] },
      { there: 2 },
    ],
    ['where they cover', { bookings: [cover('b', {})] }, { there: 19, covers: 1 }],
    [
      'where they are asked, and are there still',
      { bookings: [cover('b', { status: 'requested' })] },
      { there: 19, asked: 1 },
    ],
    [
      'nothing of cover that has ended',
      { bookings: [cover('b', { status: 'ended', reason: 'withdrawn' })] },
      { there: 20 },
    ],
    [
      'nothing of cover after the two weeks',
      { bookings: [cover('b', { halfDays: ['2026-06-16/am'] })] },
      { there: 20 },
    ],
  ])('%s', (_, fields, says) => expect(peopleOf('city', fields).map(([, one]) => one)).toEqual([says]))

  it('nothing at all if they are not employed in that time, and all of a week that they have left in', () => {
    expect(peopleOf('city', left('2026-06-01'))).toEqual([])
    expect(peopleOf('city', left('2026-06-02'))).toEqual([['city-p1', { there: 2 }]])
  })

  it('to where they go: what it is called there', () => {
    const { areas } = planOf('city', { bookings: [cover('b', {})] })
    expect(areas[0]?.people[0]?.halfDays.get('2026-06-08/am')).toEqual({
      kind: 'covers',
      place: { authority: 'Stadt parish', area: { de: 'payroll', en: 'payroll' } },
    })
  })
})

describe('of those who come from elsewhere a plan says', () => {
  it.each<readonly [string, Partial<Region>, readonly unknown[]]>([
    ['nothing where nobody comes', {}, []],
    ['who covers when', { bookings: [cover('b', {})] }, [['CI P1', { covers: 1 }]]],
    ['who is asked', { bookings: [cover('b', { status: 'requested' })] }, [['CI P1', { asked: 1 }]]],
    [
      'several covers of one person in one row',
      { bookings: [cover('a', {}), cover('b', { halfDays: ['2026-06-02/am', '2026-06-03/pm'], status: 'requested' })] },
      [['CI P1', { covers: 1, asked: 2 }]],
    ],
    [
      'nothing of half-days on which they would not be there, for then they do not count',
      {
        bookings: [cover('b', { halfDays: ['2026-06-08/am', '2026-06-09/am'] })],
        absences: [awayFor('city-p1', '2026-06-09/am', '2026-06-09/pm')],
      },
      [['CI P1', { covers: 1 }]],
    ],
  ])('%s', (_, fields, says) => expect(coversOf('parish', fields)).toEqual(says))

  it('that they come from another area of the same authority, where that is so', () => {
    const { areas } = planOf('parish', {
      specialists: [specialist('p', { authority: 'parish', homeArea: 'registry' })],
      bookings: [cover('b', { specialist: 'p', agreement: undefined })],
    })
    expect(areas.map(({ name, people, covers }) => [name.de, saysOf(people), saysOf(covers)])).toEqual([
      ['payroll', [], [['p', { covers: 1 }]]],
      ['registry', [['p', { there: 19, covers: 1 }]], []],
    ])
    expect(areas[0]?.covers[0]?.home.area.de).toBe('registry')
  })
})

it('another authority is told nothing of any of them', () => {
  const plan = planOf('town', { bookings: [cover('b', {})] })
  expect(plan.areas).toEqual([])
  expect(plan.contacts).toEqual([])
  expect(JSON.stringify([...plan.areas, plan.authorities])).not.toMatch(/P1|parish|city/)
})

const both = ['2026-06-08/am', '2026-06-08/pm']

/** A region in which the parish lacks one of two on a Monday. */
const short = (fields: Partial<Region> = {}): Partial<Region> => ({
  requirements: [
    requirement('run', {
      label: 'Lauf',
      when: { kind: 'dates', halfDays: both },
      needs: [{ anyOf: ['clerk', 'approver'], count: 2 }],
    }),
  ],
  ...fields,
})

describe('a gap', () => {
  it.each<readonly [string, Partial<Region>, readonly unknown[]]>([
    ['is told as open', short(), ['open', [1, 1]]],
    [
      'is told as requested once enough are asked',
      short({ bookings: [cover('b', { halfDays: both, status: 'requested' })] }),
      ['requested', [1, 1]],
    ],
    ['is told with what is left of it', short({ bookings: [cover('b', {})] }), ['open', [1]]],
    [
      'is told as a risk that somebody bears',
      short({
        gapMarks: [
          {
            id: 'mark',
            kind: 'accepted-risk',
            requirement: 'run',
            need: 0,
            halfDays: both.map((halfDay) => ({ halfDay, shortage: 1 })),
            by: 'hr',
            at: '2026-06-01T08:00:00Z',
          },
        ],
      }),
      ['accepted-risk', [1, 1]],
    ],
  ])('%s', (_, fields, says) => {
    const gaps = planOf('parish', fields).areas.flatMap((area) => area.gaps)
    expect(gaps.map(({ state, halfDays }) => [state, halfDays.map(({ shortage }) => shortage)])).toEqual([says])
    expect(gaps[0]).toMatchObject({ task: 'Lauf', severity: 'soon', roles: [{ de: 'clerk' }, { de: 'approver' }] })
  })

  it('of another authority is not told, nor one after the two weeks', () => {
    expect(planOf('city', short()).areas.flatMap((area) => area.gaps)).toEqual([])
    const later = planOf('parish', short(), Date.parse('2026-05-25T01:31:00Z'))
    expect(later.areas.flatMap((area) => area.gaps)).toEqual([])
  })
})
