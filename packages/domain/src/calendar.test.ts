import { describe, expect, it } from 'vitest'
import type { Authority, FederalState } from './authority.ts'
import { isBankingDay, isOfficeDay, isWerktag, workCalendar } from './calendar.ts'
import { dayOf, numberOf } from './half-day.ts'

const authority = (fields: Partial<Authority> = {}): Authority => ({
  id: 'office',
  name: 'Amt',
  kind: 'city',
  keys: [],
  state: 'DE-NI',
  closures: [],
  deployments: [],
  ...fields,
})

const halves = { none: 0, morning: 1, afternoon: 2, day: 3 } as const

describe('an authority works', () => {
  it.each<readonly [date: string, why: string, fields: Partial<Authority>, works: keyof typeof halves]>([
    ['2026-12-07', 'Monday', {}, 'day'],
    ['2026-12-11', 'Friday', {}, 'day'],
    ['2026-12-12', 'Saturday', {}, 'none'],
    ['2026-12-13', 'Sunday', {}, 'none'],
    ['2026-12-24', 'Christmas Eve', {}, 'none'],
    ['2026-12-31', 'New Year’s Eve', {}, 'none'],
    ['2026-12-24', 'Christmas Eve where it is open', { openOnDefaultClosures: true }, 'day'],
    ['2026-12-31', 'New Year’s Eve where it is open', { openOnDefaultClosures: true }, 'day'],
    ['2026-12-24', 'Christmas Eve where openness is denied', { openOnDefaultClosures: false }, 'none'],
    ['2026-12-25', 'Christmas Day, which nothing opens', { openOnDefaultClosures: true }, 'none'],
    ['2028-12-24', 'Christmas Eve on a Sunday, which nothing opens', { openOnDefaultClosures: true }, 'none'],
    ['2026-12-23', 'the day before Christmas Eve', {}, 'day'],
    ['2026-12-30', 'the day before New Year’s Eve', {}, 'day'],
    ['2025-10-31', 'Reformation Day', {}, 'none'],
    ['2025-10-31', 'Reformation Day in another state', { state: 'DE-NW' }, 'day'],
    ['2027-02-08', 'a day closed in the afternoon', { closures: [{ date: '2027-02-08', half: 'pm' }] }, 'morning'],
    ['2027-02-08', 'a day closed in the morning', { closures: [{ date: '2027-02-08', half: 'am' }] }, 'afternoon'],
    ['2027-02-08', 'a day closed', { closures: [{ date: '2027-02-08' }] }, 'none'],
    ['2027-02-09', 'the day after a closure', { closures: [{ date: '2027-02-08' }] }, 'day'],
    [
      '2027-02-08',
      'a day closed in two halves',
      {
        closures: [
          { date: '2027-02-08', half: 'am' },
          { date: '2027-02-08', half: 'pm' },
        ],
      },
      'none',
    ],
    [
      '2026-12-24',
      'an open Christmas Eve closed in the afternoon',
      { openOnDefaultClosures: true, closures: [{ date: '2026-12-24', half: 'pm' }] },
      'morning',
    ],
  ])('%s, %s', (date, _why, fields, works) => {
    const calendar = workCalendar(authority(fields))
    expect(calendar.halvesOf(dayOf(date))).toBe(halves[works])
    expect(calendar.isWorkingDay(dayOf(date))).toBe(works !== 'none')
    expect(calendar.isWorkingHalfDay(numberOf(`${date}/am`))).toBe((halves[works] & 1) === 1)
    expect(calendar.isWorkingHalfDay(numberOf(`${date}/pm`))).toBe((halves[works] & 2) === 2)
  })
})

describe('working days are counted after the first date, up to and including the second', () => {
  it.each([
    ['the same day', '2026-12-07', '2026-12-07', 0],
    ['the next day', '2026-12-07', '2026-12-08', 1],
    ['over a weekend', '2026-12-11', '2026-12-14', 1],
    ['to a Sunday', '2026-12-11', '2026-12-13', 0],
    ['over Christmas', '2026-12-23', '2026-12-28', 1],
    ['to a half-closed day, which is one', '2026-12-14', '2026-12-15', 1],
    ['backwards', '2026-12-08', '2026-12-07', 0],
  ])('%s', (_name, after, to, days) => {
    const calendar = workCalendar(authority({ closures: [{ date: '2026-12-15', half: 'pm' }] }))
    expect(calendar.workingDays(dayOf(after), dayOf(to))).toBe(days)
  })
})

describe('the working half-day before', () => {
  it.each([
    ['an afternoon is the morning', '2026-12-08/pm', '2026-12-08/am'],
    ['a morning is the afternoon before', '2026-12-08/am', '2026-12-07/pm'],
    ['a Monday is Friday afternoon', '2026-12-07/am', '2026-12-04/pm'],
    ['the Monday after Christmas is 23 December', '2026-12-28/am', '2026-12-23/pm'],
    ['the day after a half closure is the other half', '2026-12-16/am', '2026-12-15/am'],
  ])('%s', (_name, halfDay, before) => {
    const calendar = workCalendar(authority({ closures: [{ date: '2026-12-15', half: 'pm' }] }))
    expect(calendar.previousWorkingHalfDay(numberOf(halfDay))).toBe(numberOf(before))
  })
})

describe('a day is a banking day, a Werktag, a day on which a tax is due', () => {
  it.each<
    readonly [date: string, why: string, state: FederalState, banking: boolean, werktag: boolean, office: boolean]
  >([
    ['2026-12-07', 'Monday', 'DE-NI', true, true, true],
    ['2026-12-12', 'Saturday', 'DE-NI', false, true, false],
    ['2026-12-13', 'Sunday', 'DE-NI', false, false, false],
    ['2026-12-24', 'Christmas Eve', 'DE-NI', false, true, true],
    ['2026-12-25', 'Christmas Day', 'DE-NI', false, false, false],
    ['2026-12-26', 'Boxing Day on a Saturday', 'DE-NI', false, false, false],
    ['2026-12-31', 'New Year’s Eve', 'DE-NI', false, true, true],
    ['2025-10-31', 'Reformation Day', 'DE-NI', false, false, false],
    ['2025-10-31', 'Reformation Day elsewhere', 'DE-NW', true, true, true],
    ['2028-06-17', 'a Saturday that is a holiday once, in Berlin', 'DE-BE', false, false, false],
    ['2025-05-08', 'a holiday once, in Berlin', 'DE-BE', false, false, false],
    ['2026-05-08', 'the same date a year later', 'DE-BE', true, true, true],
    ['2026-08-15', 'Assumption Day, which Bavaria has only in parts', 'DE-BY', false, true, false],
    ['2025-08-15', 'Assumption Day on a Friday', 'DE-BY', true, true, true],
    ['2025-08-15', 'Assumption Day on a Friday', 'DE-SL', false, false, false],
  ])('%s, %s', (date, _why, state, banking, werktag, office) => {
    const day = dayOf(date)
    expect([isBankingDay(state, day), isWerktag(state, day), isOfficeDay(state, day)]).toEqual([
      banking,
      werktag,
      office,
    ])
  })
})
