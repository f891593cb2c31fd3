import { isBinding } from '@vertretbar/domain/booking'
import { type CoverState, homeSurpluses } from '@vertretbar/domain/cover'
import { type HalfDayNumber, halfDayOf } from '@vertretbar/domain/half-day'
import { holds } from '@vertretbar/domain/half-day-set'
import type { Measure } from '@vertretbar/domain/measure'
import type { NeedRef } from '@vertretbar/domain/region-index'
import { competencesIn, effectiveRoles, hasPostAt, isCompetent, rolesKnowingSoftware } from '@vertretbar/domain/role'
import type { Specialist } from '@vertretbar/domain/specialist'

/** Somebody, and a need at a half-day. */
export interface Subject {
  readonly state: CoverState
  readonly person: Specialist
  readonly ref: NeedRef
  readonly halfDay: HalfDayNumber
}

/**
 * What a mere request does: where somebody is short it is expected to be confirmed, and nobody leaves their post for it;
 * where somebody is to be lent it takes people away and brings none (spec § 6, `home-short`).
 */
type Requests = 'expected' | 'gone'

/** What would have a competent person count for an open need, at their post or where they are booked or requested. */
export const measuresToCount = (subject: Subject): Measure[] => countingMeasures(subject, 'expected')

/**
 * What would have one more count at a candidate's home, so that the candidate is not missed there. Where a need has
 * nobody to spare, only that bars; else a plan may want more people than some need can spare.
 */
export function homeMeasures({ state, person, halfDay }: Omit<Subject, 'ref'>): Measure[] {
  const homes = homeSurpluses(state, person.id, halfDay)
  const bars = homes.filter(({ surplus }) => surplus === 0)
  return (bars.length > 0 ? bars : homes).flatMap(({ need: { ref } }) =>
    colleaguesAt(state, ref, halfDay).flatMap((colleague) =>
      countingMeasures({ state, person: colleague, ref, halfDay }, 'gone'),
    ),
  )
}

/** The people whose post is where a need is, and those with a booking there at the half-day, if they have the role. */
function colleaguesAt({ index }: CoverState, { requirement, need }: NeedRef, halfDay: HalfDayNumber): Specialist[] {
  const booked = index
    .bookingsInto(requirement)
    .filter(({ halfDays }) => halfDays.includes(halfDayOf(halfDay)))
    .map(({ specialist }) => index.specialist(specialist))
  return [...index.staffAt(requirement), ...booked].filter((one) => isCompetent(one, requirement.area, need.anyOf))
}

function countingMeasures(subject: Subject, requests: Requests): Measure[] {
  const { state, person, ref, halfDay } = subject
  if (!holds(state.available.of(person.id).there, state.span, halfDay)) return []
  return hasPostAt(person, ref.requirement) ? holderMeasures(subject, requests) : bookedMeasures(subject, requests)
}

/** Whoever has the post counts as soon as they know the software. */
function holderMeasures(subject: Subject, requests: Requests): Measure[] {
  const { state, person, halfDay } = subject
  const { lent, claimed } = state.available.of(person.id)
  const isAway = holds(requests === 'gone' ? claimed : lent, state.span, halfDay)
  return isAway || knowsSoftware(subject) ? [] : productsToLearn(subject)
}

/** Whoever is booked into the place counts as soon as nothing is missing for their role. */
function bookedMeasures(subject: Subject, requests: Requests): Measure[] {
  const { state, person, ref, halfDay } = subject
  const isBooked = state.index
    .bookingsInto(ref.requirement)
    .filter((booking) => requests === 'expected' || isBinding(booking))
    .some(({ specialist, halfDays }) => specialist === person.id && halfDays.includes(halfDayOf(halfDay)))
  const isEffective = effectiveRoles(state.index, person, ref.requirement, halfDay >> 1).some(fits(ref))
  if (!isBooked || isEffective) return []
  const { authority, area } = ref.requirement
  const products = productsToLearn(subject)
  return knowsSoftware(subject)
    ? [{ kind: 'authorisation', specialist: person.id, authority, area }, ...products]
    : products
}

const knowsSoftware = ({ state, person, ref, halfDay }: Subject): boolean =>
  rolesKnowingSoftware(state.index, person, ref.requirement, halfDay >> 1).some(fits(ref))

const fits =
  ({ need }: NeedRef) =>
  (role: string): boolean =>
    need.anyOf.includes(role)

/** The products that run where a need is and that the person does not know in every role they have in the area. */
export const productsToLearn = ({ state, person, ref, halfDay }: Subject): Measure[] => {
  const { area } = ref.requirement
  return state.index
    .deployed(ref.requirement, halfDay >> 1)
    .filter((product) => competencesIn(person, area).some(({ products }) => !products.includes(product)))
    .map((product) => ({ kind: 'product', specialist: person.id, area, product }))
}
