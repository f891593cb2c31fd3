import { type Availability, availability } from './availability.ts'
import { horizonFrom } from './cover.ts'
import { type Gap, gapsFrom } from './gap.ts'
import type { Day } from './half-day.ts'
import { spanOf } from './half-day-set.ts'
import type { Days } from './occurrence.ts'
import type { RegionIndex } from './region-index.ts'
import { supplies } from './supply.ts'

/** A region as it stands, and its gaps from a day on over its horizon. */
export interface Look {
  readonly index: RegionIndex
  readonly today: Day
  readonly days: Days
  readonly available: Availability
  readonly gaps: readonly Gap[]
}

/** Looks for all gaps of a region; what is remembered and what is told goes by one look. */
export function lookAt(index: RegionIndex, today: Day): Look {
  const days = horizonFrom(index, today)
  const available = availability(index, spanOf(days))
  const gaps = gapsFrom(index, supplies(index, index.needs, available, 'lent'), { available, today })
  return { index, today, days, available, gaps }
}
