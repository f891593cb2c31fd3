import type { HalfDay, LocalDate } from '@vertretbar/domain/half-day'
import type { OracleGap, Short } from './gaps.ts'

/** A gap as the specification knows it from look to look (§ 5): by its id, as long as any of its half-days stays short. */
export interface KnownGap {
  readonly id: string
  readonly requirement: string
  readonly need: number
  /** The look at which its id was given, and its first half-day then. */
  readonly born: readonly [look: number, first: HalfDay]
  readonly short: readonly Short[]
  /** Half-days that came into sight with the horizon and not with any change. */
  readonly brought: readonly Short[]
  readonly end: 'filled' | 'over' | 'merged' | undefined
  /** The gaps that had one of its half-days at the look before. */
  readonly from: readonly string[]
}

/** One look: its number, the first and the last half-day that it sees, and the last one that the look before saw. */
export interface Sight {
  readonly number: number
  readonly today: LocalDate
  readonly last: HalfDay
  readonly before: HalfDay
  readonly gaps: readonly OracleGap[]
}

/** All gaps after a look, those included that were closed before it. */
export function identify(known: readonly KnownGap[], sight: Sight): KnownGap[] {
  const open = known.filter(({ end }) => end === undefined)
  const holders = settled(open, sight.gaps)
  const standing = sight.gaps.map((gap, position) =>
    standingGap(gap, { position, holder: holders.get(gap), open, sight }),
  )
  const left = open
    .filter((gap) => ![...holders.values()].includes(gap))
    .map((gap) => leftBehind(gap, { sight, hasParts: sight.gaps.some((part) => meets(gap, part)) }))
  const closed = known.filter(({ end }) => end !== undefined).map((gap) => ({ ...gap, from: [] }))
  return [...standing, ...left, ...closed]
}

const sameNeed = (a: { requirement: string; need: number }, b: { requirement: string; need: number }): boolean =>
  a.requirement === b.requirement && a.need === b.need

/** Whether a half-day is short in both. */
export const meets = (gap: KnownGap, part: OracleGap): boolean =>
  sameNeed(gap, part) && gap.short.some((one) => part.halfDays.some((other) => other.halfDay === one.halfDay))

/**
 * Who keeps which id, as an engagement: each gap asks its parts in time order, a part takes the oldest that asks, and who
 * is turned down asks its next part.
 */
function settled(open: readonly KnownGap[], parts: readonly OracleGap[]): Map<OracleGap, KnownGap> {
  const engaged = new Map<OracleGap, KnownGap>()
  const asked = new Map<KnownGap, number>()
  for (let waiting = [...open]; waiting.length > 0; ) {
    const gap = waiting.pop()
    if (gap === undefined) break
    const wanted = parts.filter((part) => meets(gap, part))
    const turn = asked.get(gap) ?? 0
    const part = wanted[turn]
    asked.set(gap, turn + 1)
    if (part === undefined) continue
    const rival = engaged.get(part)
    if (rival === undefined || isOlder(gap, rival)) {
      engaged.set(part, gap)
      if (rival !== undefined) waiting = [...waiting, rival]
    } else waiting = [...waiting, gap]
  }
  return engaged
}

const isOlder = ({ born: [look, first] }: KnownGap, { born: [otherLook, otherFirst] }: KnownGap): boolean =>
  look !== otherLook ? look < otherLook : first < otherFirst

interface Part {
  readonly position: number
  readonly holder: KnownGap | undefined
  readonly open: readonly KnownGap[]
  readonly sight: Sight
}

function standingGap(gap: OracleGap, { position, holder, open, sight }: Part): KnownGap {
  const sources = open.filter((one) => meets(one, gap))
  const unseen = sources
    .filter((one) => sight.gaps.findLast((part) => meets(one, part)) === gap)
    .flatMap(({ short }) => short.filter(({ halfDay }) => halfDay > sight.last))
  const first = gap.halfDays[0]?.halfDay ?? ''
  return {
    id: holder?.id ?? `${sight.number}.${position}`,
    requirement: gap.requirement,
    need: gap.need,
    born: holder?.born ?? [sight.number, first],
    short: [...gap.halfDays, ...unseen],
    brought: [...sources.flatMap(({ brought }) => brought), ...newlySeen(gap, holder, { sources, sight })],
    end: undefined,
    from: sources.map(({ id }) => id),
  }
}

/** What nobody could see before, unless more people are missing there than the gap ever lacked when last seen. */
function newlySeen(
  gap: OracleGap,
  holder: KnownGap | undefined,
  { sources, sight }: { readonly sources: readonly KnownGap[]; readonly sight: Sight },
): Short[] {
  if (holder === undefined) return []
  return gap.halfDays.filter(
    ({ halfDay, shortage }) =>
      halfDay > sight.before &&
      !sources.some(({ short }) => short.some((one) => one.halfDay === halfDay)) &&
      holder.short.some((one) => one.shortage >= shortage),
  )
}

interface Left {
  readonly sight: Sight
  readonly hasParts: boolean
}

/** A gap whose id nobody keeps; what of it is out of sight is still there. */
function leftBehind(gap: KnownGap, { sight, hasParts }: Left): KnownGap {
  if (hasParts) return { ...gap, end: 'merged', from: [] }
  const beyond = gap.short.filter(({ halfDay }) => halfDay > sight.last)
  const ahead = gap.short.filter(({ halfDay }) => halfDay.slice(0, 10) >= sight.today)
  if (beyond.length > 0) return { ...gap, short: beyond.length === ahead.length ? gap.short : beyond, from: [gap.id] }
  return { ...gap, end: ahead.length > 0 ? 'filled' : 'over', from: [] }
}
