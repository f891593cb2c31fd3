import type { Authority } from '@vertretbar/domain/authority'
import type { HalfDay, LocalDate } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import type { Requirement, When } from '@vertretbar/domain/requirement'
import { isWorkingDay, isWorkingHalfDay } from './calendar.ts'
import { addDays, addMonths, dateOf, halfOf, monthOf, weekdayOf } from './dates.ts'
import { deadlineOf } from './deadlines.ts'
import { authorityOf, within } from './region.ts'

type AroundDeadline = Extract<When, { kind: 'deadline' }>

/**
 * The occurrence to which the half-day belongs if the requirement applies at it (spec § 4 and § 5): the month of a
 * deadline, the date of `dates`, and always the same one for `weekly`. Undefined where the requirement does not apply.
 */
export function occurrenceAt(region: Region, requirement: Requirement, halfDay: HalfDay): string | undefined {
  const { when } = requirement
  const authority = authorityOf(region, requirement.authority)
  const date = dateOf(halfDay)
  if (!isWorkingHalfDay(authority, halfDay)) return undefined
  if (when.kind === 'dates') return when.halfDays.includes(halfDay) ? date : undefined
  if (!when.halves.includes(halfOf(halfDay))) return undefined
  if (when.kind === 'weekly') return when.days.includes(weekdayOf(date)) && within(when, date) ? 'weekly' : undefined
  return monthsAround(when, date).find((month) => windowOf(region, authority, when, month).includes(date))
}

/** The months whose window may reach a date, the earlier first; every month has more than ten working days. */
function monthsAround(when: AroundDeadline, date: LocalDate): string[] {
  const reach = 2 + Math.ceil((when.workingDaysBefore + when.workingDaysAfter) / 10)
  return Array.from({ length: 2 * reach + 1 }, (_, n) => addMonths(monthOf(date), n - reach))
}

const windows = new WeakMap<Authority, Map<string, readonly LocalDate[]>>()

/** The working days of a month's window; kept per authority, because every half-day asks for them again. */
function windowOf(region: Region, authority: Authority, when: AroundDeadline, month: string): readonly LocalDate[] {
  const known = windows.get(authority) ?? new Map<string, readonly LocalDate[]>()
  windows.set(authority, known)
  const seats = region.region.collectionOffices.map(({ state }) => state)
  const key = [when.deadline, when.workingDaysBefore, when.workingDaysAfter, month, ...seats].join(' ')
  const days = known.get(key) ?? windowAround(deadlineOf(region, authority, when.deadline, month), authority, when)
  known.set(key, days)
  return days
}

function windowAround(deadline: LocalDate, authority: Authority, when: AroundDeadline): LocalDate[] {
  // The deadline's own day, or the last working day before it if the authority is closed then.
  const [core] = workingDays(authority, deadline, -1, 1)
  if (core === undefined) return []
  const before = workingDays(authority, addDays(core, -1), -1, when.workingDaysBefore)
  const after = workingDays(authority, addDays(core, 1), 1, when.workingDaysAfter)
  return [...before.toReversed(), core, ...after]
}

/** So many working days, looked for from the start day by day; fewer if the authority is closed for over two years. */
function workingDays(authority: Authority, start: LocalDate, step: 1 | -1, count: number): LocalDate[] {
  const found: LocalDate[] = []
  for (let n = 0; n < 800 && found.length < count; n += 1) {
    const date = addDays(start, n * step)
    if (isWorkingDay(authority, date)) found.push(date)
  }
  return found
}
