import type { HalfDay, LocalDate } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { dateOf } from './dates.ts'
import { type Assignment, liveBookings, type Place, samePlace } from './region.ts'

/** One person at one place at one half-day. */
export interface Cover extends Place {
  readonly specialist: string
  readonly agreement: string | undefined
  readonly halfDay: HalfDay
  readonly date: LocalDate
}

/** The half-days of assignments, or of bookings, one by one. */
export const coversOf = (assignments: readonly Assignment[]): Cover[] =>
  assignments.flatMap(({ specialist, authority, area, agreement, halfDays }) =>
    halfDays.map((halfDay) => ({ specialist, authority, area, agreement, halfDay, date: dateOf(halfDay) })),
  )

/** The half-days of all live bookings, one by one. */
export const liveCovers = (region: Region): Cover[] => coversOf(liveBookings(region))

/** The plan without one half-day of one person at one place. */
export const without = (
  covers: readonly Cover[],
  { specialist, halfDay, ...place }: Place & Pick<Cover, 'specialist' | 'halfDay'>,
): Cover[] =>
  covers.filter((cover) => !(cover.specialist === specialist && cover.halfDay === halfDay && samePlace(cover, place)))

/** Assignments as the command line prints them: one per person, place and agreement, half-days in time order. */
export function assignmentsOf(covers: readonly Cover[]): Assignment[] {
  const keyOf = ({ specialist, authority, area, agreement }: Cover) =>
    JSON.stringify([specialist, authority, area, agreement])
  return [...Map.groupBy(covers, keyOf).values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { specialist, authority, area, agreement } = first
    const halfDays = group.map(({ halfDay }) => halfDay).toSorted()
    return [{ specialist, authority, area, ...(agreement === undefined ? {} : { agreement }), halfDays }]
  })
}
