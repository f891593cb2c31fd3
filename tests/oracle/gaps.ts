import type { HalfDay, LocalDate } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import type { Requirement } from '@vertretbar/domain/requirement'
import { workingDaysAfterUntil } from './calendar.ts'
import { type Cause, causesOf, isStructural } from './causes.ts'
import { allNeeds, type NeedRef, shortageOf } from './counting.ts'
import { dateOf, datesFrom, halves } from './dates.ts'
import { occurrenceAt } from './occurrences.ts'
import { areaOf, authorityOf, type Horizon } from './region.ts'

/** A half-day and how many people are missing at it. */
export interface Short {
  readonly halfDay: HalfDay
  readonly shortage: number
}

/** A gap as the command line prints it (spec § 13). */
export interface OracleGap {
  readonly requirement: string
  readonly need: number
  readonly authority: string
  readonly area: string
  readonly criticality: Requirement['criticality']
  readonly severity: 'urgent' | 'soon' | 'later'
  readonly halfDays: readonly Short[]
  readonly causes: readonly Cause[]
  readonly structural: boolean
  readonly blocks: readonly string[]
}

/** The gaps of a region, sorted by requirement, need and first half-day, as `vertretbar gaps --json` prints them. */
export function oracleGaps(region: Region, horizon: Horizon): { gaps: OracleGap[] } {
  const gaps = allNeeds(region).flatMap((need) =>
    runsOf(region, horizon, need).map((halfDays) => describe(region, horizon, need, halfDays)),
  )
  return { gaps: gaps.toSorted(byRequirementNeedAndStart) }
}

/** The runs of short days of one need, each as its short half-days in time order. */
function runsOf(region: Region, { from, to }: Horizon, need: NeedRef): Short[][] {
  const runs: Short[][] = []
  let open: { occurrence: string; halfDays: Short[] } | undefined
  for (const date of datesFrom(from, to)) {
    const day = shortagesOn(region, need, date)
    if (day === undefined) continue
    const { occurrence, short } = day
    if (short.length === 0) {
      open = undefined
      continue
    }
    if (open === undefined || open.occurrence !== occurrence) {
      open = { occurrence, halfDays: [] }
      runs.push(open.halfDays)
    }
    open.halfDays.push(...short)
  }
  return runs
}

/** The short half-days of a day and the occurrence it belongs to; undefined if the requirement does not apply. */
function shortagesOn(
  region: Region,
  need: NeedRef,
  date: LocalDate,
): { occurrence: string; short: Short[] } | undefined {
  const applied = halves
    .map((half) => `${date}/${half}`)
    .map((halfDay) => ({ halfDay, occurrence: occurrenceAt(region, need.requirement, halfDay) }))
    .filter(({ occurrence }) => occurrence !== undefined)
  const occurrence = applied[0]?.occurrence
  if (occurrence === undefined) return undefined
  const short = applied
    .map(({ halfDay }) => ({ halfDay, shortage: shortageOf(region, need, halfDay) }))
    .filter(({ shortage }) => shortage > 0)
  return { occurrence, short }
}

function describe(region: Region, horizon: Horizon, need: NeedRef, halfDays: readonly Short[]): OracleGap {
  const { id, authority, area, criticality } = need.requirement
  const short = halfDays.map(({ halfDay }) => halfDay)
  return {
    requirement: id,
    need: need.need,
    authority,
    area,
    criticality,
    severity: severityOf(region, horizon, need.requirement, short),
    halfDays,
    causes: causesOf(region, need, short),
    structural: isStructural(region, need, short),
    blocks: areaOf(region, area).blocks,
  }
}

function severityOf(
  region: Region,
  { today }: Horizon,
  { authority, criticality }: Requirement,
  [first]: readonly HalfDay[],
): OracleGap['severity'] {
  const workingDays =
    first === undefined ? 0 : workingDaysAfterUntil(authorityOf(region, authority), today, dateOf(first))
  if (workingDays <= (criticality === 'critical' ? 2 : 1)) return 'urgent'
  return workingDays <= 10 ? 'soon' : 'later'
}

function byRequirementNeedAndStart(a: OracleGap, b: OracleGap): number {
  if (a.requirement !== b.requirement) return a.requirement < b.requirement ? -1 : 1
  if (a.need !== b.need) return a.need - b.need
  return (a.halfDays[0]?.halfDay ?? '') < (b.halfDays[0]?.halfDay ?? '') ? -1 : 1
}
