import * as z from 'zod'
import { type Availability, availability } from './availability.ts'
import { type Booking, isLive } from './booking.ts'
import { ReasonCode } from './eligibility.ts'
import { HalfDay, type LocalDate, numberOf } from './half-day.ts'
import { holds, spanOf } from './half-day-set.ts'
import { AreaId, AuthorityId, Id, SpecialistId } from './identifier.ts'
import type { Region } from './region.ts'
import { RegionIndex } from './region-index.ts'
import { effectiveRoles, isCompetent, rolesKnowingSoftware } from './role.ts'

/** Why a booked half-day no longer stands; `removed`: the booking itself is gone. */
export const BreakCode = z
  .enum([
    'removed',
    ...ReasonCode.extract(['not-available', 'not-competent', 'product-unknown', 'no-authorisation', 'no-agreement'])
      .options,
  ])
  .meta({ id: 'BreakCode' })
export type BreakCode = z.infer<typeof BreakCode>

/** A live booking and those of its half-days, from today on, that stood before a change and do not stand after it. */
export const BrokenCover = z
  .strictObject({
    booking: Id,
    specialist: SpecialistId,
    authority: AuthorityId,
    area: AreaId,
    halfDays: z
      .array(z.strictObject({ halfDay: HalfDay, codes: z.array(BreakCode).min(1).readonly() }).readonly())
      .min(1)
      .readonly(),
  })
  .readonly()
  .meta({ id: 'BrokenCover' })
export type BrokenCover = z.infer<typeof BrokenCover>

/** The live cover that a region loses on its way from `before` to `after`; what the change itself ends is not lost. */
export function brokenCover(before: Region, after: Region, today: LocalDate): BrokenCover[] {
  const coming = before.bookings.filter(isLive).flatMap((booking) => {
    const halfDays = booking.halfDays.filter((halfDay) => halfDay.slice(0, 10) >= today).toSorted()
    return halfDays.length === 0 ? [] : [{ booking, halfDays }]
  })
  const [was, is] = standings([before, after], coming)
  const stays = new Map(after.bookings.map((booking) => [booking.id, booking]))
  return coming.flatMap(({ booking, halfDays }) => {
    const kept = stays.get(booking.id)
    const broken = halfDays.flatMap((halfDay) => {
      const codes = kept === undefined ? (['removed'] as const) : lost({ was, is }, { booking, kept, halfDay })
      return codes.length === 0 ? [] : [{ halfDay, codes }]
    })
    const { id, specialist, authority, area } = booking
    return broken.length === 0 ? [] : [{ booking: id, specialist, authority, area, halfDays: broken }]
  })
}

interface Standing {
  readonly index: RegionIndex
  readonly available: Availability
}

function standings(
  [before, after]: readonly [Region, Region],
  coming: readonly { readonly booking: Booking; readonly halfDays: readonly HalfDay[] }[],
): readonly [Standing, Standing] {
  const days = coming.flatMap(({ halfDays }) => halfDays.map((halfDay) => numberOf(halfDay) >> 1))
  const first = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY)
  const span = spanOf(
    days.length === 0 ? { first: 0, last: -1 } : { first, last: days.reduce((a, b) => Math.max(a, b)) },
  )
  // Only who covers is asked about: how many others there are must not matter.
  const people = new Set(coming.map(({ booking }) => booking.specialist))
  const standing = (region: Region): Standing => {
    const index = new RegionIndex({ ...region, specialists: region.specialists.filter(({ id }) => people.has(id)) })
    return { index, available: availability(index, span) }
  }
  return [standing(before), standing(after)]
}

interface BookedHalfDay {
  readonly booking: Booking
  readonly kept: Booking
  readonly halfDay: HalfDay
}

/** The codes that apply after the change but did not before; none where the change takes the half-day out itself. */
function lost({ was, is }: { was: Standing; is: Standing }, { booking, kept, halfDay }: BookedHalfDay): BreakCode[] {
  if (!isLive(kept) || !kept.halfDays.includes(halfDay)) return []
  return [
    ...(isThere(was, booking, halfDay) && !isThere(is, kept, halfDay) ? (['not-available'] as const) : []),
    ...lostSkills({ was, is }, { booking, kept, halfDay }),
    ...(hasAgreement(was, booking, halfDay) && !hasAgreement(is, kept, halfDay) ? (['no-agreement'] as const) : []),
  ]
}

const isThere = ({ available }: Standing, { specialist }: Booking, halfDay: HalfDay): boolean =>
  holds(available.of(specialist).there, available.span, numberOf(halfDay))

/** In-house cover needs no agreement; a cover that never named one cannot lose it. */
const hasAgreement = ({ index }: Standing, booking: Booking, halfDay: HalfDay): boolean => {
  const { authority: home } = index.specialist(booking.specialist)
  return home === booking.authority || namesValid(index, home, booking, halfDay)
}

const namesValid = (index: RegionIndex, home: string, booking: Booking, halfDay: HalfDay): boolean =>
  index.agreements(home, booking, numberOf(halfDay) >> 1).some(({ id }) => id === booking.agreement)

/** Asked for each need of the place, which may live on one role alone, and for the area as a whole. */
function lostSkills(
  { was, is }: { was: Standing; is: Standing },
  { booking, kept, halfDay }: BookedHalfDay,
): BreakCode[] {
  const wanted = [
    is.index.area(kept.area).roles.map(({ id }) => id),
    ...is.index.needsAt(kept).map(({ need }) => need.anyOf),
  ]
  const codes = wanted.flatMap((anyOf) =>
    skillMissing(was, { booking, halfDay }, anyOf) === undefined
      ? (skillMissing(is, { booking: kept, halfDay }, anyOf) ?? [])
      : [],
  )
  return [...new Set(codes)]
}

function skillMissing(
  { index }: Standing,
  { booking, halfDay }: Pick<BookedHalfDay, 'booking' | 'halfDay'>,
  anyOf: readonly string[],
): BreakCode | undefined {
  const specialist = index.specialist(booking.specialist)
  const day = numberOf(halfDay) >> 1
  const among = (roles: readonly string[]): boolean => roles.some((role) => anyOf.includes(role))
  if (!isCompetent(specialist, booking.area, anyOf)) return 'not-competent'
  if (!among(rolesKnowingSoftware(index, specialist, booking, day))) return 'product-unknown'
  return among(effectiveRoles(index, specialist, booking, day)) ? undefined : 'no-authorisation'
}
