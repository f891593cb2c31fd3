import type { LocalDate } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import type { Random } from './random.ts'

/** What a history is drawn with at one of its steps. */
export interface Moment {
  readonly random: Random
  readonly today: LocalDate
  readonly number: number
}

/** Something that happens to a region. */
export type Change = (region: Region, moment: Moment) => Region

/** The list without one of its entries; the same list if it has none. */
export const withoutOne = <T>(list: readonly T[], { random }: Moment): T[] => {
  const gone = list.length === 0 ? -1 : random.int(0, list.length - 1)
  return list.filter((_, position) => position !== gone)
}

/** The list with one of its entries changed; the same list if it has none. */
export function withOne<T>(list: readonly T[], change: (one: T) => T, { random }: Moment): T[] {
  const changed = list.length === 0 ? -1 : random.int(0, list.length - 1)
  return list.map((one, position) => (position === changed ? change(one) : one))
}
