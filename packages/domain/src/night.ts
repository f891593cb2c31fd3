import { dateInGermany, timeInGermany } from './calendar.ts'
import { dayOf, type LocalDate } from './half-day.ts'

/** When each night is run, in Germany: no clock change skips or repeats it (spec § 9). */
export const nightTime = '03:30'

/** The night of an instant in milliseconds since 1970: the date in Germany, once it is half past three there. */
export function nightOn(now: number): LocalDate | undefined {
  const date = dateInGermany(now)
  return now < timeInGermany(dayOf(date), nightTime) ? undefined : date
}
