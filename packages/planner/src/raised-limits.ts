import { type CoverState, monthKey } from '@vertretbar/domain/cover'
import { weekOf } from '@vertretbar/domain/half-day'
import type { Measure } from '@vertretbar/domain/measure'
import type { Lack } from './measures.ts'
import type { Option } from './options.ts'

/** A week has no more. */
const mostInWeek = 14

/** A limit raised so far that it cannot bind; undefined where it cannot bind as it is. Other measures are what they are. */
export function raised(lacks: readonly Lack[]): Measure | undefined {
  const [first] = lacks
  if (first === undefined) return undefined
  const { measure, state } = first
  switch (measure.kind) {
    case 'weekly-limit': {
      const wanted = mostOf(lacks, weekOfLack, (week) => coverInWeek(state, measure.specialist, week))
      const halfDays = Math.min(mostInWeek, wanted)
      return halfDays > measure.halfDays ? { ...measure, halfDays } : undefined
    }
    case 'agreement-limit': {
      const monthOfLack = ({ person, open }: Lack): string =>
        monthKey(measure.agreement, person.authority, open.halfDay)
      const halfDays = mostOf(lacks, monthOfLack, (month) => state.coverInMonth(month).length)
      return halfDays > measure.halfDays ? { ...measure, halfDays } : undefined
    }
    default:
      return measure
  }
}

const weekOfLack = ({ open }: Lack): number => weekOf(open.halfDay >> 1)

const coverInWeek = (state: CoverState, specialist: string, week: number): number =>
  state.coverOf(specialist).filter(({ halfDay }) => weekOf(halfDay >> 1) === week).length

/** The most cover that any one week or month may come to: what is booked, and all that may be added. */
const mostOf = <Key>(lacks: readonly Lack[], keyOf: (lack: Lack) => Key, booked: (key: Key) => number): number =>
  Math.max(
    ...[...Map.groupBy(lacks, keyOf)].map(
      ([key, group]) => booked(key) + new Set(group.map(({ person, open }) => `${person.id} ${open.halfDay}`)).size,
    ),
  )

/** A limit no further raised than some cover needs, which is as good under it; other measures are what they are. */
export function asNeeded(measure: Measure, state: CoverState, chosen: readonly Option[]): Measure {
  switch (measure.kind) {
    case 'weekly-limit': {
      const theirs = chosen.filter(({ specialist }) => specialist.id === measure.specialist)
      const weeks = Map.groupBy(theirs, ({ halfDay }) => weekOf(halfDay >> 1))
      const used = [...weeks].map(([week, group]) => coverInWeek(state, measure.specialist, week) + group.length)
      return { ...measure, halfDays: Math.max(1, ...used) }
    }
    case 'agreement-limit': {
      const under = chosen.filter(({ agreement }) => agreement === measure.agreement)
      const months = Map.groupBy(under, ({ specialist, halfDay }) =>
        monthKey(measure.agreement, specialist.authority, halfDay),
      )
      const used = [...months].map(([month, group]) => state.coverInMonth(month).length + group.length)
      return { ...measure, halfDays: Math.max(1, ...used) }
    }
    default:
      return measure
  }
}
