import * as z from 'zod'

/** A local date, `2026-12-07`; impossible dates such as 2026-02-30 are refused. Never an instant, never a zone. */
export const LocalDate = z.iso.date({ error: 'date' }).meta({ id: 'LocalDate' })
export type LocalDate = z.infer<typeof LocalDate>

/** Morning or afternoon. */
export const Half = z.enum(['am', 'pm']).meta({ id: 'Half' })
export type Half = z.infer<typeof Half>

const datePattern = z.regexes.date.source.replace(/^\^|\$$/g, '')

/** A half-day, written `2026-12-07/am`. */
export const HalfDay = z
  .string()
  .regex(new RegExp(`^${datePattern}/(?:am|pm)$`), { error: 'half-day' })
  .meta({ id: 'HalfDay' })
export type HalfDay = z.infer<typeof HalfDay>

/** Decades of half-days: what one thing may list, so that it fits into one stored item of 400 kB. */
export const mostListed = 10_000

/**
 * The numbers behind the words: a day is counted from 1970-01-01, a half-day is twice its day, plus one in the
 * afternoon. Consecutive half-days differ by one, so ranges and bit masks need no calendar and no clock change.
 */
export type Day = number
export type HalfDayNumber = number

const millisecondsPerDay = 86_400_000

const days = new Map<LocalDate, Day>()
const dates = new Map<Day, LocalDate>()

/** The day number of a date; read once per date, for every rule asks for it. */
export function dayOf(date: LocalDate): Day {
  const known = days.get(date)
  if (known !== undefined) return known
  const day = Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay
  days.set(date, day)
  return day
}

/** The date of a day number; written once per day, for every rule asks for it. */
export function dateOf(day: Day): LocalDate {
  const known = dates.get(day)
  if (known !== undefined) return known
  const date = new Date(day * millisecondsPerDay).toISOString().slice(0, 10)
  dates.set(day, date)
  return date
}

/** The number of a half-day. */
export const numberOf = (halfDay: HalfDay): HalfDayNumber =>
  2 * dayOf(halfDay.slice(0, 10)) + (halfDay.endsWith('pm') ? 1 : 0)

/** The half-day of a number. */
export const halfDayOf = (number: HalfDayNumber): HalfDay => `${dateOf(number >> 1)}/${halfOf(number)}`

/** Morning or afternoon of a half-day number. */
export const halfOf = (number: HalfDayNumber): Half => (number & 1 ? 'pm' : 'am')

/** Monday is 0, Sunday is 6; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7

/** ISO weeks counted from the week of 1970-01-01: equal exactly for days of one ISO week. */
export const weekOf = (day: Day): number => Math.floor((day + 3) / 7)

/** Months counted from January of the year 0. */
export const monthOf = (day: Day): number => {
  const date = dateOf(day)
  return 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7)) - 1
}

/** The first day of a counted month. */
export const firstDayOfMonth = (month: number): Day =>
  dayOf(`${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`)
