import { type Day, dayOf, type LocalDate, weekdayOf } from '@vertretbar/domain/half-day'
import type { Span } from '../address/address.ts'

/** Days from the first to the last, both included. */
export interface Period {
  readonly first: Day
  readonly last: Day
}

/** A month is four whole weeks and a quarter thirteen, so that weeks never break and weekends stay in place. */
const weeksOf: Readonly<Record<Span, number>> = { week: 1, month: 4, quarter: 13 }

/** The whole weeks shown, the first being that of `from`. */
export function periodOf(from: LocalDate, span: Span): Period {
  const day = dayOf(from)
  const monday = day - weekdayOf(day)
  return { first: monday, last: monday + 7 * weeksOf[span] - 1 }
}

/** Whether a day lies in a period. */
export const isWithin = ({ first, last }: Period, day: Day): boolean => first <= day && day <= last

/** The most days the server answers about at once. */
const mostDays = 366

/** The days that are looked ahead: heading and plan speak of these, whatever period is shown. */
export const horizonOf = (today: Day, horizonDays: number): Period => ({ first: today, last: today + horizonDays - 1 })

/**
 * The days to show: the period and the whole horizon, so that walking through it needs no further question and a gap
 * keeps its first half-day; the period alone where both are too long together.
 */
export function asked(period: Period, horizon: Period): Period {
  const both = { first: Math.min(period.first, horizon.first), last: Math.max(period.last, horizon.last) }
  return both.last - both.first < mostDays ? both : period
}
