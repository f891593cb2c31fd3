import { type Availability, availability } from './availability.ts'
import { isBinding } from './booking.ts'
import { type FoundGap, findGaps } from './gap.ts'
import { type Day, type HalfDayNumber, monthOf, numberOf, weekOf } from './half-day.ts'
import { holds, type Span, spanOf } from './half-day-set.ts'
import { narrowed } from './narrowed.ts'
import type { Days } from './occurrence.ts'
import { type NeedRef, type Place, placeKey, type RegionIndex } from './region-index.ts'
import type { CoverRefusal } from './requirement.ts'
import { covering, type NeedSupply, supplies } from './supply.ts'

/** One half-day of cover by one person in a place, under an agreement unless it is in-house. */
export interface CoverHalfDay {
  readonly specialist: string
  readonly place: Place
  readonly halfDay: HalfDayNumber
  readonly agreement: string | undefined
}

/** The region over a span of days as the rules of cover need it; built once, asked often. */
export interface CoverState {
  readonly index: RegionIndex
  readonly today: Day
  readonly span: Span
  readonly available: Availability
  /** Who counts for each need, in the order of `index.needs`; and the same with requested bookings gone. */
  readonly supply: readonly NeedSupply[]
  readonly spare: ReadonlyMap<string, readonly NeedSupply[]>
  readonly refused: ReadonlySet<string>
  /** The half-days that live bookings, or a plan, have a person cover; and those of a giver's month under an agreement. */
  readonly coverOf: (specialist: string) => readonly CoverHalfDay[]
  readonly coverInMonth: (key: string) => readonly CoverHalfDay[]
}

/** Everything that the rules of cover ask of a region over a span of days. */
export function coverState(index: RegionIndex, days: Days, today: Day): CoverState {
  const available = availability(index, spanOf(days))
  const spare = Map.groupBy(supplies(index, index.needs, available, 'claimed'), ({ ref }) => placeKey(ref.requirement))
  return {
    index,
    today,
    span: available.span,
    available,
    supply: supplies(index, index.needs, available, 'lent'),
    spare,
    refused: refusedCover(index, days),
    ...lookUps(index, bookedCover(index)),
  }
}

/** The half-days that live bookings claim. */
const bookedCover = (index: RegionIndex): CoverHalfDay[] =>
  index.liveBookings.flatMap(({ specialist, authority, area, agreement, halfDays }) =>
    halfDays.map((halfDay) => ({ specialist, place: { authority, area }, halfDay: numberOf(halfDay), agreement })),
  )

function lookUps(index: RegionIndex, cover: readonly CoverHalfDay[]): Pick<CoverState, 'coverOf' | 'coverInMonth'> {
  const byPerson = Map.groupBy(cover, ({ specialist }) => specialist)
  const byMonth = Map.groupBy(
    cover.filter(({ agreement }) => agreement !== undefined),
    ({ specialist, agreement = '', halfDay }) => monthKey(agreement, index.specialist(specialist).authority, halfDay),
  )
  return { coverOf: (specialist) => byPerson.get(specialist) ?? [], coverInMonth: (key) => byMonth.get(key) ?? [] }
}

/** Marks a person at a place and half-day. */
export const refusalKey = (specialist: string, place: Place, halfDay: HalfDayNumber): string =>
  `${specialist} ${placeKey(place)} ${halfDay}`

/**
 * A refusal names one half-day and means the whole gap that contains it, for every need of the place. The gap is
 * looked up over the days asked for, widened to the refusal: where the view ends must not bring a refusal back to life.
 */
function refusedCover(index: RegionIndex, days: Days): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const refusal of index.refusals())
    for (const short of gapOfRefusal(index, refusal, days)?.shortfalls.keys() ?? [])
      keys.add(refusalKey(refusal.specialist, index.requirement(refusal.requirement), short))
  return keys
}

