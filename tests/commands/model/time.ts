import type { Authority } from '@vertretbar/domain/authority'
import type { LocalDate } from '@vertretbar/domain/half-day'
import { isWorkingDay } from '../../oracle/calendar.ts'
import { addDays } from '../../oracle/dates.ts'

const inBerlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' })

/** The date in Germany at an instant. */
export const dateAt = (instant: number): LocalDate => inBerlin.format(instant).slice(0, 10)

/** The instant at which it is 17:00 in Germany: 15:00 UTC in summer, 16:00 UTC in winter. */
export function closingOn(date: LocalDate): number {
  const inSummer = Date.parse(`${date}T15:00:00Z`)
  return inBerlin.format(inSummer) === `${date} 17:00` ? inSummer : Date.parse(`${date}T16:00:00Z`)
}

/** The date by which so many working days after today have come. */
export function afterWorkingDays(authority: Authority, today: LocalDate, count: number): LocalDate {
  let date = today
  for (let left = count; left > 0; ) {
    date = addDays(date, 1)
    if (isWorkingDay(authority, date)) left -= 1
  }
  return date
}

/** The last working day before a date. */
export function workingDayBefore(authority: Authority, date: LocalDate): LocalDate {
  const before = addDays(date, -1)
  return isWorkingDay(authority, before) ? before : workingDayBefore(authority, before)
}
