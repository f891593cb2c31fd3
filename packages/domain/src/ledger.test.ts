import { describe, expect, it } from 'vitest'
import { centsFor, minutesOfHalfDay, roundedHalfUp, settlementOf } from './ledger.ts'
import type { PatternWeek, Specialist } from './specialist.ts'
import { cover, lending, monday, thursday, wednesday } from './test-command.ts'
import { since, specialist } from './test-region.ts'

const full: PatternWeek = { mo: 'full', tu: 'full', we: 'full', th: 'full', fr: 'full' }
const noFridayPm: PatternWeek = { ...full, fr: 'am' }
const mornings: PatternWeek = { mo: 'am', tu: 'am', we: 'am' }
const hours = (minutes: number, ...weeks: PatternWeek[]): Partial<Specialist> => ({
  weeklyMinutes: [{ ...since, minutes }],
  workPattern: [{ ...since, weeks }],
})
const changing = (validTo: string, validFrom: string): Partial<Specialist> => ({
  weeklyMinutes: [
    { ...since, validTo, minutes: 2340 },
    { validFrom, minutes: 1200 },
  ],
})

describe('the minutes of a half-day', () => {
  it.each<readonly [string, Partial<Specialist>, number]>([
    ['39 hours over ten half-days', hours(2340, full), 234],
    ['41.5 hours over ten half-days', hours(2490, full), 249],
    ['39 hours over nine: even', hours(2340, noFridayPm), 260],
    ['39 hours over eight: the half is rounded up', hours(2340, { ...full, fr: undefined }), 293],
    ['41.5 hours over eight: below the half', hours(2490, { ...full, fr: undefined }), 311],
    ['39 hours over two weeks of ten and nine', hours(2340, full, noFridayPm), 246],
    ['41.5 hours over two weeks of ten and nine', hours(2490, full, noFridayPm), 262],
    ['39 hours over four weeks of 10, 9, 9 and 3', hours(2340, full, noFridayPm, noFridayPm, mornings), 302],
    ['a week in which nothing is worked counts', hours(1200, full, {}), 240],
    ['afternoons and Saturdays count as well', hours(1000, { mo: 'pm', sa: 'full', su: 'am' }), 250],
    ['no pattern', { ...hours(2340, full), workPattern: [] }, 0],
    ['a pattern without a half-day', hours(2340, {}), 0],
    ['no hours', { weeklyMinutes: [] }, 0],
    ['of hours that end that day', changing('2026-06-10', '2026-06-11'), 234],
    ['of hours that ended the day before', changing('2026-06-09', '2026-06-10'), 120],
    ['of two valid hours the later', changing('2026-12-31', '2026-06-10'), 120],
    [
      'of two valid hours the later, wherever it stands',
      { weeklyMinutes: (changing('2026-12-31', '2026-06-10').weeklyMinutes ?? []).toReversed() },
      120,
    ],
    [
      'of two patterns the one valid that day',
      {
        weeklyMinutes: [{ ...since, minutes: 2340 }],
        workPattern: [
          { ...since, validTo: '2026-06-09', weeks: [full] },
          { validFrom: '2026-06-10', weeks: [mornings] },
        ],
      },
      780,
    ],
  ])('%s', (_, fields, minutes) => expect(minutesOfHalfDay(specialist('city-p1', fields), wednesday)).toBe(minutes))
})

describe('an amount', () => {
  it.each([
    ['an hour', 60, 4567, 4567],
    ['234 minutes at an odd rate, below the half', 234, 4567, 17_811],
    ['249 minutes, exactly the half: up', 249, 10, 42],
    ['just below the half', 249, 9, 37],
    ['nothing at no rate', 234, 0, 0],
    ['nothing for nothing', 0, 4567, 0],
    ['the most there is, without losing a cent', 10_080, 1_000_000, 168_000_000],
  ])('%s', (_, minutes, rate, cents) => expect(centsFor(minutes, rate)).toBe(cents))

  it.each([
    [5, 2, 3],
    [7, 3, 2],
    [8, 3, 3],
    [-5, 2, -2],
    [-7, 2, -3],
    [-8, 3, -3],
  ])('of %i in %i parts is rounded half up', (numerator, denominator, rounded) => {
    expect(roundedHalfUp(numerator, denominator)).toBe(rounded)
  })
})

describe('a settlement', () => {
  const person = { weeklyMinutes: [{ ...since, minutes: 2340 }] }
  const settled = (rates: Readonly<Record<string, number>>, booking = cover({ halfDays: [thursday, wednesday] })) =>
    settlementOf(lending({ candidate: person, agreement: { ratesCentsPerHour: rates } }), {
      booking,
      worked: booking.halfDays,
      before: [],
      at: monday,
    })

  it('has one entry per half-day, in their order', () => {
    expect(settled({ payroll: 6000 }).map(({ halfDay, cents }) => [halfDay, cents])).toEqual([
      [wednesday, 23_400],
      [thursday, 23_400],
    ])
  })

  it.each([
    ['the area has none in the agreement', { audit: 6000 }, cover()],
    ['it is under no agreement', { payroll: 6000 }, withoutAgreement()],
  ])('goes by a rate of 0 where %s', (_, rates, booking) => {
    expect(settled(rates, booking)).toMatchObject([{ rateCentsPerHour: 0, actualMinutes: 234, cents: 0 }])
  })

  it('names no agreement where there is none', () => {
    expect(settled({}, withoutAgreement())[0]).not.toHaveProperty('agreement')
  })

  it('goes by the agreement of the booking', () => {
    const index = lending({
      candidate: person,
      agreement: { ratesCentsPerHour: { payroll: 6000 } },
      furtherAgreement: { ratesCentsPerHour: { payroll: 3000 } },
    })
    const booking = cover({ agreement: 'further' })
    const entries = settlementOf(index, { booking, worked: [wednesday], before: [], at: monday })
    expect(entries).toMatchObject([{ agreement: 'further', rateCentsPerHour: 3000, cents: 11_700 }])
  })
})

function withoutAgreement() {
  const { agreement: _, ...booking } = cover()
  return booking
}
