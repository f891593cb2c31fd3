import type { Region } from '@vertretbar/domain/region'
import { givenInMonth } from './agreements.ts'
import { type Cover, liveCovers } from './assignments.ts'
import { daysBetween, mondayOf, monthOf } from './dates.ts'
import { handOverOf } from './recount.ts'
import { agreementOf, specialistOf } from './region.ts'

/**
 * What the half-days before leave for those to come, as numbers by name: half-days used of a weekly or monthly limit,
 * the hand-overs made (1), and the last day on which a person served an area that conflicts with another.
 */
export type Marks = ReadonlyMap<string, number>

/** What one cover reads of the marks, and what it writes. */
export interface Effect {
  readonly limits: readonly { readonly name: string; readonly most: number }[]
  readonly handOver: string | undefined
  readonly keepsFrom: readonly { readonly name: string; readonly lookBackDays: number }[]
  readonly served: string
  readonly day: number
}

/** What a cover reads and writes, limits less what live bookings use of them already. */
export function effectOf(region: Region, cover: Cover): Effect {
  const isKnown = liveCovers(region).some((live) => handOverOf(live) === handOverOf(cover))
  return {
    limits: [...weeklyLimit(region, cover), ...monthlyLimit(region, cover)],
    handOver: isKnown ? undefined : `hand-over ${handOverOf(cover)}`,
    keepsFrom: region.region.conflicts.flatMap(({ areas, lookBackDays }) =>
      areas.includes(cover.area)
        ? areas
            .filter((area) => area !== cover.area)
            .map((area) => ({ name: servedName({ ...cover, area }), lookBackDays }))
        : [],
    ),
    served: servedName(cover),
    day: daysBetween('2000-01-01', cover.date),
  }
}

/** The marks after a cover and the hand-overs it adds; undefined if a limit or a conflict forbids it. */
export function applied(marks: Marks, effect: Effect): { marks: Marks; handOvers: number } | undefined {
  const isFull = effect.limits.some(({ name, most }) => (marks.get(name) ?? 0) >= most)
  const isTooClose = effect.keepsFrom.some(
    ({ name, lookBackDays }) => effect.day - (marks.get(name) ?? -Infinity) <= lookBackDays,
  )
  if (isFull || isTooClose) return undefined
  const after = new Map(marks)
  for (const { name } of effect.limits) after.set(name, (marks.get(name) ?? 0) + 1)
  after.set(effect.served, effect.day)
  if (effect.handOver === undefined || marks.has(effect.handOver)) return { marks: after, handOvers: 0 }
  after.set(effect.handOver, 1)
  return { marks: after, handOvers: 1 }
}

/** By the name of a mark: the days on which later covers read it, and how far back they look. */
export type Readers = ReadonlyMap<string, readonly { readonly day: number; readonly lookBackDays: number }[]>

/** Who will read which mark. */
export const readersOf = (toCome: readonly Effect[]): Readers => {
  const reads = toCome.flatMap(({ limits, handOver, keepsFrom, day }) => [
    ...limits.map(({ name }) => ({ name, day, lookBackDays: Infinity })),
    ...(handOver === undefined ? [] : [{ name: handOver, day, lookBackDays: Infinity }]),
    ...keepsFrom.map(({ name, lookBackDays }) => ({ name, day, lookBackDays })),
  ])
  return Map.groupBy(reads, ({ name }) => name)
}

/** The marks that a later cover could still read; the others make no difference any more. */
export const stillRead = (marks: Marks, readers: Readers): Marks =>
  new Map(
    [...marks].filter(([name, value]) =>
      (readers.get(name) ?? []).some(({ day, lookBackDays }) => day - value <= lookBackDays),
    ),
  )

/** The same text for the same marks. */
export const textOf = (marks: Marks): string =>
  [...marks]
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join('|')

function weeklyLimit(region: Region, { specialist, date }: Cover): { name: string; most: number }[] {
  const limit = specialistOf(region, specialist).coverLimitHalfDaysPerWeek
  if (limit === undefined) return []
  const used = liveCovers(region).filter(
    (live) => live.specialist === specialist && mondayOf(live.date) === mondayOf(date),
  )
  return [{ name: `week ${specialist} ${mondayOf(date)}`, most: limit - used.length }]
}

function monthlyLimit(region: Region, { specialist, agreement, date }: Cover): { name: string; most: number }[] {
  if (agreement === undefined) return []
  const limit = agreementOf(region, agreement).monthlyHalfDayLimit
  if (limit === undefined) return []
  const giver = specialistOf(region, specialist).authority
  const used = givenInMonth(region, [], { agreement, giver, month: monthOf(date) })
  return [{ name: `month ${agreement} ${giver} ${monthOf(date)}`, most: limit - used }]
}

const servedName = ({ specialist, authority, area }: Omit<Cover, 'agreement' | 'halfDay' | 'date'>): string =>
  `served ${specialist} ${authority} ${area}`
