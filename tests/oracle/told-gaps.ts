import type { Alert } from '@vertretbar/domain/alert'
import type { LocalDate } from '@vertretbar/domain/half-day'
import type { Audience } from '@vertretbar/domain/message'
import type { Region } from '@vertretbar/domain/region'
import { workingDaysAfterUntil } from './calendar.ts'
import { type NeedRef, shortageToPlan } from './counting.ts'
import { dateOf } from './dates.ts'
import type { KnownGap, Sight } from './gap-identity.ts'
import { meets } from './gap-identity.ts'
import type { Short } from './gaps.ts'
import { areaOf, authorityOf, requirementOf } from './region.ts'

/** What was told of a gap: at its worst how many are missing where, and the last stage; without one it is infinite. */
export interface ToldOf {
  readonly worst: readonly Short[]
  readonly stage: number
}

/** What was told of each gap, by its id. */
export type Tellings = ReadonlyMap<string, ToldOf>

/** The moment and the region of a night. */
export interface Tonight {
  readonly region: Region
  readonly sight: Sight
}

/** What is told of gaps in one night: to the HR manager, to the coordinators, or listed beside other things. */
export interface GapTelling {
  readonly gap: string
  readonly alert: Alert
  readonly to: 'hr' | 'coordinator' | 'hr-beside' | 'coordinator-beside'
  readonly authority: string
}

export const stages = [28, 14, 7, 3, 1] as const
export const none = Number.POSITIVE_INFINITY

/** The last stage that is reached so many working days before. */
export const reachedAt = (workingDays: number): number =>
  Math.min(none, ...stages.filter((stage) => workingDays <= stage))

/** How many people are missing at a half-day by a list, none being zero. */
export const missing = (list: readonly Short[], halfDay: string): number =>
  Math.max(0, ...list.filter((one) => one.halfDay === halfDay).map(({ shortage }) => shortage))

/** The working days of the office from tomorrow to the first of some half-days. */
export const daysBefore = ({ region, sight }: Tonight, requirement: string, short: readonly Short[]): number =>
  workingDaysAfterUntil(
    authorityOf(region, requirementOf(region, requirement).authority),
    sight.today,
    dateOf(short[0]?.halfDay ?? ''),
  )

/** What was told goes with the half-days: to whatever gap has them now. */
export function carriedOn(before: Tellings, gaps: readonly KnownGap[], tonight: Tonight): Map<string, ToldOf> {
  const after = new Map<string, ToldOf>()
  const unspoken = gaps.filter(({ end, id }) => end === 'filled' && before.has(id))
  const isBack = (gone: KnownGap): boolean => tonight.sight.gaps.some((part) => meets(gone, part))
  for (const gap of gaps.filter(({ end }) => end === undefined)) {
    const back = unspoken.filter((gone) => tonight.sight.gaps.some((part) => isPartOf(part, gap) && meets(gone, part)))
    const sources = [...new Set([...gap.from, ...back.map(({ id }) => id)])].filter((id) => before.has(id))
    if (sources.length > 0) after.set(gap.id, together(gap, sources, { before, tonight }))
  }
  for (const gone of unspoken) {
    const told = before.get(gone.id)
    if (told !== undefined && !isBack(gone)) after.set(gone.id, told)
  }
  return after
}

const isPartOf = (part: Sight['gaps'][number], gap: KnownGap): boolean => meets(gap, part)

interface Before {
  readonly before: Tellings
  readonly tonight: Tonight
}

function together(gap: KnownGap, sources: readonly string[], { before, tonight }: Before): ToldOf {
  // A gap that was not looked at is as it was.
  const inSight = gap.short.filter(({ halfDay }) => halfDay <= tonight.sight.last)
  const reached = inSight.length === 0 ? none : reachedAt(daysBefore(tonight, gap.requirement, inSight))
  const stageFrom = (id: string): number => {
    const stage = before.get(id)?.stage ?? none
    return id === gap.id ? stage : Math.max(stage, reached)
  }
  return {
    worst: sources.flatMap((id) => before.get(id)?.worst ?? []),
    stage: Math.min(...sources.map(stageFrom)),
  }
}

/** What people said of the half-days of a need. */
export const said = ({ gapMarks = [] }: Region, { requirement, need }: KnownGap, kind: string): Short[] =>
  gapMarks
    .filter((mark) => mark.kind === kind && mark.requirement === requirement && mark.need === need)
    .flatMap(({ halfDays }) => halfDays)

/** Whether at any of these half-days somebody is missing whom nobody has asked yet. */
export function isOpen(region: Region, gap: KnownGap, short: readonly Short[]): boolean {
  const need: NeedRef = { requirement: requirementOf(region, gap.requirement), need: gap.need }
  return short.some(({ halfDay }) => shortageToPlan(region, need, halfDay) > 0)
}

/** The fields of an alert about a gap with these of its half-days. */
export function fieldsOf(tonight: Tonight, { requirement: id, need, id: gap }: KnownGap, halfDays: readonly Short[]) {
  const { authority, area, criticality } = requirementOf(tonight.region, id)
  const before = daysBefore(tonight, id, halfDays)
  const severity: 'urgent' | 'soon' | 'later' =
    before <= (criticality === 'critical' ? 2 : 1) ? 'urgent' : before <= 10 ? 'soon' : 'later'
  const { blocks } = areaOf(tonight.region, area)
  return { gap, requirement: id, need, authority, area, halfDays, severity, blocks }
}

/** The office whose HR manager is told of a gap. */
export const officeOf = (region: Region, { requirement }: KnownGap): Audience & { kind: 'hr-manager' } => ({
  kind: 'hr-manager',
  authority: requirementOf(region, requirement).authority,
})

/** Whether a half-day is not over on a date. */
export const isAhead =
  (date: LocalDate) =>
  ({ halfDay }: Short): boolean =>
    dateOf(halfDay) >= date
