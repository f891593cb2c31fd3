import type { FederalState } from '@vertretbar/domain/authority'
import type { LocalDate } from '@vertretbar/domain/half-day'
import { addDays, datesFrom, weekdayOf } from './dates.ts'

type States = readonly FederalState[] | 'all'
type Rule = readonly [states: States, date: (year: number) => LocalDate, years?: (year: number) => boolean]

const epiphany: States = ['DE-BW', 'DE-BY', 'DE-ST']
const corpusChristi: States = ['DE-BW', 'DE-BY', 'DE-HE', 'DE-NW', 'DE-RP', 'DE-SL']
const allSaints: States = ['DE-BW', 'DE-BY', 'DE-NW', 'DE-RP', 'DE-SL']
const reformation: States = ['DE-BB', 'DE-MV', 'DE-SN', 'DE-ST', 'DE-TH']
const reformationSince2018: States = ['DE-HB', 'DE-HH', 'DE-NI', 'DE-SH']

/**
 * The holidays that the laws of the states set for a whole state. What holds only in single parishes (Assumption Day in
 * Bavaria, Corpus Christi in Saxony and Thuringia) or towns (Augsburg) is a closure of the authority instead.
 */
const rules: readonly Rule[] = [
  ['all', fixed('01-01')],
  [epiphany, fixed('01-06')],
  [['DE-BE'], fixed('03-08'), (year) => year >= 2019],
  [['DE-MV'], fixed('03-08'), (year) => year >= 2023],
  ['all', fromEaster(-2)],
  [['DE-BB'], fromEaster(0)],
  ['all', fromEaster(1)],
  ['all', fixed('05-01')],
  // Berlin once: 75 and 80 years after the end of the war, 75 years after the uprising in the GDR.
  [['DE-BE'], fixed('05-08'), (year) => year === 2020 || year === 2025],
  [['DE-BE'], fixed('06-17'), (year) => year === 2028],
  ['all', fromEaster(39)],
  [['DE-BB'], fromEaster(49)],
  ['all', fromEaster(50)],
  [corpusChristi, fromEaster(60)],
  [['DE-SL'], fixed('08-15')],
  [['DE-TH'], fixed('09-20'), (year) => year >= 2019],
  ['all', fixed('10-03')],
  [reformation, fixed('10-31')],
  [reformationSince2018, fixed('10-31'), (year) => year >= 2018],
  [allSaints, fixed('11-01')],
  [['DE-SN'], repentanceDay],
  ['all', fixed('12-25')],
  ['all', fixed('12-26')],
]

const known = new Map<string, readonly LocalDate[]>()

/** The state-wide public holidays of a state in a year (2018 or later), in no particular order. */
export function holidaysOf(state: FederalState, year: number): readonly LocalDate[] {
  const key = `${state} ${year}`
  const dates =
    known.get(key) ??
    rules
      .filter(
        ([states, , years]) => (states === 'all' || states.includes(state)) && (years === undefined || years(year)),
      )
      .map(([, date]) => date(year))
  known.set(key, dates)
  return dates
}

/** Whether a date is a state-wide public holiday. */
export const isHoliday = (state: FederalState, date: LocalDate): boolean =>
  holidaysOf(state, Number(date.slice(0, 4))).includes(date)

/** Easter Sunday of a year, by the anonymous Gregorian algorithm (Meeus, Jones, Butcher). */
export function easterSunday(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function fixed(monthAndDay: string) {
  return (year: number): LocalDate => `${year}-${monthAndDay}`
}

function fromEaster(days: number) {
  return (year: number): LocalDate => addDays(easterSunday(year), days)
}

/** The Wednesday before 23 November. */
function repentanceDay(year: number): LocalDate {
  return datesFrom(`${year}-11-16`, `${year}-11-22`).find((date) => weekdayOf(date) === 'we') ?? `${year}-11-22`
}
