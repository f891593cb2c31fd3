import type { AuditEntry } from '@vertretbar/domain/audit-entry'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import * as z from 'zod'
import { noEntry, sealOf } from './audit-chain.ts'
import type { AuditSlot, AuditStore } from './ports.ts'

const Place = z.int()

/** What is wrong with the log, and with which of its entries. */
export const AuditFinding = z
  .discriminatedUnion('code', [
    /** No entry lies where it belongs. */
    z.strictObject({ code: z.literal('missing'), number: Place }).readonly(),
    /** It is no entry, or does not say what it said when it was sealed. */
    z.strictObject({ code: z.literal('changed'), number: Place }).readonly(),
    /** The entry of another place lies there. */
    z.strictObject({ code: z.literal('swapped'), number: Place, found: Place }).readonly(),
    /** It is not the entry that the next one, or the head, speaks of; there are two of it; or no entry belongs there. */
    z.strictObject({ code: z.literal('forged'), number: z.number() }).readonly(),
    /** What is stored is not what the last entry about it says, though the log itself may be whole. */
    z.strictObject({ code: z.literal('content'), number: Place, item: z.string() }).readonly(),
  ])
  .meta({ id: 'AuditFinding' })
export type AuditFinding = z.infer<typeof AuditFinding>

/** The log as verified: how many entries, the digest of the last, and everything that is wrong. */
export const AuditVerdict = z
  .strictObject({ entries: z.int().min(0), digest: z.string(), findings: z.array(AuditFinding).readonly() })
  .readonly()
  .meta({ id: 'AuditVerdict' })
export type AuditVerdict = z.infer<typeof AuditVerdict>

/** Verifies the audit log of a region against its own chain, its head, and what is stored. */
export async function verifyAudit(
  audit: AuditStore,
  region: string,
): Promise<Result<AuditVerdict, { readonly code: 'no-region' }>> {
  const last = await audit.last(region)
  if (last === undefined) return refuse({ code: 'no-region' })
  const slots = await audit.slots(region)
  const findings = [...chainFindings(slots, last), ...contentFindings(slots, await audit.contents(region))]
  return accept({ entries: last.number, digest: last.digest, findings })
}

type Last = Pick<AuditEntry, 'number' | 'digest'>

/** Each place from the first to the last, held against what the places beside it say of it; and what lies elsewhere. */
function chainFindings(slots: readonly AuditSlot[], last: Last): AuditFinding[] {
  const known = Map.groupBy(slots, ({ number }) => number)
  const alone = slots.filter(({ number }) => known.get(number)?.length === 1)
  const sound = new Map(alone.flatMap(({ number, entry }) => (isSound(entry, number) ? [[number, entry]] : [])))
  const places = Array.from({ length: last.number }, (_, index) => index + 1)
  const elsewhere = [...known.keys()].filter(
    (number) => !Number.isInteger(number) || number < 1 || number > last.number,
  )
  return [
    ...places.flatMap((number): AuditFinding[] => {
      const [slot, ...others] = known.get(number) ?? []
      if (slot === undefined) return [{ code: 'missing', number }]
      // One entry may be stored under two months; which of them is the true one, nobody needs to know.
      if (others.length > 0) return [{ code: 'forged', number }]
      return isSound(slot.entry, number) ? linkFinding(sound, slot.entry, last) : [unsoundFinding(slot)]
    }),
    ...elsewhere.map((number): AuditFinding => ({ code: 'forged', number })),
  ]
}

/** Whether an entry says what it said when it was sealed, and lies in its own place. */
const isSound = (entry: AuditEntry | undefined, number: number): entry is AuditEntry =>
  entry !== undefined && sealOf(entry) === entry.digest && entry.number === number

const unsoundFinding = ({ number, entry }: AuditSlot): AuditFinding =>
  entry === undefined || sealOf(entry) !== entry.digest
    ? { code: 'changed', number }
    : { code: 'swapped', number, found: entry.number }

/** A sound entry is the one that the next speaks of; where that is gone or unsound, it must speak of the one before. */
function linkFinding(sound: ReadonlyMap<number, AuditEntry>, entry: AuditEntry, last: Last): AuditFinding[] {
  const { number } = entry
  const named = number === last.number ? last.digest : sound.get(number + 1)?.previous
  const before = number === 1 ? noEntry : sound.get(number - 1)?.digest
  const isLinked = named === undefined ? before === undefined || before === entry.previous : named === entry.digest
  return isLinked ? [] : [{ code: 'forged', number }]
}

/** What the newest entry about an item says of it; an import speaks of everything at once, and of nothing by name. */
function contentFindings(slots: readonly AuditSlot[], contents: ReadonlyMap<string, string>): AuditFinding[] {
  const newest = new Map<string, { readonly number: number; readonly digest: string | undefined }>()
  for (const { number, entry } of slots.toSorted((a, b) => a.number - b.number)) {
    if (entry?.items.some(({ item }) => item === '*')) newest.clear()
    else for (const { item, digest } of entry?.items ?? []) newest.set(item, { number, digest })
  }
  return [...newest].flatMap(([item, { number, digest }]): AuditFinding[] =>
    contents.get(item) === digest ? [] : [{ code: 'content', number, item }],
  )
}