/** The gap that a refusal speaks of, over these days and its own; undefined where there is none any more. */
export function gapOfRefusal(
  index: RegionIndex,
  { requirement, need, halfDay }: CoverRefusal,
  days: Days,
): FoundGap | undefined {
  const refs = index.needs.filter((one) => one.requirement.id === requirement && one.position === need)
  const number = numberOf(halfDay)
  return gapsOver(index, refs, { days, halfDays: [number] }).find(({ shortfalls }) => shortfalls.has(number))
}

/** The gaps of a place over the region's horizon that contain one of some half-days, in the order of its needs. */
export function gapsContaining(
  index: RegionIndex,
  place: Place,
  { today, halfDays }: { readonly today: Day; readonly halfDays: readonly HalfDayNumber[] },
): FoundGap[] {
  const days = horizonFrom(index, today)
  return gapsOver(index, index.needsAt(place), { days, halfDays }).filter(({ shortfalls }) =>
    halfDays.some((halfDay) => shortfalls.has(halfDay)),
  )
}

/** From today over the region's horizon. */
export const horizonFrom = ({ region }: RegionIndex, today: Day): Days => ({
  first: today,
  last: today + region.region.settings.horizonDays - 1,
})

/** The same days and those of some half-days. */
export const widened = ({ first, last }: Days, halfDays: readonly HalfDayNumber[]): Days => ({
  first: halfDays.reduce((least, halfDay) => Math.min(least, halfDay >> 1), first),
  last: halfDays.reduce((most, halfDay) => Math.max(most, halfDay >> 1), last),
})

function gapsOver(
  index: RegionIndex,
  refs: readonly NeedRef[],
  { days, halfDays }: { readonly days: Days; readonly halfDays: readonly HalfDayNumber[] },
): FoundGap[] {
  const about = narrowed(index, { places: refs.map(({ requirement }) => requirement), givers: [], people: [] })
  const available = availability(about, spanOf(widened(days, halfDays)))
  return findGaps(supplies(about, refs, available, 'lent'), available.span)
}

/** The same state with a plan's assignments counted as cover beside the live bookings. */
export const withPlan = (state: CoverState, plan: readonly CoverHalfDay[]): CoverState => ({
  ...state,
  ...lookUps(state.index, [...bookedCover(state.index), ...plan]),
})

/** How many of a person's other cover half-days lie in the ISO week of a half-day. */
export const otherCoverInWeek = (state: CoverState, specialist: string, halfDay: HalfDayNumber): number =>
  state
    .coverOf(specialist)
    .filter((cover) => cover.halfDay !== halfDay && weekOf(cover.halfDay >> 1) === weekOf(halfDay >> 1)).length

/** The home needs for which a person counts at a half-day, with how many people could go from each. */
export const homeSurpluses = (
  state: CoverState,
  specialist: string,
  halfDay: HalfDayNumber,
): { need: NeedSupply; surplus: number }[] => {
  const { authority, homeArea } = state.index.specialist(specialist)
  return (state.spare.get(placeKey({ authority, area: homeArea })) ?? [])
    .filter(({ applies }) => holds(applies, state.span, halfDay))
    .filter(({ members }) =>
      members.some((member) => member.specialist === specialist && holds(member.counts, state.span, halfDay)),
    )
    .map((need) => ({ need, surplus: Math.max(0, need.counted(halfDay) - need.ref.need.count) }))
}

/** The people requested into the place of a need who are there at a half-day with an effective role. */
export function requestedInto(
  { index, available }: Pick<CoverState, 'index' | 'available'>,
  ref: NeedRef,
): (halfDay: HalfDayNumber) => number {
  const members = covering(index, ref, available, (booking) => !isBinding(booking))
  return (halfDay) =>
    new Set(members.filter(({ counts }) => holds(counts, available.span, halfDay)).map(({ specialist }) => specialist))
      .size
}

/** The cover half-days under an agreement in a month, by giver: what its monthly limit counts. */
export const monthKey = (agreement: string, giver: string, halfDay: HalfDayNumber): string =>
  `${agreement} ${giver} ${monthOf(halfDay >> 1)}`
