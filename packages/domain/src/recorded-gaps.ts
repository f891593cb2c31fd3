import type { Shortfall } from './gap.ts'
import type { GapEvent, GapRecord } from './gap-record.ts'
import { type Successor, sharesHalfDays, successors } from './gap-succession.ts'
import { toldBefore } from './gap-told.ts'
import { dateOf, type HalfDay, halfDayOf } from './half-day.ts'
import { type Instant, millisecondsOf } from './instant.ts'
import type { Look } from './look.ts'
import { listedFrom, worstOf } from './shortage-map.ts'
import type { Watch } from './watch.ts'

/** What is remembered of the gaps of a region after a look at it. */
export type Sighting = Pick<Watch, 'day' | 'lookedUntil' | 'records'>

/** When it was looked, and where the ids of further gaps come from. */
export interface Sighted {
  readonly at: Instant
  readonly newId: () => string
}

/** A closed gap is kept as long as the mails that speak of it: who follows a link in one can be told what became of it. */
const keptMilliseconds = 30 * 24 * 60 * 60 * 1000

/** What a gap that never ends goes through in some years; of more its first event and the latest are kept. */
const mostEvents = 100

/**
 * Brings what is remembered of gaps up to date with a look. The same look again changes nothing. Half-days beyond the
 * horizon are taken to be as they were: a gap is filled only where one of its half-days was looked at.
 */
export function recorded(before: Sighting | undefined, look: Look, { at, newId }: Sighted): Sighting {
  const seen: Seen = {
    look,
    at,
    newId,
    first: halfDayOf(2 * look.today),
    last: halfDayOf(2 * look.days.last + 1),
    lookedUntil: before?.lookedUntil ?? halfDayOf(2 * look.days.last + 1),
  }
  const known = Map.groupBy(before?.records ?? [], needKey)
  const found = Map.groupBy(look.gaps, needKey)
  const keys = [...new Set([...known.keys(), ...found.keys()])].toSorted()
  const records = keys.flatMap((key) => ofNeed(known.get(key) ?? [], found.get(key) ?? [], seen))
  return { day: dateOf(look.today), lookedUntil: seen.last, records }
}

interface Seen extends Sighted {
  readonly look: Look
  /** The first and the last half-day of this look, and the last one of the look before. */
  readonly first: HalfDay
  readonly last: HalfDay
  readonly lookedUntil: HalfDay
}

const needKey = ({ requirement, need }: Pick<GapRecord, 'requirement' | 'need'>): string => `${requirement} ${need}`

function ofNeed(known: readonly GapRecord[], found: Look['gaps'], seen: Seen): GapRecord[] {
  const open = known.filter(({ isClosed }) => !isClosed)
  const parts = successors(open, found)
  const goesOn = parts.map((part) => succeeded(part, parts, { seen, known }))
  const ended = open.filter((record) => !parts.some(({ keeps }) => keeps === record))
  const before = known.filter(({ isClosed }) => isClosed).flatMap((record) => keptOf(record, parts, seen))
  return [...goesOn, ...ended.map((record) => left(record, parts, seen)), ...before].toSorted(byBeginning)
}

const byBeginning = (one: GapRecord, other: GapRecord): number =>
  beginning(one) < beginning(other) ? -1 : beginning(one) > beginning(other) ? 1 : 0

const beginning = ({ halfDays: [first] }: GapRecord): string => first?.halfDay ?? ''

interface Known {
  readonly seen: Seen
  readonly known: readonly GapRecord[]
}

/** The record of a part: the one that it keeps, or one that begins. */
function succeeded(part: Successor, parts: readonly Successor[], { seen, known }: Known): GapRecord {
  const { gap, from, keeps } = part
  const untold = known.filter((record) => isTakenBack(record) && sharesHalfDays(record, gap))
  const told = toldBefore(seen.look, part, untold)
  const halfDays = [...gap.halfDays, ...notLookedAt(part, parts, seen)]
  const came = keeps === undefined ? [] : broughtByHorizon(keeps, part, seen)
  const next = {
    requirement: gap.requirement,
    need: gap.need,
    halfDays,
    isClosed: false,
    cameWithHorizon: listedFrom(worstOf([...from.map((one) => one.cameWithHorizon), came]), seen.first),
    ...(told && { told: { ...told, halfDays: listedFrom(worstOf([told.halfDays]), seen.first) } }),
  }
  if (keeps === undefined) {
    const [other] = from
    const kind = other === undefined ? 'opened' : 'split'
    const birth: GapEvent = { at: seen.at, kind, ...(other && { other: other.id }), halfDays }
    return { id: seen.newId(), ...next, history: [birth] }
  }
  const change = changeOf(keeps, next, { came, first: seen.first })
  const history = change.length === 0 ? keeps.history : grown(keeps, { at: seen.at, kind: 'changed', halfDays: change })
  return { id: keeps.id, ...next, history }
}

