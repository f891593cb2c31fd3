import { type Availability, startsOf } from './availability.ts'
import { isBinding } from './booking.ts'
import { type Day, type HalfDayNumber, numberOf } from './half-day.ts'
import { addRange, type Bits, both, holds, isWithin, listOf, noHalfDays, type Span, without } from './half-day-set.ts'
import type { AppliedDay } from './occurrence.ts'
import type { NeedRef, Place, RegionIndex } from './region-index.ts'
import { daysOfChange, effectiveRoles, isCompetent, rolesKnowingSoftware } from './role.ts'
import type { Specialist } from './specialist.ts'
import { countAt, sweep } from './sweep.ts'

/** Somebody who counts for a need, and when; `covering` by a booking, else by their post. */
export interface Member {
  readonly specialist: string
  readonly covering: boolean
  readonly counts: Bits
}

/** Who counts for one need over a span, and where that is too few. */
export interface NeedSupply {
  readonly ref: NeedRef
  readonly days: readonly AppliedDay[]
  readonly members: readonly Member[]
  /** The half-days at which the requirement applies. */
  readonly applies: Bits
  /** The half-days at which it applies and too few count. */
  readonly short: Bits
  /** How many people count at a half-day of the span. */
  readonly counted: (halfDay: HalfDayNumber) => number
}

/** People who are away from their post: lent ones when asking who is there, claimed ones when asking who may still go. */
export type Away = 'lent' | 'claimed'

/** Who counts for each of the needs over the span of the availability, by one sweep. */
export function supplies(
  index: RegionIndex,
  refs: readonly NeedRef[],
  available: Availability,
  away: Away,
): NeedSupply[] {
  const { span } = available
  const days = { first: span.origin >> 1, last: ((span.origin + span.length) >> 1) - 1 }
  const applied = new Map(refs.map(({ requirement }) => [requirement, index.applied(requirement, days)]))
  const prepared = refs.map((ref) => {
    const appliedDays = applied.get(ref.requirement) ?? []
    return {
      ref,
      days: appliedDays,
      applies: bitsOf(appliedDays, span),
      members: membersOf(index, ref, available, away),
    }
  })
  const found: NeedSupply[] = []
  sweep(rostersOf(prepared, span), (need, { planes, planeCount, short }) => {
    const kept = planes.slice(0, planeCount * span.words)
    const counted = (halfDay: HalfDayNumber): number => countAt(kept, span.words, halfDay - span.origin)
    const one = prepared[need]
    if (one) found.push({ ...one, short: short.slice(), counted })
  })
  return found
}

interface Prepared {
  readonly ref: NeedRef
  readonly days: readonly AppliedDay[]
  readonly applies: Bits
  readonly members: readonly Member[]
}

function rostersOf(prepared: readonly Prepared[], { words }: Span): Parameters<typeof sweep>[0] {
  const members = prepared.flatMap((one) => one.members)
  return {
    words,
    rows: joined(
      members.map(({ counts }) => counts),
      words,
    ),
    memberStarts: startsOf(prepared.map((one) => one.members.length)),
    members: Uint32Array.from(members.keys()),
    counts: Uint16Array.from(prepared, ({ ref }) => ref.need.count),
    applies: joined(
      prepared.map(({ applies }) => applies),
      words,
    ),
    appliesOf: Uint32Array.from(prepared.keys()),
  }
}

function joined(rows: readonly Bits[], words: number): Uint32Array {
  const all = new Uint32Array(rows.length * words)
  rows.forEach((row, position) => {
    all.set(row, position * words)
  })
  return all
}

function bitsOf(days: readonly AppliedDay[], span: Span): Bits {
  const bits = noHalfDays(span)
  for (const { day, halves } of days) {
    if (halves & 1) addRange(bits, span, 2 * day, 2 * day)
    if (halves & 2) addRange(bits, span, 2 * day + 1, 2 * day + 1)
  }
  return bits
}

function membersOf(index: RegionIndex, { requirement, need }: NeedRef, available: Availability, away: Away): Member[] {
  const home = index.staffAt(requirement).flatMap((specialist) => {
    if (!isCompetent(specialist, requirement.area, need.anyOf)) return []
    const presence = available.of(specialist.id)
    const knowing = daysBits(index, specialist, requirement, available.span, (day) =>
      rolesKnowingSoftware(index, specialist, requirement, day).some((role) => need.anyOf.includes(role)),
    )
    return [
      { specialist: specialist.id, covering: false, counts: both(without(presence.there, presence[away]), knowing) },
    ]
  })
  return [...home, ...covering(index, { requirement, need }, available, isBinding)]
}

/** The people booked into the place by the bookings chosen, and when they count there: there, with an effective role. */
export function covering(
  index: RegionIndex,
  { requirement, need }: Pick<NeedRef, 'requirement' | 'need'>,
  available: Availability,
  chosen: (booking: RegionIndex['liveBookings'][number]) => boolean,
): Member[] {
  const { span } = available
  return index
    .bookingsInto(requirement)
    .filter(chosen)
    .flatMap((booking) => {
      const specialist = index.specialist(booking.specialist)
      const halfDays = booking.halfDays.map(numberOf).filter((halfDay) => isWithin(span, halfDay))
      // Years of covers that are over lie outside of most spans.
      if (halfDays.length === 0 || !isCompetent(specialist, requirement.area, need.anyOf)) return []
      const booked = noHalfDays(span)
      for (const halfDay of halfDays) addRange(booked, span, halfDay, halfDay)
      const effective = daysBits(index, specialist, requirement, span, (day) =>
        effectiveRoles(index, specialist, requirement, day).some((role) => need.anyOf.includes(role)),
      )
      return [
        {
          specialist: specialist.id,
          covering: true,
          counts: both(both(booked, available.of(specialist.id).there), effective),
        },
      ]
    })
}

/** The half-days of the days for which `holdsOn` is true, asked once per stretch in which nothing changes. */
function daysBits(
  index: RegionIndex,
  specialist: Specialist,
  place: Place,
  span: Span,
  holdsOn: (day: Day) => boolean,
): Bits {
  const bits = noHalfDays(span)
  const first = span.origin >> 1
  const end = (span.origin + span.length) >> 1
  const starts = [...new Set([first, ...daysOfChange(index, specialist, place)])]
    .filter((day) => first <= day && day < end)
    .toSorted((a, b) => a - b)
  starts.forEach((day, position) => {
    if (holdsOn(day)) addRange(bits, span, 2 * day, 2 * (starts[position + 1] ?? end) - 1)
  })
  return bits
}

/** The shortage of a need at a half-day: people missing, 0 where enough count. */
export const shortageAt = ({ ref, counted }: NeedSupply, halfDay: HalfDayNumber): number =>
  Math.max(0, ref.need.count - counted(halfDay))

/** The half-days at which a need is met with nobody to spare (n−1), in time order. */
export const fragileHalfDays = ({ ref, applies, counted }: NeedSupply, span: Span): HalfDayNumber[] =>
  listOf(applies, span).filter((halfDay) => counted(halfDay) === ref.need.count)

/** Whether a person counts at a half-day. */
export const countsAt = ({ members }: NeedSupply, span: Span, specialist: string, halfDay: HalfDayNumber): boolean =>
  members.some((member) => member.specialist === specialist && holds(member.counts, span, halfDay))
