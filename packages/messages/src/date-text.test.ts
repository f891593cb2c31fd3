import { dayOf, weekdayOf } from '@vertretbar/domain/half-day'
import { expect, it } from 'vitest'
import { dateText, halfDaysText, halfDayText } from './date-text.ts'

it('tells a date', () => {
  expect(dateText('2026-12-07', 'de')).toBe('Mo., 7. Dez. 2026')
  expect(dateText('2026-12-07', 'en')).toBe('Mon, 7 Dec 2026')
  expect(dateText('2027-03-14', 'de')).toBe('So., 14. März 2027')
})

it('tells a half-day', () => {
  expect(halfDayText('2026-12-07/am', 'de')).toBe('Mo., 7. Dez. 2026, vormittags')
  expect(halfDayText('2026-12-07/pm', 'en')).toBe('Mon, 7 Dec 2026, afternoon')
})

const isWeekend = (day: number): boolean => weekdayOf(day) > 4

it.each([
  ['nothing', [], ''],
  ['one half', ['2026-12-17/pm'], 'Do., 17. Dez. 2026, nachmittags'],
  ['both halves of a day', ['2026-12-17/pm', '2026-12-17/am'], 'Do., 17. Dez. 2026, ganztags'],
  ['whole days in a row', both('2026-12-17', '2026-12-18'), 'Do., 17. Dez. bis Fr., 18. Dez. 2026, ganztags'],
  ['days around a weekend', ['2026-12-18/am', '2026-12-21/am'], 'Fr., 18. Dez. bis Mo., 21. Dez. 2026, vormittags'],
  ['days around New Year', both('2026-12-31', '2027-01-01'), 'Do., 31. Dez. 2026 bis Fr., 1. Jan. 2027, ganztags'],
  [
    'a whole day and a half',
    ['2026-12-17/am', '2026-12-17/pm', '2026-12-18/am'],
    'Do., 17. Dez. 2026, ganztags; Fr., 18. Dez. 2026, vormittags',
  ],
  [
    'each Friday',
    ['2026-12-04/pm', '2026-12-11/pm', '2026-12-18/pm', '2027-01-08/pm'],
    '4 Halbtage, freitags nachmittags, zwischen Fr., 4. Dez. 2026 und Fr., 8. Jan. 2027',
  ],
  [
    'many pieces',
    ['2026-12-01/pm', '2026-12-03/pm', '2026-12-07/am', '2026-12-09/pm'],
    '4 Halbtage zwischen Di., 1. Dez. 2026 und Mi., 9. Dez. 2026',
  ],
])('tells %s compactly', (_, halfDays, text) => expect(halfDaysText(halfDays, 'de', isWeekend)).toBe(text))

it('tells a stretch in English', () => {
  expect(halfDaysText(both('2026-12-17', '2026-12-18'), 'en')).toBe('Thu, 17 Dec to Fri, 18 Dec 2026, all day')
})

it('does not reach across a working day', () => {
  expect(dayOf('2026-12-17') - dayOf('2026-12-15')).toBe(2)
  expect(halfDaysText(['2026-12-15/am', '2026-12-17/am'], 'de', isWeekend)).toContain(';')
})

function both(...dates: readonly string[]): string[] {
  return dates.flatMap((date) => [`${date}/am`, `${date}/pm`])
}
