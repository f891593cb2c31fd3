import type { Gap, Shortfall } from './gap.ts'
import type { GapRecord } from './gap-record.ts'
import { millisecondsOf } from './instant.ts'

/** A gap as it was found, with the records that it shares half-days with and the one of them whose id it keeps. */
export interface Successor {
  readonly gap: Gap
  readonly from: readonly GapRecord[]
  readonly keeps: GapRecord | undefined
}

/**
 * Which gaps of one need keep which ids. A record goes on as the earliest of its parts that no older record goes on as:
 * so a split leaves the id with the earliest part, of two that merge the earlier id stays, and no id is lost as long as
 * there is a part for it.
 */
export function successors(open: readonly GapRecord[], found: readonly Gap[]): Successor[] {
  const parts = found.map((gap) => ({ gap, from: open.filter((record) => sharesHalfDays(record, gap)) }))
  const keepers = new Map<Gap, GapRecord>()
  for (const record of open.toSorted(byAge)) {
    const part = parts.find(({ gap, from }) => from.includes(record) && !keepers.has(gap))
    if (part !== undefined) keepers.set(part.gap, record)
  }
  return parts.map((part) => ({ ...part, keeps: keepers.get(part.gap) }))
}

/** Whether a half-day is short in both. */
export function sharesHalfDays(one: Listing, other: Listing): boolean {
  const halfDays = new Set(one.halfDays.map(({ halfDay }) => halfDay))
  return other.halfDays.some(({ halfDay }) => halfDays.has(halfDay))
}

interface Listing {
  readonly halfDays: readonly Shortfall[]
}

/** The one whose id was given first; of those given at one look the one that was earlier then. */
const byAge = (one: GapRecord, other: GapRecord): number =>
  bornAt(one) - bornAt(other) || (first(one) < first(other) ? -1 : 1)

const bornAt = ({ history: [birth] }: GapRecord): number => (birth === undefined ? 0 : millisecondsOf(birth.at))

const first = ({ history: [birth], id }: GapRecord): string => birth?.halfDays[0]?.halfDay ?? id
