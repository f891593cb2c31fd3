import type { Gap, Shortfall } from './gap.ts'
import { type GapMark, markedShortages } from './gap-mark.ts'
import { type EscalationStage, furtherStage, type GapRecord, stageReached } from './gap-record.ts'
import { gapStateOf } from './gap-state.ts'
import { workingDaysBefore } from './gap-told.ts'
import type { Look } from './look.ts'
import { type Shortages, worstOf } from './shortage-map.ts'

/** How a gap stands against what was told of it and what people said of it. */
export interface Standing {
  /** The gap with those half-days alone whose risk nobody bears. */
  readonly unborne: Gap
  /** Whether nobody knows of it yet, or it is worse than what is known. */
  readonly news: 'gap-new' | 'gap-worse' | undefined
  /** A stage that it has reached and was not told at. */
  readonly stage: EscalationStage | undefined
  /** Somebody has said that they know of it, and nothing has come on top of that. */
  readonly isAcknowledged: boolean
}

/** Where a gap stands on the day of a look, by its record and the marks of its need; undefined if its risk is borne whole. */
export function standingOf(look: Look, { gap, marks, record }: Stood): Standing | undefined {
  const accepted = markedShortages(marks, 'accepted-risk')
  const halfDays = gap.halfDays.filter(isBeyond([accepted]))
  if (halfDays.length === 0) return undefined
  const unborne = { ...gap, halfDays }
  const acknowledged = markedShortages(marks, 'acknowledged')
  const came = worstOf([record.cameWithHorizon])
  const isAcknowledged = !gap.halfDays.every(isBeyond([acknowledged])) && !halfDays.some(isBeyond([acknowledged, came]))
  const said = [accepted, acknowledged]
  return {
    unborne,
    news: newsOf(record, { gap, unborne, said, came }),
    stage: isAcknowledged ? undefined : stageNotTold(look, unborne, record),
    isAcknowledged,
  }
}

interface Stood {
  readonly gap: Gap
  readonly marks: readonly GapMark[]
  readonly record: GapRecord
}

/** Whether more people are missing at a half-day than any of these says. */
const isBeyond =
  (known: readonly Shortages[]) =>
  ({ halfDay, shortage }: Shortfall): boolean =>
    known.every((shortages) => shortage > (shortages.get(halfDay) ?? 0))

interface Knowledge {
  readonly gap: Gap
  readonly unborne: Gap
  /** What people said of it. */
  readonly said: readonly Shortages[]
  readonly came: Shortages
}

/** What only the horizon brought is no news where the gap is known, but all there is where nothing else is left of it. */
function newsOf({ told }: GapRecord, { gap, unborne, said, came }: Knowledge): Standing['news'] {
  if (told !== undefined)
    return unborne.halfDays.some(isBeyond([...said, came, worstOf([told.halfDays])])) ? 'gap-worse' : undefined
  const isUnknown = gap.halfDays.every(isBeyond(said))
  return isUnknown || unborne.halfDays.some(isBeyond([...said, came])) ? 'gap-new' : undefined
}

/** Only what is open is escalated: nobody is asked to cover it. */
function stageNotTold(look: Look, unborne: Gap, { told }: GapRecord): EscalationStage | undefined {
  const reached = stageReached(workingDaysBefore(look, unborne))
  if (furtherStage(told?.stage, reached) === told?.stage) return undefined
  return gapStateOf(look, unborne) === 'open' ? reached : undefined
}
