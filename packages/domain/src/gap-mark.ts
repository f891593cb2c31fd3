import * as z from 'zod'
import { type Gap, Shortfall } from './gap.ts'
import { Id, RequirementId } from './identifier.ts'
import { Instant } from './instant.ts'
import { type Shortages, worstOf } from './shortage-map.ts'

/**
 * What somebody said about a gap: that they know of it, or that its risk is borne. It speaks of these half-days with
 * this shortage; what comes on top of that it does not cover.
 */
export const GapMark = z
  .strictObject({
    id: Id,
    kind: z.enum(['acknowledged', 'accepted-risk']),
    requirement: RequirementId,
    need: z.int().min(0),
    halfDays: z.array(Shortfall).min(1).readonly(),
    by: Id,
    at: Instant,
  })
  .readonly()
  .meta({ id: 'GapMark' })
export type GapMark = z.infer<typeof GapMark>

/** Whether marks of a kind cover a gap whole: each of its short half-days, with at least its shortage. */
export function isMarked(
  { requirement, need, halfDays }: Pick<Gap, 'requirement' | 'need' | 'halfDays'>,
  marks: readonly GapMark[],
  kind: GapMark['kind'],
): boolean {
  const ofNeed = marks.filter((mark) => mark.requirement === requirement && mark.need === need)
  const known = markedShortages(ofNeed, kind)
  return halfDays.every(({ halfDay, shortage }) => (known.get(halfDay) ?? 0) >= shortage)
}

/** What marks of a kind speak of, of those of one need. */
export const markedShortages = (marks: readonly GapMark[], kind: GapMark['kind']): Shortages =>
  worstOf(marks.filter((mark) => mark.kind === kind).map(({ halfDays }) => halfDays))
