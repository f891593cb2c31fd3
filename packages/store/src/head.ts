import * as z from 'zod'
import type { RowKey } from './items.ts'
import { type Kind, pack, unpack } from './kind.ts'
import { readItem } from './query.ts'
import { type Database, headKey, type Item } from './table.ts'

/** What one commit put or removed. */
const Commit = z.strictObject({ version: z.int().min(2), rows: z.array(z.string()).readonly() }).readonly()

/** The last entry of the audit log, and the months between which its entries lie. */
const AuditEnd = z
  .strictObject({ number: z.int().min(1), digest: z.string(), since: z.string(), until: z.string() })
  .readonly()
export type AuditEnd = z.infer<typeof AuditEnd>

const Head = z
  .strictObject({
    region: z.string(),
    version: z.int().min(1),
    generation: z.string(),
    authorities: z.array(z.string()).readonly(),
    recent: z.array(Commit).readonly(),
    /** Undefined where the last change was made by a program that kept no log. */
    audit: AuditEnd.optional(),
  })
  .readonly()
  .meta({ id: 'Head' })

/**
 * What the head of a region says: the version that stands, where to find it (the authorities whose partitions hold it),
 * and the latest commits, one for each version, so that a reader of a version before need not read all again.
 */
export type Head = z.infer<typeof Head>

/** What stands of a region. */
export const kind: Kind<Head> = {
  name: 'HEAD',
  body: Head,
  // Heads of schema 1 told of no commits.
  upcasts: [(older) => ({ ...z.looseObject({}).parse(older), recent: [] })],
}

/**
 * Commits and rows together: enough for some thirty commits while a region is read anew, and so few that the head of
 * a region of forty authorities stays within 4 kB, a read unit, for every request reads it.
 */
const mostRecent = 64

/** What a commit makes of a head: the rows it wrote, the authorities there are then, and its audit entry. */
export interface Advance {
  readonly rows: readonly RowKey[]
  readonly authorities: readonly string[]
  readonly audit: AuditEnd
}

/** The head after a commit. */
export function headAfter(head: Head, { rows, authorities, audit }: Advance): Head {
  const version = head.version + 1
  const recent = [...head.recent, { version, rows }]
  while (recent.reduce((count, commit) => count + 1 + commit.rows.length, 0) > mostRecent) recent.shift()
  return { ...head, version, authorities, recent, audit }
}

/** The rows by which a later version of the same generation differs; undefined where the head no longer tells. */
export function rowsSince({ generation, version }: Head, later: Head): ReadonlySet<RowKey> | undefined {
  const commits = later.recent.filter((commit) => commit.version > version)
  if (later.generation !== generation || commits.length !== later.version - version) return undefined
  return new Set(commits.flatMap(({ rows }) => rows))
}

/** Whether two heads name one version. */
export const isSame = (one: Head, other: Head): boolean =>
  one.version === other.version && one.generation === other.generation

/** What names the state that a head tells: generations are random, so no other region or store has the same. */
export const stateOf = ({ generation, version }: Head): string => `${generation}.${version}`

/** The item of a head; version and generation stand beside its body as well, where conditions can see them. */
export const headItem = (head: Head): Item => ({
  ...pack(kind, headKey(head.region), head),
  version: { N: String(head.version) },
  generation: { S: head.generation },
})

/** A condition under which a write is made: that the version it was decided on still stands, or that there is none. */
export const stillStands = (head: Head | undefined) =>
  head === undefined
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: 'version = :version AND generation = :generation',
        ExpressionAttributeValues: { ':version': { N: String(head.version) }, ':generation': { S: head.generation } },
      }

/** The head of a region as it stands now, never an older one; undefined where there is no such region. */
export async function readHead(database: Database, region: string): Promise<Head | undefined> {
  const item = await readItem(database, headKey(region))
  return item && unpack(kind, item)
}
