import type { Authority, FederalState } from '@vertretbar/domain/authority'
import type { HalfDay, LocalDate } from '@vertretbar/domain/half-day'
import { addDays, dateOf, datesFrom, halfOf, halves, weekdayOf } from './dates.ts'
import { isHoliday } from './holidays.ts'

/** Whether the authority works at the half-day (spec § 2). */
export function isWorkingHalfDay(authority: Authority, halfDay: HalfDay): boolean {
  const date = dateOf(halfDay)
  if (isWeekend(date)) return false
  if (isHoliday(authority.state, date)) return false
  if (isDefaultClosure(date) && authority.openOnDefaultClosures !== true) return false
  return !authority.closures.some(
    (closure) => closure.date === date && (closure.half === undefined || closure.half === halfOf(halfDay)),
  )
}

/** Whether at least one half of the day is worked. */
export const isWorkingDay = (authority: Authority, date: LocalDate): boolean =>
  halves.some((half) => isWorkingHalfDay(authority, `${date}/${half}`))

/** The number of working days after the first date, up to and including the second; 0 if there is none between. */
export const workingDaysAfterUntil = (authority: Authority, after: LocalDate, until: LocalDate): number =>
  datesFrom(addDays(after, 1), until).filter((date) => isWorkingDay(authority, date)).length

/** The next working half-day after a half-day, within a year. */
export function nextWorkingHalfDay(authority: Authority, halfDay: HalfDay): HalfDay | undefined {
  const date = dateOf(halfDay)
  return datesFrom(date, addDays(date, 366))
    .flatMap((day) => halves.map((half) => `${day}/${half}`))
    .find((other) => other > halfDay && isWorkingHalfDay(authority, other))
}

/** Whether banks work that day, for a collection office with its seat in the state (spec § 2). */
export const isBankingDay = (state: FederalState, date: LocalDate): boolean =>
  !isWeekend(date) && !isHoliday(state, date) && !isDefaultClosure(date)

/** Saturday or Sunday. */
export const isWeekend = (date: LocalDate): boolean => ['sa', 'su'].includes(weekdayOf(date))

function isDefaultClosure(date: LocalDate): boolean {
  return date.endsWith('-12-24') || date.endsWith('-12-31')
}
