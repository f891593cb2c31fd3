import { bothSides, personOf } from '@vertretbar/domain/access-subject'
import { availability, isAbsent, isEmployed, patternHalves } from '@vertretbar/domain/availability'
import { Booking } from '@vertretbar/domain/booking'
import { deadlineDays } from '@vertretbar/domain/deadline'
import {
  type Day,
  dateOf,
  HalfDay,
  type HalfDayNumber,
  halfDayOf,
  LocalDate,
  weekdayOf,
} from '@vertretbar/domain/half-day'
import { holds, spanOf } from '@vertretbar/domain/half-day-set'
import { AuthorityId, SpecialistId } from '@vertretbar/domain/identifier'
import type { Days } from '@vertretbar/domain/occurrence'
import type { RegionIndex } from '@vertretbar/domain/region-index'
import { DeadlineKind } from '@vertretbar/domain/requirement'
import type { Specialist } from '@vertretbar/domain/specialist'
import * as z from 'zod'
import { mostDays } from './plan-job.ts'
import type { Viewer } from './viewer.ts'

/** What a half-day of a person is, as one letter. */
export const presenceLetters = {
  there: 'p',
  away: 'a',
  offPattern: 'o',
  notEmployed: 'n',
  closed: 'c',
  lent: 'l',
  requested: 'r',
} as const

/** The half-days of whom one may see, who of those covers where, and which days are special. */
export const AvailabilityView = z
  .strictObject({
    version: z.int().min(1),
    from: LocalDate,
    to: LocalDate,
    people: z
      .array(
        z
          .strictObject({
            specialist: SpecialistId,
            halfDays: z
              .string()
              .max(2 * mostDays)
              .regex(/^[paonclr]*$/)
              .describe(
                'Two letters a day, morning and afternoon: p there, a away, o off pattern, n not employed, c closed, l lent, r requested elsewhere',
              ),
          })
          .readonly(),
      )
      .readonly(),
    covers: z.array(Booking).readonly(),
    closed: z
      .array(
        z
          .strictObject({ authority: AuthorityId, halfDays: z.array(HalfDay).readonly() })
          .readonly()
          .describe('Half-days from Monday to Friday on which the authority does not work'),
      )
      .readonly(),
    deadlines: z
      .array(
        z
          .strictObject({ deadline: DeadlineKind, on: LocalDate, authorities: z.array(AuthorityId).readonly() })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'AvailabilityView' })
export type AvailabilityView = z.infer<typeof AvailabilityView>

/** Who is there when, as far as somebody may see it; lists are sorted by id, deadlines by day. */
export function availabilityView({ snapshot: { version, index }, access }: Viewer, days: Days): AvailabilityView {
  const people = index.region.specialists.filter((one) => access.may('see-presence', personOf(one)))
  const letters = lettersOf(index, days)
  const [from, to] = [dateOf(days.first), dateOf(days.last)]
  return {
    version,
    from,
    to,
    people: people.map((specialist) => ({ specialist: specialist.id, halfDays: letters(specialist) })),
    covers: index.liveBookings
      .filter((booking) => access.may('see-booking', bothSides(index, booking)))
      .filter(({ halfDays }) => halfDays.some((halfDay) => from <= halfDay.slice(0, 10) && halfDay.slice(0, 10) <= to)),
    closed: index.region.authorities.map(({ id }) => ({ authority: id, halfDays: closedHalfDays(index, id, days) })),
    deadlines: deadlinesOf(index, days),
  }
}

function lettersOf(index: RegionIndex, { first, last }: Days): (specialist: Specialist) => string {
  const span = spanOf({ first, last })
  const available = availability(index, span)
  const letterOf = (specialist: Specialist, halfDay: HalfDayNumber): string => {
    const { there, lent, claimed } = available.of(specialist.id)
    if (!holds(there, span, halfDay)) return presenceLetters[whyNotThere(index, specialist, halfDay)]
    if (holds(lent, span, halfDay)) return presenceLetters.lent
    return holds(claimed, span, halfDay) ? presenceLetters.requested : presenceLetters.there
  }
  return (specialist) => Array.from({ length: span.length }, (_, at) => letterOf(specialist, span.origin + at)).join('')
}

function whyNotThere(
  index: RegionIndex,
  specialist: Specialist,
  halfDay: HalfDayNumber,
): Exclude<keyof typeof presenceLetters, 'there' | 'lent' | 'requested'> {
  const day = halfDay >> 1
  if (!isEmployed(specialist, day)) return 'notEmployed'
  if (!worksAt(index.calendar(specialist.authority).halvesOf(day), halfDay)) return 'closed'
  if (!worksAt(patternHalves(specialist, day), halfDay)) return 'offPattern'
  if (!isAbsent(index, specialist.id, halfDay)) throw new Error(`nothing keeps ${specialist.id} away at ${halfDay}`)
  return 'away'
}

const worksAt = (halves: number, halfDay: HalfDayNumber): boolean => ((halves >> (halfDay & 1)) & 1) === 1

function closedHalfDays(index: RegionIndex, authority: string, { first, last }: Days): HalfDay[] {
  const calendar = index.calendar(authority)
  const found: HalfDay[] = []
  for (let halfDay = 2 * first; halfDay <= 2 * last + 1; halfDay += 1)
    if (isWeekday(halfDay >> 1) && !worksAt(calendar.halvesOf(halfDay >> 1), halfDay)) found.push(halfDayOf(halfDay))
  return found
}

const isWeekday = (day: Day): boolean => weekdayOf(day) < 5

/** Deadlines that several authorities share are told once. */
function deadlinesOf(index: RegionIndex, days: Days): AvailabilityView['deadlines'] {
  const { authorities, region } = index.region
  const collectionSeats = region.collectionOffices.map(({ state }) => state)
  const all = authorities.flatMap(({ id, state }) =>
    DeadlineKind.options.flatMap((deadline) =>
      deadlineDays(deadline, { state, collectionSeats }, days).map((day) => ({ deadline, day, authority: id })),
    ),
  )
  return [...Map.groupBy(all, ({ deadline, day }) => `${String(day).padStart(6, '0')} ${deadline}`)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group
      if (first === undefined) return []
      return [{ deadline: first.deadline, on: dateOf(first.day), authorities: group.map(({ authority }) => authority) }]
    })
}
