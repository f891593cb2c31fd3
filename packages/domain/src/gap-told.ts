import type { Gap } from './gap.ts'
import { type EscalationStage, furtherStage, type GapRecord, type GapTold, stageReached } from './gap-record.ts'
import type { Successor } from './gap-succession.ts'
import { dayOf } from './half-day.ts'
import type { Look } from './look.ts'
import { listedFrom, worstOf } from './shortage-map.ts'

/**
 * What was told of the half-days that a gap has now: of its own, and of the gaps that some of them come from. A stage that
 * another gap was escalated to counts as far as this one has come.
 */
export function toldBefore(
  look: Look,
  { gap, from, keeps }: Successor,
  others: readonly GapRecord[],
): GapTold | undefined {
  const known = [...from, ...others].filter((record) => record.told !== undefined)
  if (known.length === 0) return undefined
  const reached = stageReached(workingDaysBefore(look, gap))
  const stage = known
    .map((record) => (record === keeps ? record.told?.stage : nearer(record.told?.stage, reached)))
    .reduce(furtherStage, undefined)
  const halfDays = listedFrom(worstOf(known.map(({ told }) => told?.halfDays ?? [])), '')
  return { halfDays, ...(stage && { stage }) }
}

/** The working days of the receiver from tomorrow to the first of some half-days. */
export const workingDaysBefore = (
  { index, today }: Pick<Look, 'index' | 'today'>,
  { authority, halfDays }: Pick<Gap, 'authority' | 'halfDays'>,
): number => index.calendar(authority).workingDays(today, dayOf(halfDays[0]?.halfDay.slice(0, 10) ?? ''))

/** The one of two stages that comes first; none if one of them is none. */
const nearer = (one: EscalationStage | undefined, other: EscalationStage | undefined): EscalationStage | undefined =>
  one !== undefined && other !== undefined ? (one > other ? one : other) : undefined
