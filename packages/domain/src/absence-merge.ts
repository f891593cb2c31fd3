import { absenceRange } from './availability.ts'
import type { Absence } from './specialist.ts'

/** An absence as it comes to lie among the others of its person, and those that became part of it. */
export interface Merged {
  readonly absence: Absence
  readonly merged: readonly Absence[]
}

/**
 * Absences of one person that overlap, or between which no half-day lies, are one: the earliest, up to the latest end.
 * An end that is open holds, with its review date; of two, the later.
 */
export function mergeAbsence(absence: Absence, others: readonly Absence[]): Merged {
  const touching = others.find((other) => touch(absence, other))
  if (touching === undefined) return { absence, merged: [] }
  const left = others.filter((other) => other !== touching)
  const { absence: whole, merged } = mergeAbsence(joined(absence, touching), left)
  return { absence: whole, merged: [...merged, touching] }
}

function touch(one: Absence, other: Absence): boolean {
  const [first, last] = absenceRange(one)
  const [from, to] = absenceRange(other)
  return first <= to + 1 && from <= last + 1
}

function joined(one: Absence, other: Absence): Absence {
  const [earlier, later] = one.from <= other.from ? [one, other] : [other, one]
  const { id, specialist, from } = earlier
  const open = [one, other].flatMap(({ to, reviewOn }) =>
    to === undefined && reviewOn !== undefined ? [reviewOn] : [],
  )
  if (open.length > 0) return { id, specialist, from, reviewOn: open.toSorted().at(-1) }
  const ends = [earlier.to, later.to].flatMap((to) => to ?? [])
  return { id, specialist, from, to: ends.toSorted().at(-1) }
}
