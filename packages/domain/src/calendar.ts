import { getHolidays } from 'feiertagejs'
import { DateTime } from 'luxon'
import type { Authority, FederalState } from './authority.ts'
import { type Day, dateOf, dayOf, type HalfDayNumber, type LocalDate, weekdayOf } from './half-day.ts'

/** The date in Germany at an instant, given in milliseconds since 1970, whatever the machine's time zone. */
export const dateInGermany = (instant: number): LocalDate =>
  DateTime.fromMillis(instant, { zone: 'Europe/Berlin' }).toFormat('yyyy-MM-dd')

/** The instant of a full hour of a day in Germany, in milliseconds since 1970; not for the hours that summer time moves. */
export const instantInGermany = (day: Day, hour: number): number =>
  DateTime.fromISO(dateOf(day), { zone: 'Europe/Berlin' }).set({ hour }).toMillis()

/**
 * The instant of a time of day in Germany, `06:30`, in milliseconds since 1970: where summer time skips it an hour later,
 * and the first of the two where winter time repeats it.
 */
export function timeInGermany(day: Day, time: string): number {
  const found = DateTime.fromISO(`${dateOf(day)}T${time}`, { zone: 'Europe/Berlin' })
  // Which of two luxon takes depends on the time of year at which it is asked.
  const before = found.minus({ hours: 1 })
  return (before.toFormat('HH:mm') === time ? before : found).toMillis()
}

/**
 * Holidays that the library counts for a whole state although only parts of it have them: Assumption Day holds in
 * Bavaria only in municipalities with more Catholics than Protestants (BayFTG Art. 1 (1) 2). There it is a closure.
 */
const notStateWide: Readonly<Record<string, readonly string[]>> = { BY: ['MARIAHIMMELFAHRT'] }

/** Holidays that a state's law sets once, which no rule yields (Berlin: FeiertG § 1). */
const once: Readonly<Record<string, readonly LocalDate[]>> = { BE: ['2020-05-08', '2025-05-08', '2028-06-17'] }

/** What the library calls the states. */
const libraryCodes = {
  'DE-BW': 'BW',
  'DE-BY': 'BY',
  'DE-BE': 'BE',
  'DE-BB': 'BB',
  'DE-HB': 'HB',
  'DE-HH': 'HH',
  'DE-HE': 'HE',
  'DE-MV': 'MV',
  'DE-NI': 'NI',
  'DE-NW': 'NW',
  'DE-RP': 'RP',
  'DE-SL': 'SL',
  'DE-SN': 'SN',
  'DE-ST': 'ST',
  'DE-SH': 'SH',
  'DE-TH': 'TH',
} as const satisfies Record<FederalState, string>

const holidayCache = new Map<string, ReadonlySet<Day>>()

/** The public holidays of a whole state in a year. */
export function holidaysOf(state: FederalState, year: number): ReadonlySet<Day> {
  const key = `${state} ${year}`
  const cached = holidayCache.get(key)
  if (cached) return cached
  const code = libraryCodes[state]
  const ruled = getHolidays(year, code)
    .filter(({ name }) => !notStateWide[code]?.includes(name))
    .map(({ dateString }) => dayOf(dateString))
  const single = (once[code] ?? []).filter((date) => date.startsWith(`${year}-`)).map(dayOf)
  const holidays = new Set([...ruled, ...single])
  holidayCache.set(key, holidays)
  return holidays
}

/** Whether a day is a public holiday of the whole state. */
export const isHoliday = (state: FederalState, day: Day): boolean =>
  holidaysOf(state, Number(dateOf(day).slice(0, 4))).has(day)

const isWeekend = (day: Day): boolean => weekdayOf(day) > 4

/** 24 and 31 December: closed for public employees (TVöD § 6 (3)) and for the payment systems' statutory dates. */
const isChristmasOrNewYearsEve = (day: Day): boolean => /-12-(?:24|31)$/.test(dateOf(day))

/** Monday to Friday, no holiday at the seat of the collection office, not 24 or 31 December. */
export const isBankingDay = (state: FederalState, day: Day): boolean =>
  !isWeekend(day) && !isHoliday(state, day) && !isChristmasOrNewYearsEve(day)

/** Werktag: Monday to Saturday, no holiday. */
export const isWerktag = (state: FederalState, day: Day): boolean => weekdayOf(day) < 6 && !isHoliday(state, day)

/** Monday to Friday, no holiday: what a tax deadline moves on to (AO § 108 (3)). */
export const isOfficeDay = (state: FederalState, day: Day): boolean => !isWeekend(day) && !isHoliday(state, day)

/** The working half-days of one authority. */
export interface WorkCalendar {
  /** Bit 0 is the morning, bit 1 the afternoon; 3 is a full working day, 0 none. */
  readonly halvesOf: (day: Day) => number
  readonly isWorkingHalfDay: (halfDay: HalfDayNumber) => boolean
  readonly isWorkingDay: (day: Day) => boolean
  /** The working days in (after, to]. */
  readonly workingDays: (after: Day, to: Day) => number
  /** The nearest working half-day before this one. */
  readonly previousWorkingHalfDay: (halfDay: HalfDayNumber) => HalfDayNumber
}

/** The calendar of an authority: Monday to Friday but for holidays of its state, 24 and 31 December, and closures. */
export function workCalendar({ state, closures, openOnDefaultClosures }: Authority): WorkCalendar {
  const closed = new Map<Day, number>()
  for (const { date, half } of closures)
    closed.set(dayOf(date), (closed.get(dayOf(date)) ?? 0) | (half === undefined ? 3 : half === 'am' ? 1 : 2))
  const cache = new Map<Day, number>()
  const compute = (day: Day): number =>
    isWeekend(day) || isHoliday(state, day) || (!openOnDefaultClosures && isChristmasOrNewYearsEve(day))
      ? 0
      : 3 & ~(closed.get(day) ?? 0)
  const halvesOf = (day: Day): number => {
    const known = cache.get(day)
    if (known !== undefined) return known
    const halves = compute(day)
    cache.set(day, halves)
    return halves
  }
  const isWorkingHalfDay = (halfDay: HalfDayNumber): boolean => ((halvesOf(halfDay >> 1) >> (halfDay & 1)) & 1) === 1
  const isWorkingDay = (day: Day): boolean => halvesOf(day) !== 0
  return {
    halvesOf,
    isWorkingHalfDay,
    isWorkingDay,
    workingDays: (after, to) => {
      let count = 0
      for (let day = after + 1; day <= to; day += 1) if (isWorkingDay(day)) count += 1
      return count
    },
    previousWorkingHalfDay: (halfDay) => {
      let before = halfDay - 1
      // An office that is closed for good has no such half-day; two years back is as good as none.
      while (!isWorkingHalfDay(before) && halfDay - before < 1500) before -= 1
      return before
    },
  }
}
