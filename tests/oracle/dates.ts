import type { Half, HalfDay, LocalDate } from '@vertretbar/domain/half-day'
import type { Weekday } from '@vertretbar/domain/requirement'

const millisecondsPerDay = 86_400_000
const weekdaysFromSunday: readonly Weekday[] = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa']

/** The halves of a day in their order. */
export const halves: readonly Half[] = ['am', 'pm']

/** The date so many calendar days later, or earlier if negative. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(date) + days * millisecondsPerDay).toISOString().slice(0, 10)

/** Calendar days from the first date to the second; negative if the second is earlier. */
export const daysBetween = (first: LocalDate, second: LocalDate): number =>
  Math.round((Date.parse(second) - Date.parse(first)) / millisecondsPerDay)

/** The day of the week of a date. */
export const weekdayOf = (date: LocalDate): Weekday => weekdaysFromSunday[new Date(date).getUTCDay()] ?? 'su'

/** The Monday of the ISO week of a date; two dates share an ISO week exactly if they share this Monday. */
export const mondayOf = (date: LocalDate): LocalDate => addDays(date, -((new Date(date).getUTCDay() + 6) % 7))

/** All dates from the first to the last, both included. */
export function datesFrom(first: LocalDate, last: LocalDate): LocalDate[] {
  const dates: LocalDate[] = []
  for (let date = first; date <= last; date = addDays(date, 1)) dates.push(date)
  return dates
}

/** All half-days of the dates from the first to the last, both included. */
export const halfDaysFrom = (first: LocalDate, last: LocalDate): HalfDay[] =>
  datesFrom(first, last).flatMap((date) => halves.map((half) => `${date}/${half}`))

/** The date of a half-day. */
export const dateOf = (halfDay: HalfDay): LocalDate => halfDay.slice(0, 10)

/** Morning or afternoon. */
export const halfOf = (halfDay: HalfDay): Half => (halfDay.endsWith('/am') ? 'am' : 'pm')

/** The month of a date, as `2026-12`. */
export const monthOf = (date: LocalDate): string => date.slice(0, 7)

/** The month so many months later, or earlier if negative. */
export function addMonths(month: string, months: number): string {
  const counted = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  return `${Math.floor(counted / 12)}-${String((counted % 12) + 1).padStart(2, '0')}`
}

/** The last date of a month. */
export const lastDateOf = (month: string): LocalDate => addDays(`${addMonths(month, 1)}-01`, -1)
