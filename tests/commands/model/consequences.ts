import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { validAgreements } from '../../oracle/agreements.ts'
import { dateOf } from '../../oracle/dates.ts'
import { canServe, isAbsent, isEmployed, isThere } from '../../oracle/people.ts'
import { areaOf, samePlace, specialistOf } from '../../oracle/region.ts'
import { isInHouse, lessened } from './bookings.ts'
import { feedsLeft } from './feeds.ts'
import { horizonOver, refusedGap } from './gaps.ts'
import { type Booking, sortedRegion } from './sorted-region.ts'
import type { Moment } from './state.ts'

/** What follows from any change by itself: cover that no longer stands breaks, refusals go with their gaps, calendars with whose and what they are. */
export function withConsequences(before: Region, after: Region, moment: Moment): Region {
  const bookings = after.bookings.map((booking) =>
    lessened(booking, brokenHalfDays({ before, after }, booking, moment), { reason: 'broken', moment }),
  )
  const broken = { ...after, bookings }
  const horizon = horizonOver(broken, moment.today)
  const refusals = broken.refusals.filter((refusal) =>
    refusedGap(broken, horizon, refusal)?.halfDays.some(({ halfDay }) => dateOf(halfDay) >= moment.today),
  )
  return sortedRegion({ ...broken, refusals, feeds: feedsLeft(broken) })
}

interface Step {
  readonly before: Region
  readonly after: Region
}

/** Those from today on that stood before and do not stand after; what a step itself asks for or ends is not broken. */
function brokenHalfDays(step: Step, booking: Booking, { today }: Moment): HalfDay[] {
  const isNew = !step.before.bookings.some(({ id }) => id === booking.id)
  if (isNew || booking.status === 'ended') return []
  return booking.halfDays
    .filter((halfDay) => dateOf(halfDay) >= today)
    .filter((halfDay) => losses.some((isLost) => isLost(step, booking, halfDay)))
    .toSorted()
}

type Loss = (step: Step, booking: Booking, halfDay: HalfDay) => boolean

/** What makes a half-day of cover break, each as a thing that was there before the change and is not after it. */
const losses: readonly Loss[] = [
  ({ before, after }, { specialist: id }, halfDay) =>
    isThere(before, specialistOf(before, id), halfDay) &&
    (isAbsent(after, specialistOf(after, id), halfDay) || !isEmployed(specialistOf(after, id), dateOf(halfDay))),
  ({ before, after }, booking, halfDay) => isAgreed(before, booking, halfDay) && !isAgreed(after, booking, halfDay),
  ({ before, after }, booking, halfDay) =>
    rolesAskedFor(after, booking).some(
      (anyOf) =>
        canServe(before, inPlace(before, booking, anyOf), dateOf(halfDay)) &&
        !canServe(after, inPlace(after, booking, anyOf), dateOf(halfDay)),
    ),
]

const isAgreed = (region: Region, booking: Booking, halfDay: HalfDay): boolean =>
  isInHouse(region, booking) ||
  validAgreements(region, specialistOf(region, booking.specialist), booking, dateOf(halfDay)).some(
    ({ id }) => id === booking.agreement,
  )

/** Those of each need of the place, and those of the area, where nothing is needed at the time. */
const rolesAskedFor = (region: Region, place: Booking): (readonly string[])[] => [
  areaOf(region, place.area).roles.map(({ id }) => id),
  ...region.requirements
    .filter((requirement) => samePlace(requirement, place))
    .flatMap(({ needs }) => needs.map(({ anyOf }) => anyOf)),
]

const inPlace = (region: Region, booking: Booking, anyOf: readonly string[]) => ({
  specialist: specialistOf(region, booking.specialist),
  place: booking,
  anyOf,
})
