import { dateOf } from '@vertretbar/domain/half-day'
import { DateTime, Interval } from 'luxon'
import type { Country } from './germany.ts'

const zone = 'Europe/Berlin'

/** A person as a program without bit masks holds one: dates as text, absences as intervals. */
interface Person {
  readonly closed: ReadonlySet<string>
  readonly weeks: readonly (readonly number[])[]
  readonly patternFrom: DateTime
  readonly absences: readonly Interval[]
}

/** Which half-days of a sample people are there, one `1` or `0` each, and what a person and day took. */
export interface LuxonSample {
  readonly there: string
  readonly nanoseconds: number
}

/** Answers for the first people and days of a country with luxon, a half-day at a time; only answering is timed. */
export function luxonSample(country: Country, people: number, days: number): LuxonSample {
  const sample = Array.from({ length: people }, (_, person) => personOf(country, person))
  answer(sample.slice(0, 5), country, days)
  const start = performance.now()
  const there = answer(sample, country, days)
  return { there, nanoseconds: ((performance.now() - start) * 1e6) / (people * days) }
}

function answer(sample: readonly Person[], { first }: Country, days: number): string {
  const begin = DateTime.fromISO(dateOf(first), { zone })
  let there = ''
  for (const person of sample)
    for (let index = 0; index < 2 * days; index += 1)
      there += isThere(person, begin.plus({ days: index >> 1 }).set({ hour: index & 1 ? 12 : 0 })) ? '1' : '0'
  return there
}

function isThere({ closed, weeks, patternFrom, absences }: Person, halfDay: DateTime): boolean {
  if (halfDay.weekday > 5 || closed.has(halfDay.toISODate() ?? '')) return false
  const week = Math.round(halfDay.startOf('week').diff(patternFrom.startOf('week'), 'weeks').weeks)
  const halves = weeks[week % weeks.length]?.[halfDay.weekday - 1] ?? 0
  const works = ((halves >> (halfDay.hour < 12 ? 0 : 1)) & 1) === 1
  return works && !absences.some((absence) => absence.contains(halfDay))
}

function personOf({ first, staff, patterns, calendars }: Country, person: number): Person {
  const begin = DateTime.fromISO(dateOf(first), { zone })
  const startOfHalfDay = (index: number) => begin.plus({ days: index >> 1 }).set({ hour: index & 1 ? 12 : 0 })
  const absences: Interval[] = []
  for (let i = staff.absenceStarts[person] ?? 0; i < (staff.absenceStarts[person + 1] ?? 0); i += 1) {
    const [from = 0, to = 0] = staff.absences.subarray(2 * i, 2 * i + 2)
    absences.push(Interval.fromDateTimes(startOfHalfDay(from), startOfHalfDay(to + 1)))
  }
  return {
    closed: new Set([...(calendars[staff.calendarOf[person] ?? 0] ?? [])].map(dateOf)),
    weeks: patterns[staff.patternOf[person] ?? 0] ?? [],
    patternFrom: begin,
    absences,
  }
}
