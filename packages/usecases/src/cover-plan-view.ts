import { isEmployed } from '@vertretbar/domain/availability'
import type { Booking } from '@vertretbar/domain/booking'
import { dateInGermany } from '@vertretbar/domain/calendar'
import { type CoverState, coverState } from '@vertretbar/domain/cover'
import { type Gap, gapsFrom } from '@vertretbar/domain/gap'
import { gapStateOf } from '@vertretbar/domain/gap-state'
import { dateOf, dayOf, type HalfDay, type HalfDayNumber, halfDayOf, numberOf } from '@vertretbar/domain/half-day'
import { holds, isWithin } from '@vertretbar/domain/half-day-set'
import { instantOf } from '@vertretbar/domain/instant'
import type { Place, RegionIndex } from '@vertretbar/domain/region-index'
import type { Specialist } from '@vertretbar/domain/specialist'
import type {
  CoverPlan,
  CoverPlanArea,
  CoverPlanGap,
  CoverPlanPlace,
  CoverPlanRow,
  CoverPlanState,
} from '@vertretbar/messages/cover-plan'
import { coverPlanContacts } from './cover-plan-contacts.ts'
import type { Snapshot } from './ports.ts'

/** How many days a printed plan shows. */
const daysShown = 14

/**
 * The cover plans of the authorities of a region for two weeks from today, all from one sweep. Each says what the HR
 * manager of that authority may see: their own people, covers given and received by name from the request on, and where
 * people are missing; of nobody that they are absent.
 */
export function coverPlanView({ version, index }: Snapshot, now: number): (authority: string) => CoverPlan {
  const today = dayOf(dateInGermany(now))
  const days = Array.from({ length: daysShown }, (_, at) => today + at)
  const state = coverState(index, { first: today, last: today + daysShown - 1 }, today)
  const gaps = Map.groupBy(gapsFrom(index, state.supply, { available: state.available, today }), (gap) => gap.authority)
  return (authority) => {
    const { halvesOf } = index.calendar(authority)
    const partners = partnersOf(state, authority)
    const areas = index.region.serviceAreas.map(({ id }) =>
      areaOf(state, { authority, area: id }, gaps.get(authority) ?? []),
    )
    return {
      region: index.region.region.name,
      authority: index.authority(authority).name,
      version,
      at: instantOf(now),
      days: days.map(dateOf),
      closed: days.flatMap((day) => closedHalfDays(day, halvesOf(day))),
      areas: areas.filter(({ people, covers, gaps: short }) => people.length + covers.length + short.length > 0),
      contacts: coverPlanContacts(index, authority, { date: dateOf(today), partners }),
      authorities: [authority, ...partners].map((id) => ({ id, name: index.authority(id).name })),
    }
  }
}

const closedHalfDays = (day: number, halves: number): HalfDay[] =>
  [2 * day, 2 * day + 1].filter((halfDay) => ((halves >> (halfDay & 1)) & 1) === 0).map(halfDayOf)

function areaOf(state: CoverState, place: Place, gaps: readonly Gap[]): CoverPlanArea {
  const { index, span } = state
  const all = Array.from({ length: span.length }, (_, at) => span.origin + at)
  const people = index.staffAt(place).filter((one) => all.some((halfDay) => isEmployed(one, halfDay >> 1)))
  const covers = Map.groupBy(index.bookingsInto(place), ({ specialist }) => specialist)
  const booked = (bookings: readonly Booking[]): HalfDayNumber[] =>
    bookings.flatMap(({ halfDays }) => halfDays.map(numberOf)).filter((halfDay) => isWithin(span, halfDay))
  return {
    name: index.area(place.area).name,
    people: people.map((one) => rowOf(state, one, all)),
    covers: [...covers]
      .map(([id, bookings]) => rowOf(state, index.specialist(id), booked(bookings)))
      .filter(({ halfDays }) => halfDays.size > 0),
    gaps: gaps.filter(({ area }) => area === place.area).map((gap) => gapOf(state, gap)),
  }
}

/** What somebody is at some half-days; on those on which they are not there, nothing. */
function rowOf(state: CoverState, specialist: Specialist, halfDays: readonly HalfDayNumber[]): CoverPlanRow {
  const { authority, homeArea } = specialist
  const { there } = state.available.of(specialist.id)
  return {
    name: specialist.displayName,
    home: placeOf(state.index, { authority, area: homeArea }),
    halfDays: new Map(
      halfDays
        .filter((halfDay) => holds(there, state.span, halfDay))
        .map((halfDay) => [halfDayOf(halfDay), stateOf(state, specialist, halfDay)]),
    ),
  }
}

/** What somebody who is there is to do: their own work, or cover that is confirmed or asked for. */
function stateOf({ index, span, available }: CoverState, { id }: Specialist, number: HalfDayNumber): CoverPlanState {
  const booking = index.bookingsOf(id).find(({ halfDays }) => halfDays.includes(halfDayOf(number)))
  if (booking === undefined) return { kind: 'there' }
  return {
    kind: holds(available.of(id).lent, span, number) ? 'covers' : 'asked',
    place: placeOf(index, booking),
  }
}

const placeOf = (index: RegionIndex, { authority, area }: Place): CoverPlanPlace => ({
  authority: index.authority(authority).name,
  area: index.area(area).name,
})

function gapOf(state: CoverState, gap: Gap): CoverPlanGap {
  const { label, needs, area } = state.index.requirement(gap.requirement)
  const wanted = needs[gap.need]?.anyOf ?? []
  return {
    task: label,
    roles: wanted.flatMap((id) => state.index.area(area).roles.find((role) => role.id === id)?.name ?? []),
    halfDays: gap.halfDays,
    severity: gap.severity,
    state: gapStateOf(state, gap),
  }
}

/** The authorities from which somebody comes in the days of the plan, and those to which somebody goes. */
function partnersOf({ index, span }: CoverState, authority: string): string[] {
  const booked = index.liveBookings.filter(({ halfDays }) =>
    halfDays.some((halfDay) => isWithin(span, numberOf(halfDay))),
  )
  const pairs = booked.map((booking) => [index.specialist(booking.specialist).authority, booking.authority])
  return [...new Set(pairs.filter((pair) => pair.includes(authority)).flat())].filter((other) => other !== authority)
}
