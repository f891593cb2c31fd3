import { halfDayOf, numberOf } from '@vertretbar/domain/half-day'
import type { Assignment } from '@vertretbar/domain/plan'
import { placeKey } from '@vertretbar/domain/region-index'
import type { Option } from './options.ts'

/** Options as a plan tells them: per person, place and agreement, in canonical order. */
export function assignmentsOf(chosen: readonly Option[]): Assignment[] {
  const groups = Map.groupBy(
    chosen,
    ({ specialist, place, agreement = '' }) => `${specialist.id} ${placeKey(place)} ${agreement}`,
  )
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group
      if (first === undefined) return []
      const { specialist, place, agreement } = first
      const halfDays = group
        .map(({ halfDay }) => halfDay)
        .toSorted((a, b) => a - b)
        .map(halfDayOf)
      return [{ specialist: specialist.id, ...place, ...(agreement === undefined ? {} : { agreement }), halfDays }]
    })
    .toSorted(byPersonAndPlace)
}

/** The order in which a plan tells its assignments: by person, place and agreement. */
export const byPersonAndPlace = (one: Assignment, other: Assignment): number =>
  orderKey(one) < orderKey(other) ? -1 : 1

const orderKey = ({ specialist, agreement = '', ...place }: Assignment): string =>
  `${specialist} ${placeKey(place)} ${agreement}`

/** Whether an option is part of some assignments. */
export function isIn(assignments: readonly Assignment[]): (option: Option) => boolean {
  const keys = new Set(
    assignments.flatMap(({ specialist, agreement, halfDays, ...place }) =>
      halfDays.map((halfDay) => keyOf(specialist, place, numberOf(halfDay), agreement)),
    ),
  )
  return ({ specialist, place, halfDay, agreement }) => keys.has(keyOf(specialist.id, place, halfDay, agreement))
}

const keyOf = (specialist: string, place: Option['place'], halfDay: number, agreement: string = ''): string =>
  `${specialist} ${placeKey(place)} ${halfDay} ${agreement}`
