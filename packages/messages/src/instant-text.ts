import { type Instant, millisecondsOf } from '@vertretbar/domain/instant'
import type { Language } from './catalogue.ts'
import { dateText } from './date-text.ts'

/** Figures alone, in an order of our own: nothing here depends on a machine's language data. */
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** A moment as the clocks in Germany show it: `Di., 24. Nov. 2026, 17:00 Uhr`. */
export function instantText(instant: Instant, language: Language): string {
  const parts = new Map(clock.formatToParts(millisecondsOf(instant)).map(({ type, value }) => [type, value]))
  const [year, month, day, hour, minute] = (['year', 'month', 'day', 'hour', 'minute'] as const).map(
    (type) => parts.get(type) ?? '',
  )
  const date = dateText(`${year}-${month}-${day}`, language)
  return `${date}, ${hour}:${minute}${language === 'de' ? ' Uhr' : ''}`
}
