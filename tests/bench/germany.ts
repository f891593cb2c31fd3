import type { FederalState } from '@vertretbar/domain/authority'
import { startsOf } from '@vertretbar/domain/availability'
import { holidaysOf } from '@vertretbar/domain/calendar'
import { type Day, dayOf, weekdayOf, weekOf } from '@vertretbar/domain/half-day'
import { type Span, spanOf } from '@vertretbar/domain/half-day-set'
import type { Rosters, Staff } from '@vertretbar/domain/sweep'
import { type Random, randomOf } from '../generate/random.ts'

/** Weeks of a pattern, Monday to Friday; bit 0 of a day is the morning, bit 1 the afternoon. */
export type Weeks = readonly (readonly number[])[]

/** Days on which an authority is closed: holidays of its state, 24 and 31 December, and closures of its own. */
export type ClosedDays = ReadonlySet<Day>

/** A country of authorities and people, packed for the sweep, with what the packed rows were made from. */
export interface Country {
  readonly first: Day
  readonly days: number
  readonly span: Span
  readonly staff: Staff
  readonly rosters: Omit<Rosters, 'rows'>
  readonly patterns: readonly Weeks[]
  readonly calendars: readonly ClosedDays[]
}

const year = 2027
const authorities = 11_000
const areas = 3
const people = 60_000
const absencesEach = 30
const patternCount = 200
const closureSets = 4

const states = [
  ...(['DE-BW', 'DE-BY', 'DE-BE', 'DE-BB', 'DE-HB', 'DE-HH', 'DE-HE', 'DE-MV'] as const),
  ...(['DE-NI', 'DE-NW', 'DE-RP', 'DE-SL', 'DE-SN', 'DE-ST', 'DE-SH', 'DE-TH'] as const),
] satisfies readonly FederalState[]

/** The weekdays a weekly need may apply on, Monday being 0. */
const rhythms = [[0], [1], [2], [3], [4], [1, 3], [0, 2, 4], [0, 1, 2, 3, 4]] as const

/** A made-up Germany for a year, the same for the same seed on every machine. */
export function germany(seed: number): Country {
  const random = randomOf(seed)
  const first = dayOf(`${year}-01-01`)
  const span = spanOf({ first, last: dayOf(`${year}-12-31`) })
  const patterns = distinctPatterns(random)
  const calendars = states.flatMap((state) => Array.from({ length: closureSets }, () => closedDays(random, state)))
  const calendarOfAuthority = Uint32Array.from({ length: authorities }, () => random.int(0, calendars.length - 1))
  const places = authorities * areas
  // Everywhere somebody, the others anywhere: 1.8 people a place.
  const placeOf = Uint32Array.from({ length: people }, (_, i) => (i < places ? i : random.int(0, places - 1)))
  const calendarOf = placeOf.map((place) => calendarOfAuthority[Math.floor(place / areas)] ?? 0)
  const staff: Staff = {
    words: span.words,
    patterns: rowsOf(span, patterns, (weeks, day) => halvesOf(weeks, first, day)),
    calendars: rowsOf(span, calendars, (closed, day) => (isOpen(closed, day) ? 3 : 0)),
    patternOf: Uint32Array.from({ length: people }, () => random.int(0, patternCount - 1)),
    calendarOf,
    absenceStarts: Uint32Array.from({ length: people + 1 }, (_, person) => person * absencesEach),
    absences: absences(random, span),
  }
  const rosters = {
    words: span.words,
    ...membersOf(placeOf, places),
    counts: Uint16Array.from({ length: places }, () => random.int(1, 2)),
    applies: rowsOf(
      span,
      calendars.flatMap((closed) => rhythms.map((rhythm) => ({ closed, rhythm: new Set<number>(rhythm) }))),
      ({ closed, rhythm }, day) => (isOpen(closed, day) && rhythm.has(weekdayOf(day)) ? 3 : 0),
    ),
    appliesOf: Uint32Array.from(
      { length: places },
      (_, place) =>
        (calendarOfAuthority[Math.floor(place / areas)] ?? 0) * rhythms.length + random.int(0, rhythms.length - 1),
    ),
  }
  return { first, days: span.length / 2, span, staff, rosters, patterns, calendars }
}

/** The bytes of all arrays that the sweep reads. */
export const packedBytes = ({ staff, rosters }: Country): number =>
  [staff.patterns, staff.calendars, staff.patternOf, staff.calendarOf, staff.absenceStarts, staff.absences]
    .concat([rosters.memberStarts, rosters.members, rosters.counts, rosters.applies, rosters.appliesOf])
    .reduce((sum, { byteLength }) => sum + byteLength, 0)

function distinctPatterns(random: Random): Weeks[] {
  const found = new Map<string, Weeks>()
  while (found.size < patternCount) {
    const share = random.pick([0.5, 0.8, 0.95])
    const weeks = Array.from({ length: random.int(1, 4) }, () =>
      Array.from({ length: 5 }, () => (random.chance(share) ? 3 : random.int(0, 2))),
    )
    found.set(JSON.stringify(weeks), weeks)
  }
  return [...found.values()]
}

function closedDays(random: Random, state: FederalState): ClosedDays {
  const own = Array.from({ length: random.int(0, 4) }, () => dayOf(`${year}-01-01`) + random.int(0, 364))
  return new Set([...holidaysOf(state, year), dayOf(`${year}-12-24`), dayOf(`${year}-12-31`), ...own])
}

const isOpen = (closed: ClosedDays, day: Day): boolean => weekdayOf(day) < 5 && !closed.has(day)

const halvesOf = (weeks: Weeks, first: Day, day: Day): number =>
  weeks[(weekOf(day) - weekOf(first)) % weeks.length]?.[weekdayOf(day)] ?? 0

function rowsOf<T>({ origin, length, words }: Span, items: readonly T[], halves: (item: T, day: Day) => number) {
  const rows = new Uint32Array(items.length * words)
  items.forEach((item, number) => {
    for (let index = 0; index < length; index += 2) {
      const word = number * words + (index >> 5)
      rows[word] = (rows[word] ?? 0) | (halves(item, (origin + index) >> 1) << (index & 31))
    }
  })
  return rows
}

/** Each absence lies in its own thirtieth of the year: mostly a day or two, now and then as long as fits. */
function absences(random: Random, { length }: Span): Uint16Array {
  const ranges = new Uint16Array(2 * people * absencesEach)
  const slot = Math.floor(length / absencesEach)
  for (let absence = 0; absence < people * absencesEach; absence += 1) {
    const start = (absence % absencesEach) * slot
    const halfDays = random.chance(0.2) ? random.int(5, slot - 1) : random.int(1, 4)
    const from = start + random.int(0, slot - 1 - halfDays)
    ranges[2 * absence] = from
    ranges[2 * absence + 1] = from + halfDays - 1
  }
  return ranges
}

function membersOf(placeOf: Uint32Array, places: number): Pick<Rosters, 'memberStarts' | 'members'> {
  const sizes = new Uint32Array(places)
  for (const place of placeOf) sizes[place] = (sizes[place] ?? 0) + 1
  const memberStarts = startsOf([...sizes])
  const next = memberStarts.slice()
  const members = new Uint32Array(placeOf.length)
  placeOf.forEach((place, person) => {
    const at = next[place] ?? 0
    members[at] = person
    next[place] = at + 1
  })
  return { memberStarts, members }
}
