import { type Day, dateOf, dayOf, LocalDate } from '@vertretbar/domain/half-day'
import type { Days } from '@vertretbar/domain/occurrence'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import type { Refusal } from './refusal.ts'

/** First and last day of what is looked at, and the day it is looked at from. */
export interface Horizon extends Days {
  readonly today: Day
}

/** The dates as typed; what is not given follows from the others. */
interface AskedDates {
  readonly today?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

const mostDays = 1100

/** Years in which holidays and deadlines mean anything. */
const firstDate = '1900-01-01'
const lastDate = '2199-12-31'

/** Working days are counted from today on, one by one. */
const mostDaysFromToday = 3660

/** From `from` (else today) to `to` (else so many days), or every reason why the dates make no horizon. */
export function horizonOf(
  asked: AskedDates,
  actualToday: LocalDate,
  horizonDays: number,
): Result<Horizon, readonly Refusal[]> {
  const wrong = wrongDates(asked)
  if (wrong.length > 0) return refuse(wrong)
  const today = dayOf(asked.today ?? actualToday)
  const first = asked.from === undefined ? today : dayOf(asked.from)
  const last = asked.to === undefined ? first + horizonDays - 1 : dayOf(asked.to)
  const days = last - first + 1
  if (days < 1) return refuse([{ option: 'to', code: 'reversed-horizon', from: dateOf(first), to: dateOf(last) }])
  if (days > mostDays) return refuse([{ option: 'to', code: 'horizon-too-long', days, maximum: mostDays }])
  if (first < dayOf(firstDate) || last > dayOf(lastDate)) return refuse([outOfCalendar('to')])
  const away = Math.max(Math.abs(first - today), Math.abs(last - today))
  return away > mostDaysFromToday
    ? refuse([{ option: 'today', code: 'today-too-far', days: away, maximum: mostDaysFromToday }])
    : accept({ today, first, last })
}

/** The options that name no day of the calendar. */
export const wrongDates = (asked: AskedDates): Refusal[] =>
  (['today', 'from', 'to'] as const).flatMap((option) => {
    const date = asked[option]
    if (date === undefined) return []
    if (!LocalDate.safeParse(date).success) return [{ option, code: 'wrong-date' as const }]
    return date < firstDate || date > lastDate ? [outOfCalendar(option)] : []
  })

const outOfCalendar = (option: string): Refusal => ({
  option,
  code: 'date-out-of-range',
  first: firstDate,
  last: lastDate,
})
