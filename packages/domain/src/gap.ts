import * as z from 'zod'
import { type Availability, availability } from './availability.ts'
import { causesOf, GapCause } from './gap-cause.ts'
import { type Day, HalfDay, type HalfDayNumber, halfDayOf } from './half-day.ts'
import { holds, type Span, spanOf } from './half-day-set.ts'
import { AreaId, AuthorityId, RequirementId } from './identifier.ts'
import type { AppliedDay, Days } from './occurrence.ts'
import type { NeedRef, RegionIndex } from './region-index.ts'
import { Severity, severityOf } from './severity.ts'
import { isStructural } from './structural.ts'
import { type NeedSupply, shortageAt, supplies } from './supply.ts'

/** So many people are missing at a half-day. */
export const Shortfall = z
  .strictObject({ halfDay: HalfDay, shortage: z.int().min(1) })
  .readonly()
  .meta({ id: 'Shortfall' })
export type Shortfall = z.infer<typeof Shortfall>

/** Days on which one need of a requirement is short of people, with every short half-day, and why. */
export const Gap = z
  .strictObject({
    requirement: RequirementId,
    need: z.int().min(0),
    authority: AuthorityId,
    area: AreaId,
    criticality: z.enum(['critical', 'normal']),
    severity: Severity,
    halfDays: z.array(Shortfall).min(1).readonly(),
    causes: z.array(GapCause).readonly(),
    structural: z.boolean(),
    blocks: z.array(AreaId).readonly(),
  })
  .readonly()
  .meta({ id: 'Gap' })
export type Gap = z.infer<typeof Gap>

/** A gap with what it was found from: its need, its half-days as numbers with their shortage, in time order. */
export interface FoundGap {
  readonly supply: NeedSupply
  readonly shortfalls: ReadonlyMap<HalfDayNumber, number>
}

/** All gaps within `days`, sorted by requirement, need and first half-day. */
export function detectGaps(index: RegionIndex, days: Days, today: Day): Gap[] {
  const available = availability(index, spanOf(days))
  return gapsFrom(index, supplies(index, index.needs, available, 'lent'), { available, today })
}

/** The gaps of a supply that is already there, sorted by requirement, need and first half-day. */
export const gapsFrom = (
  index: RegionIndex,
  supplied: readonly NeedSupply[],
  { available, today }: { readonly available: Availability; readonly today: Day },
): Gap[] => findGaps(supplied, available.span).map((gap) => describeGap(index, gap, available, today))

/** The gaps of all needs, sorted by requirement, need and first half-day. */
export const findGaps = (supplied: readonly NeedSupply[], span: Span): FoundGap[] =>
  supplied.toSorted((a, b) => byNeed(a.ref, b.ref)).flatMap((supply) => gapsOf(supply, span))

const byNeed = (a: NeedRef, b: NeedRef): number =>
  a.requirement.id < b.requirement.id ? -1 : a.requirement.id > b.requirement.id ? 1 : a.position - b.position

/** The gaps of one need in time order: runs of applied days of one occurrence, each with a short half-day. */
export function gapsOf(supply: NeedSupply, span: Span): FoundGap[] {
  const gaps: Map<HalfDayNumber, number>[] = []
  let before: AppliedDay | undefined
  for (const day of supply.days) {
    const short = shortHalfDays(supply, span, day.day)
    const continues = before?.occurrence === day.occurrence
    before = short.length > 0 ? day : undefined
    if (short.length === 0) continue
    if (!continues) gaps.push(new Map())
    for (const halfDay of short) gaps.at(-1)?.set(halfDay, shortageAt(supply, halfDay))
  }
  return gaps.map((shortfalls) => ({ supply, shortfalls }))
}

const shortHalfDays = ({ short }: NeedSupply, span: Span, day: Day): HalfDayNumber[] =>
  [2 * day, 2 * day + 1].filter((halfDay) => holds(short, span, halfDay))

function describeGap(index: RegionIndex, gap: FoundGap, available: Availability, today: Day): Gap {
  const { requirement, position } = gap.supply.ref
  const [first = 0] = gap.shortfalls.keys()
  return {
    requirement: requirement.id,
    need: position,
    authority: requirement.authority,
    area: requirement.area,
    criticality: requirement.criticality,
    severity: severityOf(requirement.criticality, index.calendar(requirement.authority).workingDays(today, first >> 1)),
    halfDays: [...gap.shortfalls].map(([halfDay, shortage]) => ({ halfDay: halfDayOf(halfDay), shortage })),
    causes: causesOf(index, gap, available),
    structural: isStructural(index, gap),
    blocks: index.area(requirement.area).blocks,
  }
}
