import * as z from 'zod'
import { BrokenCover, brokenCover } from './broken-cover.ts'
import { type Change, changed } from './change.ts'
import { detectGaps, Gap } from './gap.ts'
import { type Day, dateOf } from './half-day.ts'
import type { Days } from './occurrence.ts'
import { RegionIndex } from './region-index.ts'

/** What a change does to others: gaps that it opens or deepens, gaps that it closes or eases, cover that it breaks. */
export const Effect = z
  .strictObject({
    opened: z.array(Gap).readonly(),
    closed: z.array(Gap).readonly(),
    broken: z.array(BrokenCover).readonly(),
  })
  .readonly()
  .meta({ id: 'Effect' })
export type Effect = z.infer<typeof Effect>

/** How far ahead effects are looked for, in days. */
const lookAheadDays = 366

/**
 * The effect of changes over a year from today. A gap is told with those of its half-days alone at which more people,
 * or fewer, are missing than before.
 */
export function effectOf(before: RegionIndex, changes: readonly Change[], today: Day): Effect {
  const after = new RegionIndex(changed(before.region, changes))
  const days: Days = { first: today, last: today + lookAheadDays - 1 }
  const was = detectGaps(before, days, today)
  const is = detectGaps(after, days, today)
  return {
    opened: beyond(is, was),
    closed: beyond(was, is),
    broken: brokenCover(before.region, changed(before.region, changes.filter(isCause)), dateOf(today)),
  }
}

/** What breaks cover, apart from the breaks themselves, which take the half-days out of their bookings. */
const isCause = (change: Change): boolean => change.kind !== 'put' || change.in !== 'bookings'

/** The gaps of one list with the half-days at which they are deeper than in the other. */
function beyond(gaps: readonly Gap[], others: readonly Gap[]): Gap[] {
  const shortages = new Map(
    others.flatMap(({ requirement, need, halfDays }) =>
      halfDays.map(({ halfDay, shortage }) => [`${requirement} ${need} ${halfDay}`, shortage]),
    ),
  )
  return gaps.flatMap((gap) => {
    const deeper = gap.halfDays.filter(
      ({ halfDay, shortage }) => shortage > (shortages.get(`${gap.requirement} ${gap.need} ${halfDay}`) ?? 0),
    )
    return deeper.length === 0 ? [] : [{ ...gap, halfDays: deeper }]
  })
}
