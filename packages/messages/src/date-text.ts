import {
  type Day,
  dateOf,
  dayOf,
  type Half,
  type HalfDay,
  type LocalDate,
  weekdayOf,
} from '@vertretbar/domain/half-day'
import type { Language } from './catalogue.ts'
import { halfDayWords } from './half-day-words.ts'

/** Written out rather than asked of the machine, whose language data differ from version to version. */
const names = {
  de: {
    weekdays: ['Mo.', 'Di.', 'Mi.', 'Do.', 'Fr.', 'Sa.', 'So.'],
    months: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
    each: ['montags', 'dienstags', 'mittwochs', 'donnerstags', 'freitags', 'samstags', 'sonntags'],
    halves: { am: 'vormittags', pm: 'nachmittags', day: 'ganztags' },
    to: 'bis',
    dot: '.',
  },
  en: {
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
    each: ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'],
    halves: { am: 'morning', pm: 'afternoon', day: 'all day' },
    to: 'to',
    dot: '',
  },
} as const

/** A date as people read it: `Mo., 7. Dez. 2026`, `Mon, 7 Dec 2026`. */
export const dateText = (date: LocalDate, language: Language): string =>
  `${dayAndMonth(date, language)} ${date.slice(0, 4)}`

/** A date where the year is clear: `Mo., 7. Dez.`. */
export const dayAndMonth = (date: LocalDate, language: Language): string => {
  const { weekdays, months, dot } = names[language]
  const [, month, day] = date.split('-').map(Number)
  return `${weekdays[weekdayOf(dayOf(date))]}, ${day}${dot} ${months[Number(month) - 1]}`
}

/** Morning, afternoon or the whole day. */
export type DayPart = Half | 'day'

/** A half-day as people read it: `Mo., 7. Dez. 2026, vormittags`. */
export const halfDayText = (halfDay: HalfDay, language: Language): string => {
  const { halves } = names[language]
  return `${dateText(halfDay.slice(0, 10), language)}, ${halfDay.endsWith('am') ? halves.am : halves.pm}`
}

/** Whole days or halves of days in a row: `Do., 17. Dez. bis Fr., 18. Dez. 2026, ganztags`. */
interface Stretch {
  readonly first: Day
  readonly last: Day
  readonly part: DayPart
}

/** More stretches than this are summed up rather than listed. */
const mostStretches = 3

/**
 * Half-days told compactly: same parts of following days in one stretch, a long list as its sum. `isIdle` names the
 * days that a stretch may reach across, such as weekends and holidays.
 */
export function halfDaysText(
  halfDays: readonly HalfDay[],
  language: Language,
  isIdle: (day: Day) => boolean = () => false,
): string {
  const found = stretches(halfDays, isIdle)
  const [first, last] = [found[0], found.at(-1)]
  if (first === undefined || last === undefined) return ''
  if (found.length <= mostStretches) return found.map((stretch) => stretchText(stretch, language)).join('; ')
  const { between } = halfDayWords[language]
  return between(
    common(found, halfDays.length, language),
    dateText(dateOf(first.first), language),
    dateText(dateOf(last.last), language),
  )
}

/** What many stretches have in common: `freitags nachmittags`; else how many half-days they are. */
function common(found: readonly Stretch[], halfDays: number, language: Language): string {
  const { each, halves } = names[language]
  const count = halfDayWords[language].halfDays(halfDays)
  const [{ first, part } = { first: 0, part: 'day' as const }] = found
  const alike = found.every(
    (one) => one.first === one.last && one.part === part && weekdayOf(one.first) === weekdayOf(first),
  )
  return alike ? `${count}, ${each[weekdayOf(first)]} ${halves[part]},` : count
}

function stretches(halfDays: readonly HalfDay[], isIdle: (day: Day) => boolean): Stretch[] {
  const found: Stretch[] = []
  for (const [day, part] of partsByDay(halfDays)) {
    const before = found.at(-1)
    if (before?.part === part && onlyIdleBetween(before.last, day, isIdle))
      found.splice(-1, 1, { ...before, last: day })
    else found.push({ first: day, last: day, part })
  }
  return found
}

function partsByDay(halfDays: readonly HalfDay[]): Map<Day, DayPart> {
  const parts = new Map<Day, DayPart>()
  for (const halfDay of halfDays.toSorted()) {
    const [day, half] = [dayOf(halfDay.slice(0, 10)), halfDay.endsWith('am') ? 'am' : 'pm'] as const
    const known = parts.get(day)
    parts.set(day, known === undefined || known === half ? half : 'day')
  }
  return parts
}

function onlyIdleBetween(before: Day, day: Day, isIdle: (day: Day) => boolean): boolean {
  for (let between = before + 1; between < day; between += 1) if (!isIdle(between)) return false
  return true
}

function stretchText({ first, last, part }: Stretch, language: Language): string {
  const { halves, to } = names[language]
  const [from, until] = [dateOf(first), dateOf(last)]
  if (from === until) return `${dateText(from, language)}, ${halves[part]}`
  const start = from.slice(0, 4) === until.slice(0, 4) ? dayAndMonth(from, language) : dateText(from, language)
  return `${start} ${to} ${dateText(until, language)}, ${halves[part]}`
}
