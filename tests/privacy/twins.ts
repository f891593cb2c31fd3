import { dayOf } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { RegionIndex } from '@vertretbar/domain/region-index'
import type { Absence, Specialist } from '@vertretbar/domain/specialist'
import { candidaciesFor } from '@vertretbar/usecases/candidacies'
import { type Random, randomOf } from '../generate/random.ts'
import { type Generated, generateRegion } from '../generate/region.ts'
import { addDays, dateOf } from '../oracle/dates.ts'

/** A region in which two people of one authority are alike but for their ids, their names and one thing. */
export interface Twins extends Generated {
  readonly authority: string
  readonly ids: readonly [string, string]
  /** The same region in which that one thing is the other's. */
  readonly swapped: Region
}

/** What two people may differ in. */
export const differences = ['absences', 'exclusions', 'cover limits', 'refusals'] as const
export type Difference = (typeof differences)[number]

/** A region of a seed, with twins who differ in one thing and are booked nowhere. */
export function twinsOf(seed: number, difference: Difference): Twins {
  const random = randomOf(seed)
  const drawn = generateRegion(seed, {
    areas: [1, 2],
    absences: 0.7,
    bookings: [0, 3],
    specialistsPerPlace: [1, 3],
    requirementsPerPlace: [1, 2],
    days: [4, 9],
  })
  const one = pickTwin(random, drawn)
  // Sometimes first and sometimes last of all, so that every order by ids is turned round by the swap.
  const other = { ...one, id: random.pick([`0.${one.id}`, `${one.id}.t`, `zz.${one.id}`]), displayName: 'Other' }
  const ids = [one.id, other.id] as const
  const alone = withTwin(drawn.region, one, other)
  const things = thingsOf(random, drawn, one)
  const [a, b] = [ids, [...ids].toReversed()].map((order) => given(alone, order, { difference, things }))
  if (a === undefined || b === undefined) throw new Error('there are two regions')
  return { ...drawn, region: a, swapped: b, authority: one.authority, ids }
}

/** Mostly somebody who could cover what another authority lacks, if anybody could. */
function pickTwin(random: Random, { region, today, from, to }: Generated): Specialist {
  const index = new RegionIndex({ ...region, bookings: [], refusals: [] })
  const horizon = { today: dayOf(today), first: dayOf(from), last: dayOf(to) }
  const able = index.needs.flatMap((ref) =>
    candidaciesFor(index, ref, horizon)
      .asked.filter(({ cover }) => cover.halfDays.length > 0)
      .map(({ person }) => person)
      .filter(({ authority }) => authority !== ref.requirement.authority),
  )
  return random.pick(able.length > 0 && random.chance(0.9) ? able : region.specialists)
}

/** The region with both and with nothing yet in which they differ; neither is booked, away or has refused. */
function withTwin(region: Region, one: Specialist, other: Specialist): Region {
  const isOf = ({ specialist }: { readonly specialist: string }): boolean => specialist === one.id
  return {
    ...region,
    specialists: [...region.specialists, other].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    absences: region.absences.filter((absence) => !isOf(absence)),
    bookings: region.bookings.filter((booking) => !isOf(booking)),
    refusals: region.refusals.filter((refusal) => !isOf(refusal)),
  }
}

interface Things {
  readonly absences: readonly [readonly Span[], readonly Span[]]
  readonly exclusions: Specialist['exclusions']
  readonly limit: number
  readonly refusals: readonly Omit<Region['refusals'][number], 'specialist'>[]
}

type Span = Pick<Absence, 'from' | 'to'>

function thingsOf(random: Random, { region, from }: Generated, one: Specialist): Things {
  const drawn = region.absences.filter(({ specialist }) => specialist === one.id)
  const start = addDays(from, random.int(0, 9))
  const span: Span = { from: `${start}/am`, to: `${addDays(start, random.int(0, 5))}/pm` }
  const known = drawn.flatMap((absence): Span[] =>
    absence.to === undefined ? [] : [{ from: absence.from, to: absence.to }],
  )
  const others = region.authorities.filter(({ id }) => id !== one.authority)
  const wanted = region.requirements.filter(({ authority }) => authority !== one.authority)
  return {
    absences: [random.chance(0.5) ? [span] : known, random.chance(0.5) ? [] : [shifted(span, random.int(1, 6))]],
    exclusions: others.slice(0, 1).map(({ id }) => ({ authority: id, validFrom: '2020-01-01' })),
    limit: random.pick([0, 1, 2]),
    refusals: wanted.flatMap(({ id, needs }) =>
      needs.map((_, need) => ({ requirement: id, need, halfDay: `${addDays(from, random.int(0, 9))}/am` })),
    ),
  }
}

const shifted = ({ from, to = from }: Span, days: number): Span => ({
  from: `${addDays(dateOf(from), days)}/am`,
  to: `${addDays(dateOf(to), days)}/pm`,
})

interface Gift {
  readonly difference: Difference
  readonly things: Things
}

/** The region in which the first is given what they differ in, and the second has none of it, or another of it. */
function given(region: Region, [first = '', second = '']: readonly string[], { difference, things }: Gift): Region {
  const [mine, theirs] = things.absences
  switch (difference) {
    case 'absences':
      return { ...region, absences: [...region.absences, ...away(first, 'm', mine), ...away(second, 't', theirs)] }
    case 'exclusions':
      return changedPerson(region, first, { exclusions: things.exclusions })
    case 'cover limits':
      return changedPerson(region, first, { coverLimitHalfDaysPerWeek: things.limit })
    case 'refusals':
      return {
        ...region,
        refusals: [...region.refusals, ...things.refusals.map((one) => ({ ...one, specialist: first }))],
      }
  }
}

const away = (specialist: string, name: string, spans: readonly Span[]): Absence[] =>
  spans.map((span, number) => ({ id: `twin-${name}${number}`, specialist, ...span }))

const changedPerson = (region: Region, id: string, fields: Partial<Specialist>): Region => ({
  ...region,
  specialists: region.specialists.map((person) => (person.id === id ? { ...person, ...fields } : person)),
})
