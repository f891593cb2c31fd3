import type { Agreement } from './agreement.ts'
import type { Authority } from './authority.ts'
import { type Booking, isLive } from './booking.ts'
import { type WorkCalendar, workCalendar } from './calendar.ts'
import { type Day, dateOf } from './half-day.ts'
import type { AppliedDay, Days } from './occurrence.ts'
import { appliedDays } from './occurrence.ts'
import { covers } from './period.ts'
import type { Region } from './region.ts'
import type { CoverRefusal, Need, Requirement } from './requirement.ts'
import type { Product, ServiceArea } from './service-area.ts'
import type { Absence, Specialist } from './specialist.ts'

/** One need of a requirement, by the requirement and its position there. */
export interface NeedRef {
  readonly requirement: Requirement
  readonly position: number
  readonly need: Need
}

/** An area of an authority: where somebody has a post, or covers. */
export interface Place {
  readonly authority: string
  readonly area: string
}

/** One text for one place, to look things up by. */
export const placeKey = ({ authority, area }: Place): string => `${authority} ${area}`

/** A region that holds together, with every look-up that its rules need. Unknown ids are a fault of the caller. */
export class RegionIndex {
  readonly region: Region
  readonly needs: readonly NeedRef[]
  readonly liveBookings: readonly Booking[]
  readonly #authorities: ReadonlyMap<string, Authority>
  readonly #areas: ReadonlyMap<string, ServiceArea>
  readonly #products: ReadonlyMap<string, Product>
  readonly #specialists: ReadonlyMap<string, Specialist>
  readonly #requirements: ReadonlyMap<string, Requirement>
  readonly #staff: ReadonlyMap<string, readonly Specialist[]>
  readonly #needsAt: ReadonlyMap<string, readonly NeedRef[]>
  readonly #absences: ReadonlyMap<string, readonly Absence[]>
  readonly #bookingsOf: ReadonlyMap<string, readonly Booking[]>
  readonly #bookingsInto: ReadonlyMap<string, readonly Booking[]>
  readonly #agreementsBetween: ReadonlyMap<string, readonly Agreement[]>
  readonly #conflicts: ReadonlyMap<string, ReadonlyMap<string, number>>
  #broken: ReadonlyMap<string, readonly Booking[]> | undefined
  readonly #calendars = new Map<string, WorkCalendar>()

  constructor(region: Region) {
    this.region = region
    this.#authorities = byId(region.authorities)
    this.#areas = byId(region.serviceAreas)
    this.#products = byId(region.products)
    this.#specialists = byId(region.specialists)
    this.#requirements = byId(region.requirements)
    this.#staff = Map.groupBy(region.specialists, ({ authority, homeArea }) => placeKey({ authority, area: homeArea }))
    this.needs = region.requirements.flatMap((requirement) =>
      requirement.needs.map((need, position) => ({ requirement, position, need })),
    )
    this.#needsAt = Map.groupBy(this.needs, ({ requirement }) => placeKey(requirement))
    this.#absences = Map.groupBy(region.absences, ({ specialist }) => specialist)
    this.liveBookings = region.bookings.filter(isLive)
    this.#bookingsOf = Map.groupBy(this.liveBookings, ({ specialist }) => specialist)
    this.#bookingsInto = Map.groupBy(this.liveBookings, placeKey)
    this.#agreementsBetween = agreementsByRoute(region.agreements)
    this.#conflicts = conflictsByArea(region.region.conflicts)
  }

