import { dateOf } from '@vertretbar/domain/half-day'
import { dateText } from '@vertretbar/messages/date-text'
import type { Speech } from '../words/catalogue.ts'
import type { Period } from './period.ts'

/** A period without weekdays, and with its year once: `23. Nov. bis 20. Dez. 2026`. */
export function periodText({ first, last }: Period, { language, words }: Speech): string {
  const [from, to] = [first, last].map((day) => dateText(dateOf(day), language).replace(/^\S+ /, ''))
  const isOneYear = dateOf(first).slice(0, 4) === dateOf(last).slice(0, 4)
  return words.from((isOneYear ? from?.replace(/ \d+$/, '') : from) ?? '', to ?? '')
}
