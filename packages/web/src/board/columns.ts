import { type Day, dateOf, weekdayOf } from '@vertretbar/domain/half-day'
import type { Period } from './period.ts'

/** A column of the board: a half-day, or a whole day of a weekend, on which no office works. */
export interface Column {
  /** The half-day or the date. */
  readonly key: string
  readonly day: Day
  readonly half: 'am' | 'pm' | 'day'
}

/** The columns of a period in time order. */
export function columnsOf({ first, last }: Period): Column[] {
  const columns: Column[] = []
  for (let day = first; day <= last; day += 1) {
    const date = dateOf(day)
    if (weekdayOf(day) > 4) columns.push({ key: date, day, half: 'day' })
    else columns.push({ key: `${date}/am`, day, half: 'am' }, { key: `${date}/pm`, day, half: 'pm' })
  }
  return columns
}