  authority(id: string): Authority {
    return found(this.#authorities.get(id), id)
  }
  area(id: string): ServiceArea {
    return found(this.#areas.get(id), id)
  }
  product(id: string): Product {
    return found(this.#products.get(id), id)
  }
  specialist(id: string): Specialist {
    return found(this.#specialists.get(id), id)
  }
  /** The same where it may be that there is none. */
  specialistIfAny(id: string): Specialist | undefined {
    return this.#specialists.get(id)
  }
  requirement(id: string): Requirement {
    return found(this.#requirements.get(id), id)
  }
  /** The people whose post is at this place. */
  staffAt(place: Place): readonly Specialist[] {
    return this.#staff.get(placeKey(place)) ?? []
  }
  needsAt(place: Place): readonly NeedRef[] {
    return this.#needsAt.get(placeKey(place)) ?? []
  }
  absencesOf(specialist: string): readonly Absence[] {
    return this.#absences.get(specialist) ?? []
  }
  /** The live bookings of a person. */
  bookingsOf(specialist: string): readonly Booking[] {
    return this.#bookingsOf.get(specialist) ?? []
  }
  /** The live bookings into a place. */
  bookingsInto(place: Place): readonly Booking[] {
    return this.#bookingsInto.get(placeKey(place)) ?? []
  }
  /** The bookings into a place that lost half-days they had been confirmed for, because they broke; also ended ones. */
  brokenInto(place: Place): readonly Booking[] {
    this.#broken ??= Map.groupBy(this.region.bookings.filter(hasBroken), placeKey)
    return this.#broken.get(placeKey(place)) ?? []
  }
  /** The agreements under which `giver` may serve `place` on a day. */
  agreements(giver: string, { authority, area }: Place, day: Day): readonly Agreement[] {
    const route = this.#agreementsBetween.get(`${giver} ${authority} ${area}`)
    if (route === undefined) return []
    const date = dateOf(day)
    return route.filter((agreement) => covers(agreement, date))
  }
  /** The areas that conflict with an area, each with its look-back in days. */
  conflictsOf(area: string): ReadonlyMap<string, number> {
    return this.#conflicts.get(area) ?? new Map()
  }
  calendar(authority: string): WorkCalendar {
    const known = this.#calendars.get(authority)
    if (known) return known
    const calendar = workCalendar(this.authority(authority))
    this.#calendars.set(authority, calendar)
    return calendar
  }
  /** The products that an office runs in an area on a day; mostly one, none if nothing is deployed. */
  deployed({ authority, area }: Place, day: Day): readonly string[] {
    const date = dateOf(day)
    return this.authority(authority)
      .deployments.filter((deployment) => deployment.area === area && covers(deployment, date))
      .map(({ product }) => product)
  }
  /** The days within `days` on which a requirement applies. */
  applied(requirement: Requirement, days: Days): readonly AppliedDay[] {
    const { state } = this.authority(requirement.authority)
    const collectionSeats = this.region.region.collectionOffices.map((office) => office.state)
    return appliedDays(requirement, { state, collectionSeats, calendar: this.calendar(requirement.authority) }, days)
  }
  refusals(): readonly CoverRefusal[] {
    return this.region.refusals
  }
}

const hasBroken = ({ released = [] }: Booking): boolean => released.some(({ reason }) => reason === 'broken')

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item.id, item]))

function found<Item>(item: Item | undefined, id: string): Item {
  if (item === undefined) throw new Error(`unknown id ${id}`)
  return item
}

/** An authority that is giver and receiver does not serve itself: cover in-house is under no agreement. */
function agreementsByRoute(agreements: readonly Agreement[]): Map<string, Agreement[]> {
  const routes = new Map<string, Agreement[]>()
  for (const agreement of agreements)
    for (const giver of new Set(agreement.givers))
      for (const receiver of new Set(agreement.receivers))
        for (const area of giver === receiver ? [] : new Set(agreement.areas)) {
          const key = `${giver} ${receiver} ${area}`
          const route = routes.get(key)
          if (route) route.push(agreement)
          else routes.set(key, [agreement])
        }
  return routes
}

function conflictsByArea(conflicts: Region['region']['conflicts']): Map<string, Map<string, number>> {
  const result = new Map<string, Map<string, number>>()
  const add = (area: string, other: string, lookBackDays: number): void => {
    const known = result.get(area) ?? new Map<string, number>()
    known.set(other, Math.max(known.get(other) ?? 0, lookBackDays))
    result.set(area, known)
  }
  for (const {
    areas: [one, other],
    lookBackDays,
  } of conflicts) {
    add(one, other, lookBackDays)
    add(other, one, lookBackDays)
  }
  return result
}
