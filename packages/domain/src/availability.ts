import { isBinding } from './booking.ts'
import { type Day, dateOf, dayOf, type HalfDayNumber, numberOf, weekdayOf, weekOf } from './half-day.ts'
import { addRange, type Bits, holds, noHalfDays, type Span } from './half-day-set.ts'
import { covers } from './period.ts'
import type { RegionIndex } from './region-index.ts'
import type { Absence, PatternWeek, Specialist, WorkPattern } from './specialist.ts'
import { thereRows } from './sweep.ts'

/** What a person's half-days are, for every reader: detector, planner, board, feed and report ask here and only here. */
export interface Presence {
  /** Employed, on pattern, on a working half-day of the home authority, not absent. */
  readonly there: Bits
  /** Booked elsewhere, confirmed or later. */
  readonly lent: Bits
  /** Booked elsewhere, from the request on. */
  readonly claimed: Bits
}

/** The presence of everybody over a span. */
export interface Availability {
  readonly span: Span
  readonly of: (specialist: string) => Presence
  /** There, and not claimed by a live booking. */
  readonly isAvailable: (specialist: string, halfDay: HalfDayNumber) => boolean
}

/** Answers *there*, *lent* and *claimed* for everybody of the region over a span of days. */
export function availability(index: RegionIndex, span: Span): Availability {
  const rows = thereRows(pack(index, span))
  const numbers = new Map(index.region.specialists.map(({ id }, number) => [id, number]))
  const presences = new Map<string, Presence>()
  const of = (specialist: string): Presence => {
    const known = presences.get(specialist)
    if (known) return known
    const row = (numbers.get(specialist) ?? Number.NaN) * span.words
    const presence = { there: rows.subarray(row, row + span.words), ...bookedBits(index, span, specialist) }
    presences.set(specialist, presence)
    return presence
  }
  return {
    span,
    of,
    isAvailable: (specialist, halfDay) => {
      const { there, claimed } = of(specialist)
      return holds(there, span, halfDay) && !holds(claimed, span, halfDay)
    },
  }
}

function bookedBits(index: RegionIndex, span: Span, specialist: string): { lent: Bits; claimed: Bits } {
  const lent = noHalfDays(span)
  const claimed = noHalfDays(span)
  for (const booking of index.bookingsOf(specialist))
    for (const halfDay of booking.halfDays.map(numberOf)) {
      addRange(claimed, span, halfDay, halfDay)
      if (isBinding(booking)) addRange(lent, span, halfDay, halfDay)
    }
  return { lent, claimed }
}

/** Whether a person is employed on a day. */
export const isEmployed = ({ employment }: Specialist, day: Day): boolean => covers(employment, dateOf(day))

/** The pattern that holds on a day: of several valid ones the latest. */
export function patternOn({ workPattern }: Pick<Specialist, 'workPattern'>, day: Day): WorkPattern | undefined {
  const date = dateOf(day)
  const valid = workPattern.filter((pattern) => covers(pattern, date))
  return valid.reduce<WorkPattern | undefined>(
    (latest, pattern) => (latest === undefined || pattern.validFrom >= latest.validFrom ? pattern : latest),
    undefined,
  )
}

/** The minutes a week that are agreed on a day: of several valid ones the latest; 0 where none are. */
export function weeklyMinutesOn({ weeklyMinutes }: Pick<Specialist, 'weeklyMinutes'>, day: Day): number {
  const date = dateOf(day)
  const valid = weeklyMinutes.filter((period) => covers(period, date))
  return valid.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)).at(-1)?.minutes ?? 0
}

/** The halves that the pattern of that day works: bit 0 morning, bit 1 afternoon; without a valid pattern none. */
export function patternHalves(specialist: Pick<Specialist, 'workPattern'>, day: Day): number {
  const pattern = patternOn(specialist, day)
  return pattern === undefined ? 0 : halvesInWeek(pattern, day)
}

const weekdayFields = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const satisfies readonly (keyof PatternWeek)[]
const halvesWorked = { full: 3, am: 1, pm: 2 } as const

/** The first week of a pattern is the ISO week of its first day. */
function halvesInWeek({ validFrom, weeks }: WorkPattern, day: Day): number {
  const week = weeks[(weekOf(day) - weekOf(dayOf(validFrom))) % weeks.length]
  const worked = week?.[weekdayFields[weekdayOf(day)] ?? 'su']
  return worked === undefined ? 0 : halvesWorked[worked]
}

/** The half-days worked in all weeks of a pattern together. */
export const workedHalfDays = ({ weeks }: WorkPattern): number =>
  weeks
    .flatMap((week) => weekdayFields.map((field) => week[field]))
    .reduce((sum, worked) => sum + (worked === undefined ? 0 : worked === 'full' ? 2 : 1), 0)

/** First and last half-day of an absence; an open-ended one goes on until it is ended, whatever its review date. */
export const absenceRange = ({ from, to }: Absence): readonly [HalfDayNumber, HalfDayNumber] => [
  numberOf(from),
  to === undefined ? Number.MAX_SAFE_INTEGER : numberOf(to),
]

/** Whether a person is absent at a half-day. */
export const isAbsent = (index: RegionIndex, specialist: string, halfDay: HalfDayNumber): boolean =>
  index.absencesOf(specialist).some((absence) => {
    const [first, last] = absenceRange(absence)
    return first <= halfDay && halfDay <= last
  })

/** Rows that many people share are computed once. */
class RowPool {
  readonly rows: number[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(key: string, compute: () => Bits): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#numbers.size
    this.#numbers.set(key, number)
    for (const word of compute()) this.rows.push(word)
    return number
  }
}

function pack(index: RegionIndex, span: Span): Parameters<typeof thereRows>[0] {
  const { specialists } = index.region
  const patterns = new RowPool()
  const calendars = new RowPool()
  const patternOf = specialists.map((specialist) =>
    patterns.numberOf(JSON.stringify([specialist.workPattern, specialist.employment]), () =>
      rowOfDays(span, (day) => (isEmployed(specialist, day) ? patternHalves(specialist, day) : 0)),
    ),
  )
  const calendarOf = specialists.map(({ authority }) =>
    calendars.numberOf(authority, () => rowOfDays(span, index.calendar(authority).halvesOf)),
  )
  const absences = specialists.map(({ id }) => index.absencesOf(id).flatMap((absence) => clipped(absence, span)))
  return {
    words: span.words,
    patterns: Uint32Array.from(patterns.rows),
    calendars: Uint32Array.from(calendars.rows),
    patternOf: Uint32Array.from(patternOf),
    calendarOf: Uint32Array.from(calendarOf),
    absenceStarts: startsOf(absences.map((list) => list.length / 2)),
    absences: Uint16Array.from(absences.flat()),
  }
}

/** The set of half-days that a function of days tells. */
export function rowOfDays(span: Span, halvesOf: (day: Day) => number): Bits {
  const bits = noHalfDays(span)
  for (let index = 0; index < span.length; index += 2) {
    const halves = halvesOf((span.origin + index) >> 1)
    bits[index >> 5] = (bits[index >> 5] ?? 0) | (halves << (index & 31))
  }
  return bits
}

function clipped(absence: Absence, { origin, length }: Span): number[] {
  const [from, to] = absenceRange(absence)
  const first = Math.max(0, from - origin)
  const last = Math.min(length - 1, to - origin)
  return first <= last ? [first, last] : []
}

/** Where each list begins if the lists lie one after the other, and where the last ends. */
export function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  lengths.forEach((length, position) => {
    starts[position + 1] = (starts[position] ?? 0) + length
  })
  return starts
}
