import { type Day, dateOf, weekdayOf } from '@vertretbar/domain/half-day'
import type { Language } from '@vertretbar/messages/catalogue'

const names = {
  de: { weekdays: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'], am: 'vm', pm: 'nm' },
  en: { weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], am: 'am', pm: 'pm' },
} as const

/** The weekday in two or three letters: `Do`, `Thu`. */
export const weekdayText = (day: Day, language: Language): string => names[language].weekdays[weekdayOf(day)] ?? ''

/** Day and month without a year: `17.12.`, `17/12`. */
export function shortDate(day: Day, language: Language): string {
  const [, month, date] = dateOf(day).split('-').map(Number)
  return language === 'de' ? `${date}.${month}.` : `${date}/${month}`
}

/** A half-day where there is little room: `Do 17.12. vm`. */
export const shortHalfDay = (day: Day, half: 'am' | 'pm', language: Language): string =>
  `${weekdayText(day, language)} ${shortDate(day, language)} ${names[language][half]}`

/** The number of the ISO week of a day: that of the year its Thursday lies in. */
export function weekNumber(day: Day): number {
  const thursday = day - weekdayOf(day) + 3
  const newYear = Date.parse(`${dateOf(thursday).slice(0, 4)}-01-01T00:00:00Z`) / 86_400_000
  return Math.floor((thursday - newYear) / 7) + 1
}
