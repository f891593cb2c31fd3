import { type Day, dateOf, dayOf, LocalDate } from './half-day.ts'
import type { Days } from './occurrence.ts'
import { accept, type Result, refuse } from './result.ts'

/** First and last day of what is looked at, and the day it is looked at from. */
export interface Horizon extends Days {
  readonly today: Day
}

/** The dates as asked for; what is not given follows from the others. */
export interface AskedDates {
  readonly today?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** What is wrong with one of the dates. */
export type HorizonFault = { readonly field: keyof AskedDates } & (
  | { readonly code: 'wrong-date' }
  | { readonly code: 'date-out-of-range'; readonly first: LocalDate; readonly last: LocalDate }
  | { readonly code: 'reversed-horizon'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly code: 'horizon-too-long'; readonly days: number; readonly maximum: number }
  | { readonly code: 'today-too-far'; readonly days: number; readonly maximum: number }
)

/** What follows where nothing is asked, and how long a horizon may be, in days. */
export interface HorizonRules {
  readonly today: LocalDate
  readonly days: number
  readonly mostDays: number
}

/** Years in which holidays and deadlines mean anything. */
const firstDate = '1900-01-01'
const lastDate = '2199-12-31'

/** Working days are counted from today on, one by one. */
const mostDaysFromToday = 3660

/** From `from` (else today) to `to` (else so many days), or every reason why the dates make no horizon. */
export function horizonOf(asked: AskedDates, rules: HorizonRules): Result<Horizon, readonly HorizonFault[]> {
  const wrong = wrongDates(asked)
  if (wrong.length > 0) return refuse(wrong)
  const today = dayOf(asked.today ?? rules.today)
  const first = asked.from === undefined ? today : dayOf(asked.from)
  const last = asked.to === undefined ? first + rules.days - 1 : dayOf(asked.to)
  const days = last - first + 1
  if (days < 1) return refuse([{ field: 'to', code: 'reversed-horizon', from: dateOf(first), to: dateOf(last) }])
  if (days > rules.mostDays) return refuse([{ field: 'to', code: 'horizon-too-long', days, maximum: rules.mostDays }])
  if (first < dayOf(firstDate) || last > dayOf(lastDate)) return refuse([outOfCalendar('to')])
  const away = Math.max(Math.abs(first - today), Math.abs(last - today))
  return away > mostDaysFromToday
    ? refuse([{ field: 'today', code: 'today-too-far', days: away, maximum: mostDaysFromToday }])
    : accept({ today, first, last })
}

/** The dates that are none of the calendar. */
export const wrongDates = (asked: AskedDates): HorizonFault[] =>
  (['today', 'from', 'to'] as const).flatMap((field) => {
    const date = asked[field]
    if (date === undefined) return []
    if (!LocalDate.safeParse(date).success) return [{ field, code: 'wrong-date' as const }]
    return date < firstDate || date > lastDate ? [outOfCalendar(field)] : []
  })

const outOfCalendar = (field: keyof AskedDates): HorizonFault => ({
  field,
  code: 'date-out-of-range',
  first: firstDate,
  last: lastDate,
})
