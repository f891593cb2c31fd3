import type { Region } from './region.ts'
import type { Specialist } from './specialist.ts'

/**
 * The people of a region by authority and then by all that is known of them, ids and names aside. Whatever is put in this
 * order, numbered by it or decided by it tells nobody who of two equals is who (spec § 12).
 */
export function inContentOrder({ specialists, absences, bookings, refusals }: Region): Specialist[] {
  const absencesOf = Map.groupBy(absences, ({ specialist }) => specialist)
  const bookingsOf = Map.groupBy(bookings, ({ specialist }) => specialist)
  const refusalsOf = Map.groupBy(refusals, ({ specialist }) => specialist)
  const contentOf = (person: Specialist): string => {
    const { id, displayName: _, ...known } = person
    return JSON.stringify([
      known.authority,
      known,
      texts((absencesOf.get(id) ?? []).map(({ from, to, reviewOn }) => [from, to, reviewOn])),
      texts(
        (bookingsOf.get(id) ?? []).map((one) => [one.authority, one.area, one.agreement, one.halfDays, one.status]),
      ),
      texts((refusalsOf.get(id) ?? []).map(({ requirement, need, halfDay }) => [requirement, need, halfDay])),
    ])
  }
  return specialists
    .map((person) => ({ person, content: contentOf(person) }))
    .toSorted((a, b) => (a.content < b.content ? -1 : a.content > b.content ? 1 : 0))
    .map(({ person }) => person)
}

const texts = (facts: readonly (readonly unknown[])[]): string[] => facts.map((fact) => JSON.stringify(fact)).toSorted()
