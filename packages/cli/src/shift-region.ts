import { dateOf, dayOf, type HalfDay, type LocalDate } from '@vertretbar/domain/half-day'
import type { Period } from '@vertretbar/domain/period'
import type { Region } from '@vertretbar/domain/region'
import type { Requirement } from '@vertretbar/domain/requirement'
import type { Absence, Specialist } from '@vertretbar/domain/specialist'

/**
 * The same region so many weeks later: every date and half-day moves alike, so weekdays, rotating patterns and all
 * distances stay. Public holidays do not move, for they belong to the calendar.
 */
export function shiftRegion(region: Region, weeks: number): Region {
  const move = mover(weeks)
  return {
    ...region,
    ...(region.asOf === undefined ? {} : { asOf: move.date(region.asOf) }),
    authorities: region.authorities.map((authority) => ({
      ...authority,
      keys: authority.keys.map(move.period),
      closures: authority.closures.map((closure) => ({ ...closure, date: move.date(closure.date) })),
      deployments: authority.deployments.map(move.period),
    })),
    agreements: region.agreements.map(move.period),
    specialists: region.specialists.map((specialist) => shiftSpecialist(specialist, move)),
    requirements: region.requirements.map((requirement) => shiftRequirement(requirement, move)),
    absences: region.absences.map((absence) => shiftAbsence(absence, move)),
    bookings: region.bookings.map((booking) => ({ ...booking, halfDays: booking.halfDays.map(move.halfDay) })),
    refusals: region.refusals.map((refusal) => ({ ...refusal, halfDay: move.halfDay(refusal.halfDay) })),
  }
}

interface Mover {
  readonly date: (date: LocalDate) => LocalDate
  readonly halfDay: (halfDay: HalfDay) => HalfDay
  readonly period: <Dated extends Period>(period: Dated) => Dated
}

function mover(weeks: number): Mover {
  const date = (original: LocalDate): LocalDate => {
    const moved = dateOf(dayOf(original) + 7 * weeks)
    // Years have four digits: a date such as 9999-12-31 means "never" and stays.
    return /^\d{4}-/.test(moved) ? moved : original
  }
  return {
    date,
    halfDay: (halfDay) => `${date(halfDay.slice(0, 10))}${halfDay.slice(10)}`,
    period: (period) => ({
      ...period,
      ...(period.validFrom === undefined ? {} : { validFrom: date(period.validFrom) }),
      ...(period.validTo === undefined ? {} : { validTo: date(period.validTo) }),
    }),
  }
}

const shiftSpecialist = (specialist: Specialist, move: Mover): Specialist => ({
  ...specialist,
  employment: move.period(specialist.employment),
  weeklyMinutes: specialist.weeklyMinutes.map(move.period),
  workPattern: specialist.workPattern.map(move.period),
  authorisations: specialist.authorisations.map(move.period),
  access: specialist.access.map(move.period),
  exclusions: specialist.exclusions.map(move.period),
})

function shiftRequirement(requirement: Requirement, move: Mover): Requirement {
  const { when } = requirement
  switch (when.kind) {
    case 'weekly':
      return { ...requirement, when: move.period(when) }
    case 'dates':
      return { ...requirement, when: { ...when, halfDays: when.halfDays.map(move.halfDay) } }
    case 'deadline':
      return requirement
  }
}

const shiftAbsence = (absence: Absence, move: Mover): Absence => ({
  ...absence,
  from: move.halfDay(absence.from),
  ...(absence.to === undefined ? {} : { to: move.halfDay(absence.to) }),
  ...(absence.reviewOn === undefined ? {} : { reviewOn: move.date(absence.reviewOn) }),
})
