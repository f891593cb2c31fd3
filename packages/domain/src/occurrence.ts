import type { WorkCalendar } from './calendar.ts'
import { type DeadlinePlace, deadlines } from './deadline.ts'
import { type Day, dayOf, type Half, monthOf, numberOf, weekdayOf } from './half-day.ts'
import type { Requirement, Weekday, When } from './requirement.ts'

/** First and last day of what is looked at, both inclusive. */
export interface Days {
  readonly first: Day
  readonly last: Day
}

/**
 * A day on which a requirement applies: its halves (bit 0 morning, bit 1 afternoon) and the occurrence it belongs to,
 * which for a deadline is its counted month, for listed dates the day itself, and for weekly ones always 0.
 */
export interface AppliedDay {
  readonly day: Day
  readonly halves: number
  readonly occurrence: number
}

interface Where extends DeadlinePlace {
  readonly calendar: WorkCalendar
}

/** The days within `days` on which a requirement applies, in time order, each once; always working half-days. */
export function appliedDays({ when }: Pick<Requirement, 'when'>, where: Where, days: Days): AppliedDay[] {
  return daysNamed(when, where, days)
    .map(({ day, halves, occurrence }) => ({ day, halves: halves & where.calendar.halvesOf(day), occurrence }))
    .filter(({ day, halves }) => halves !== 0 && days.first <= day && day <= days.last)
}

function daysNamed(when: When, where: Where, days: Days): readonly AppliedDay[] {
  switch (when.kind) {
    case 'weekly':
      return weekly(when, days)
    case 'deadline':
      return windows(when, where, days)
    case 'dates':
      return dates(when)
  }
}

const weekdays: readonly Weekday[] = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']

function weekly(when: When & { kind: 'weekly' }, days: Days): AppliedDay[] {
  const halves = halvesMask(when.halves)
  const named = new Set(when.days.map((day) => weekdays.indexOf(day)))
  const first = Math.max(days.first, when.validFrom === undefined ? days.first : dayOf(when.validFrom))
  const last = Math.min(days.last, when.validTo === undefined ? days.last : dayOf(when.validTo))
  return span(first, last)
    .filter((day) => named.has(weekdayOf(day)))
    .map((day) => ({ day, halves, occurrence: 0 }))
}

const halvesMask = (halves: readonly Half[]): number =>
  (halves.includes('am') ? 1 : 0) | (halves.includes('pm') ? 2 : 0)

const span = (first: Day, last: Day): Day[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)

/** A window may begin or end months away from its deadline; a month has 17 working days or more. */
function windows(when: When & { kind: 'deadline' }, where: Where, days: Days): AppliedDay[] {
  const reach = 2 + Math.ceil(Math.max(when.workingDaysBefore, when.workingDaysAfter) / 15)
  const halves = halvesMask(when.halves)
  const found = new Map<Day, AppliedDay>()
  for (let month = monthOf(days.first) - reach; month <= monthOf(days.last) + reach; month += 1)
    // A day in two windows belongs to the earlier one.
    for (const day of windowOf(when, where, month))
      if (!found.has(day)) found.set(day, { day, halves, occurrence: month })
  return [...found.values()].toSorted((a, b) => a.day - b.day)
}

/** More closed days in a row than this, and an office has no working days to count. */
const longestClosure = 400

/** The deadline's day, or the last working day before it, with so many working days of the authority around it. */
function windowOf(when: When & { kind: 'deadline' }, where: Where, month: number): Day[] {
  const { calendar } = where
  const deadline = deadlines[when.deadline](month, where)
  const centre = nearestWorkingDay(calendar, deadline, -1)
  if (centre === undefined) return []
  return [
    ...workingDaysFrom(calendar, centre, { step: -1, count: when.workingDaysBefore }).toReversed(),
    centre,
    ...workingDaysFrom(calendar, centre, { step: 1, count: when.workingDaysAfter }),
  ]
}

function nearestWorkingDay(calendar: WorkCalendar, from: Day, step: 1 | -1): Day | undefined {
  for (let day = from; Math.abs(day - from) <= longestClosure; day += step) if (calendar.isWorkingDay(day)) return day
  return undefined
}

function workingDaysFrom(calendar: WorkCalendar, from: Day, { step, count }: { step: 1 | -1; count: number }): Day[] {
  const found: Day[] = []
  for (let day: Day | undefined = from; found.length < count; found.push(day)) {
    day = nearestWorkingDay(calendar, day + step, step)
    if (day === undefined) break
  }
  return found
}

/** Morning and afternoon of one listed date are one occurrence. */
function dates({ halfDays }: When & { kind: 'dates' }): AppliedDay[] {
  const halvesByDay = new Map<Day, number>()
  for (const number of halfDays.map(numberOf))
    halvesByDay.set(number >> 1, (halvesByDay.get(number >> 1) ?? 0) | (1 << (number & 1)))
  return [...halvesByDay].toSorted(([a], [b]) => a - b).map(([day, halves]) => ({ day, halves, occurrence: day }))
}
