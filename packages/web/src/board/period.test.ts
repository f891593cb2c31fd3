import { dateOf, dayOf } from '@vertretbar/domain/half-day'
import { expect, it } from 'vitest'
import { speeches } from '../words/catalogue.ts'
import { asked, horizonOf, type Period, periodOf } from './period.ts'
import { periodText } from './period-text.ts'

const dates = ({ first, last }: Period): string[] => [dateOf(first), dateOf(last)]

it.each([
  ['week', '2026-12-17', ['2026-12-14', '2026-12-20']],
  ['week', '2026-12-14', ['2026-12-14', '2026-12-20']],
  ['week', '2026-12-20', ['2026-12-14', '2026-12-20']],
  ['month', '2026-12-17', ['2026-12-14', '2027-01-10']],
  ['quarter', '2026-11-23', ['2026-11-23', '2027-02-21']],
] as const)('a %s with %s in its first week is whole weeks', (span, from, expected) =>
  expect(dates(periodOf(from, span))).toEqual(expected),
)

const today = dayOf('2026-11-25')

it.each([
  ['the horizon for a period within it', '2026-12-17', ['2026-11-25', '2027-02-22']],
  ['the days before today that are shown', '2026-11-25', ['2026-11-23', '2027-02-22']],
  ['the days after the horizon that are shown', '2027-03-01', ['2026-11-25', '2027-03-28']],
  ['only the period where it lies too far away', '2028-01-03', ['2028-01-03', '2028-01-30']],
  ['only the period where it lies too far back', '2026-01-05', ['2026-01-05', '2026-02-01']],
])('asks for %s', (_, from, expected) =>
  expect(dates(asked(periodOf(from, 'month'), horizonOf(today, 90)))).toEqual(expected),
)

it('tells a period without weekdays and with each year once', () => {
  expect(periodText(periodOf('2026-11-23', 'month'), speeches.de)).toBe('23. Nov. bis 20. Dez. 2026')
  expect(periodText(periodOf('2026-12-14', 'month'), speeches.de)).toBe('14. Dez. 2026 bis 10. Jan. 2027')
  expect(periodText(periodOf('2026-11-23', 'month'), speeches.en)).toBe('23 Nov to 20 Dec 2026')
})