/** A gap that was filled and is back before anybody was told of it: nobody need know that it was gone. */
const isTakenBack = ({ isClosed, told }: GapRecord): boolean => isClosed && told !== undefined

/** What of the records lies beyond this look goes on in the latest of their parts. */
function notLookedAt({ from, gap }: Successor, parts: readonly Successor[], { last }: Seen): Shortfall[] {
  const latest = from.filter((record) => parts.findLast((part) => part.from.includes(record))?.gap === gap)
  return listedFrom(worstOf(latest.map(({ halfDays }) => halfDays)), last).filter(({ halfDay }) => halfDay > last)
}

/** What the horizon alone brought: seen for the first time, and no worse than the gap was. */
function broughtByHorizon(keeps: GapRecord, { gap, from }: Successor, { lookedUntil }: Seen): Shortfall[] {
  const worst = Math.max(...keeps.halfDays.map(({ shortage }) => shortage))
  const before = worstOf(from.map(({ halfDays }) => halfDays))
  return gap.halfDays.filter(
    ({ halfDay, shortage }) => halfDay > lookedUntil && !before.has(halfDay) && shortage <= worst,
  )
}

/** The half-days still ahead at which more or fewer people are missing than before, but for what the horizon brought. */
function changeOf(
  before: GapRecord,
  after: Pick<GapRecord, 'halfDays'>,
  { came, first }: { readonly came: readonly Shortfall[]; readonly first: HalfDay },
): GapEvent['halfDays'] {
  const was = worstOf([before.halfDays, came])
  const is = worstOf([after.halfDays])
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((halfDay) => halfDay >= first && was.get(halfDay) !== is.get(halfDay))
    .toSorted()
    .map((halfDay) => ({ halfDay, shortage: is.get(halfDay) ?? 0 }))
}

/** A record that no part keeps: it went into another, it is over, it is filled, or what is left of it is out of sight. */
function left(record: GapRecord, parts: readonly Successor[], { at, first, last }: Seen): GapRecord {
  const into = parts.find(({ from }) => from.includes(record))?.keeps
  if (into !== undefined) return closed(record, { at, kind: 'merged', other: into.id, halfDays: [] })
  const beyond = record.halfDays.filter(({ halfDay }) => halfDay > last)
  if (beyond.length > 0) {
    const change = changeOf(record, { halfDays: beyond }, { came: [], first })
    if (change.length === 0) return record
    return { ...record, halfDays: beyond, history: grown(record, { at, kind: 'changed', halfDays: change }) }
  }
  return record.halfDays.some(({ halfDay }) => halfDay >= first)
    ? closed(record, { at, kind: 'filled', halfDays: [] })
    : closed(record, { at, kind: 'over', halfDays: [] })
}

/** Only of one that is filled is there still anything to tell. */
function closed({ told, ...record }: GapRecord, event: GapEvent): GapRecord {
  const history = grown(record, event)
  return { ...record, isClosed: true, history, ...(told && event.kind === 'filled' && { told }) }
}

const grown = ({ history }: Pick<GapRecord, 'history'>, event: GapEvent): GapEvent[] => [
  ...history.slice(0, 1),
  ...history.slice(1).slice(2 - mostEvents),
  event,
]

function keptOf(record: GapRecord, parts: readonly Successor[], { at }: Seen): GapRecord[] {
  const { told, ...settled } = record
  if (told !== undefined) return [parts.some(({ gap }) => sharesHalfDays(record, gap)) ? settled : record]
  const closedAt = millisecondsOf(record.history.at(-1)?.at ?? at)
  return millisecondsOf(at) - closedAt > keptMilliseconds ? [] : [record]
}
