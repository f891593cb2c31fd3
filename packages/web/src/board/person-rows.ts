import { type Cell, plainCell, type Shape } from './cell.ts'
import type { Place } from './names.ts'
import { isWithin } from './period.ts'
import type { Row, RowSource } from './rows.ts'

/** A row per person of an authority, then one per person who covers there from elsewhere. */
export function personRows(source: RowSource, authority: string): Row[] {
  const { data, names, address } = source
  const facts = personFacts(source)
  const closed = new Set(data.availability.closed.find((one) => one.authority === authority)?.halfDays)
  const isKnown = ({ day, half }: RowSource['columns'][number]): boolean => half === 'day' || isWithin(data.days, day)
  const own = data.region.specialists
    .filter((one) => one.authority === authority && (!address.area || one.homeArea === address.area))
    // Of whom one knows the name but not when they are there, there is nothing to draw.
    .filter(({ id }) => facts.isTold(id))
    .toSorted((a, b) => areaRank(source, a.homeArea) - areaRank(source, b.homeArea))
    .map(({ id, displayName, homeArea }): Row => {
      const away = facts.away.get(id)
      const cells = source.columns.map((column) =>
        isKnown(column) ? ownCell(facts.letter(id, column), away?.get(column.key)) : plainCell('loading'),
      )
      const detail = names.area(homeArea)
      return { key: `person ${id}`, kind: 'person', label: displayName, detail, fullName: displayName, cells }
    })
  const guests = [...(facts.guests.get(authority) ?? [])].map(([id, halfDays]): Row => {
    const label = names.person(id)
    const home = names.homeOf(id)
    const detail = home === undefined ? '' : names.authority(home)
    const cells = source.columns.map((column) => {
      if (!isKnown(column)) return plainCell('loading')
      const shape = column.half === 'day' ? 'weekend' : closed.has(column.key) ? 'closed' : 'blank'
      return guestCell(shape, halfDays.get(column.key))
    })
    return { key: `guest ${authority} ${id}`, kind: 'guest', label, detail, fullName: `${label}, ${detail}`, cells }
  })
  return [...own, ...guests.filter(({ cells }) => cells.some(({ shape }) => shape.startsWith('received')))]
}

const areaRank = ({ data }: RowSource, area: string): number =>
  data.region.serviceAreas.findIndex(({ id }) => id === area)

/** Somebody is at a place that is not their own: surely, as asked, or as the plan proposes. */
interface Stay {
  readonly place: Place
  readonly how: 'sure' | 'requested' | 'planned'
}

type Stays = ReadonlyMap<string, ReadonlyMap<string, Stay>>

interface PersonFacts {
  /** Whether one is told when somebody is there. */
  readonly isTold: (specialist: string) => boolean
  readonly letter: (specialist: string, column: RowSource['columns'][number]) => string | undefined
  /** Where each person is, by half-day. */
  readonly away: Stays
  /** Who is at an authority from elsewhere, by person and half-day. */
  readonly guests: ReadonlyMap<string, Stays>
}

const known = new WeakMap<RowSource, PersonFacts>()

/** What is known of people; worked out once per board, for every authority asks. */
function personFacts(source: RowSource): PersonFacts {
  const before = known.get(source)
  if (before !== undefined) return before
  const { availability, days } = source.data
  const letters = new Map(availability.people.map(({ specialist, halfDays }) => [specialist, halfDays]))
  const { away, guests } = stays(source)
  const facts: PersonFacts = {
    isTold: (specialist) => letters.has(specialist),
    letter: (specialist, { day, half }) =>
      half === 'day' ? undefined : letters.get(specialist)?.[2 * (day - days.first) + (half === 'am' ? 0 : 1)],
    away,
    guests,
  }
  known.set(source, facts)
  return facts
}

function stays({ data, effect, address }: RowSource): Pick<PersonFacts, 'away' | 'guests'> {
  const away = new Map<string, Map<string, Stay>>()
  const guests = new Map<string, Map<string, Map<string, Stay>>>()
  const covers = data.availability.covers.map((one) => ({
    ...one,
    how: one.status === 'requested' ? ('requested' as const) : ('sure' as const),
  }))
  const planned = (effect?.plan.assignments ?? []).map((one) => ({ ...one, how: 'planned' as const }))
  for (const { specialist, authority, area, halfDays, how } of [...planned, ...covers]) {
    const stay: Stay = { place: { authority, area }, how }
    for (const halfDay of halfDays) inner(away, specialist).set(halfDay, stay)
    if (address.area && address.area !== area) continue
    const here = inner(guests, authority)
    for (const halfDay of halfDays) inner(here, specialist).set(halfDay, stay)
  }
  return { away, guests }
}

function inner<Inner>(outer: Map<string, Map<string, Inner>>, key: string): Map<string, Inner> {
  const found = outer.get(key) ?? new Map<string, Inner>()
  outer.set(key, found)
  return found
}

const shapes: Readonly<Record<string, Shape>> = {
  p: 'there',
  a: 'away',
  o: 'off',
  n: 'not-employed',
  c: 'closed',
  l: 'lent',
  r: 'requested',
}

/** A plan sends away only who is there; a request or a cover the letter tells itself. */
function ownCell(letter: string | undefined, stay: Stay | undefined): Cell {
  if (letter === undefined) return plainCell('weekend')
  const shape = letter === 'p' && stay?.how === 'planned' ? 'planned' : (shapes[letter] ?? 'blank')
  const isElsewhere = shape === 'lent' || shape === 'requested' || shape === 'planned'
  return isElsewhere && stay !== undefined ? { shape, place: stay.place } : plainCell(shape)
}

const guestShapes = { sure: 'received', requested: 'received-requested', planned: 'received-planned' } as const

const guestCell = (without: Shape, stay: Stay | undefined): Cell =>
  stay === undefined ? plainCell(without) : { shape: guestShapes[stay.how], place: stay.place }
