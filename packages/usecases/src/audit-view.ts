import type { Access } from '@vertretbar/domain/access'
import { AuditEntry } from '@vertretbar/domain/audit-entry'
import * as z from 'zod'
import type { AuditPlace, AuditStore } from './ports.ts'

/** Who did what, when and to what: an entry of the audit log without the digests by which the log is verified. */
export const AuditLine = AuditEntry.unwrap()
  .pick({ number: true, at: true, actor: true, action: true, ruleSet: true })
  .extend({
    items: z
      .array(z.string())
      .readonly()
      .describe('Authority, kind and pseudonym; `*` is everything at once, as an import writes it'),
  })
  .readonly()
  .meta({ id: 'AuditLine' })
type AuditLine = z.infer<typeof AuditLine>

/** What is to be read of the log, and for whom. */
interface Reading {
  readonly region: string
  readonly access: Access
  readonly before: AuditPlace | undefined
  readonly limit: number
}

/** So many entries are read at once, and so many times for one answer. */
const mostAtOnce = 500
const mostReads = 10

/**
 * Entries that somebody may know of, the newest first, and where the log goes on. Where little concerns them there may be
 * few or none before that: one answer never reads the whole log.
 */
export async function latestLines(
  audit: Pick<AuditStore, 'latest'>,
  { region, access, before, limit }: Reading,
): Promise<{ readonly lines: readonly AuditLine[]; readonly next: AuditPlace | undefined }> {
  const lines: AuditLine[] = []
  let at = before
  for (let reads = 0; reads < mostReads; reads += 1) {
    const found = await audit.latest(region, { before: at, most: mostAtOnce })
    for (const { month, number, entry } of found) {
      const line = entry && lineFor(access, entry)
      if (line === undefined) continue
      if (lines.length === limit) return { lines, next: at }
      lines.push(line)
      at = { month, number }
    }
    const last = found.at(-1)
    if (last === undefined || found.length < mostAtOnce) return { lines, next: undefined }
    at = { month: last.month, number: last.number }
  }
  return { lines, next: at }
}

/** Of an entry that is not their own somebody sees what of it lies at their authority; the item's name begins with it. */
function lineFor(access: Access, { number, at, actor, action, ruleSet, items }: AuditEntry): AuditLine | undefined {
  const isOwn = actor === access.member?.id
  const seen = items
    .map(({ item }) => item)
    .filter((item) => isOwn || access.may('read-audit', { places: [{ authority: item.split('/')[0] ?? '' }] }))
  return isOwn || seen.length > 0 ? { number, at, actor, action, ruleSet, items: seen.map(toldItem) } : undefined
}

/** An item by its authority, its kind and its pseudonym: how the store writes its keys is no part of what is told. */
export const toldItem = (item: string): string =>
  item.replace(/\/([A-Z]+)#/, (_, kind: string) => `/${kind.toLowerCase()}/`)
