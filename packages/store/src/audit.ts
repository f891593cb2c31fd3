import { randomBytes } from 'node:crypto'
import { AuditEntry } from '@vertretbar/domain/audit-entry'
import { ruleSet } from '@vertretbar/domain/rule-set'
import { noEntry, saltedDigest, sealed } from '@vertretbar/usecases/audit-chain'
import type { AuditPlace, AuditSlot, AuditStore, Deed, LoggedThing } from '@vertretbar/usecases/ports'
import { auditNames } from './audit-names.ts'
import { type AuditEnd, readHead } from './head.ts'
import { kinds } from './items.ts'
import { type Kind, pack, unpack } from './kind.ts'
import { partitionsOf } from './load.ts'
import { queryAll } from './query.ts'
import { auditKey, type Database, generationPrefix, type Item } from './table.ts'
import type { Action } from './transaction.ts'

/** An entry of the audit log. */
export const kind: Kind<AuditEntry> = { name: 'AUDIT', body: AuditEntry, upcasts: [] }

/** An entry on its way into the log: the write that appends it, and the end that the log has with it. */
interface Appended {
  readonly action: Action
  readonly end: AuditEnd
}

/** The next entry of a log; the write fails where an entry of that number is there already. */
export function appended(
  { region, audit }: { readonly region: string; readonly audit?: AuditEnd | undefined },
  deed: Deed,
  items: AuditEntry['items'],
): Appended {
  const number = (audit?.number ?? 0) + 1
  const entry = sealed({ number, ...deed, ruleSet, items, previous: audit?.digest ?? noEntry })
  const month = deed.at.slice(0, 7)
  const key = { pk: auditKey(region, month), sk: slotOf(number) }
  return {
    action: { Put: { Item: pack(kind, key, entry), ConditionExpression: 'attribute_not_exists(pk)' } },
    end: {
      number,
      digest: entry.digest,
      // The clock of an installation may be put back, so that a later entry lies in an earlier month.
      since: audit === undefined || month < audit.since ? month : audit.since,
      until: audit === undefined || month > audit.until ? month : audit.until,
    },
  }
}

const slotOf = (number: number): string => String(number).padStart(12, '0')

/** An item with a salt of its own, without which nobody can tell its content from its digest. */
export const salted = (item: Item): Item => ({ ...item, salt: { S: randomBytes(16).toString('hex') } })

/** The digest of what a salted item holds; undefined where it has lost its salt. */
export const digestOf = ({ salt, body }: Item): string | undefined =>
  salt?.S === undefined || body?.S === undefined ? undefined : saltedDigest(salt.S, body.S)

/** The audit log in one DynamoDB table. */
export const auditStore = (database: Database): AuditStore => ({
  last: async (region) => {
    const head = await readHead(database, region)
    return head && { number: head.audit?.number ?? 0, digest: head.audit?.digest ?? noEntry }
  },
  slots: async (region) => {
    const head = await readHead(database, region)
    const months = head?.audit === undefined ? [] : monthsBetween(head.audit)
    const read = await Promise.all(months.map((month) => queryAll(database, { pk: auditKey(region, month) })))
    return read.flat().map(readSlot)
  },
  latest: async (region, { before, most }) => {
    const head = await readHead(database, region)
    const months = head?.audit === undefined ? [] : monthsBetween(head.audit).toReversed()
    const found: (AuditSlot & AuditPlace)[] = []
    for (const month of months.filter((one) => before === undefined || one <= before.month)) {
      const sk = before?.month === month ? slotOf(before.number) : undefined
      const last = { most: most - found.length, before: sk }
      const items = await queryAll(database, { pk: auditKey(region, month), last })
      found.push(...items.map((item) => ({ ...readSlot(item), month })))
      if (found.length >= most) break
    }
    return found
  },
  contents: async (region) => {
    const head = await readHead(database, region)
    if (head === undefined) return new Map()
    const names = await auditNames(database, region)
    const prefix = generationPrefix(head.generation)
    const read = await Promise.all(partitionsOf(head).map((pk) => queryAll(database, { pk, prefix })))
    return new Map(read.flat().map((item) => [names.of(rowOf(item)), digestOf(item) ?? '']))
  },
  namesOf: async (region, things) => {
    const names = await auditNames(database, region)
    return things.map((thing) => names.of(`/${words[thing.kind].name}#${thing.id}`).slice(1))
  },
})

/** The words of the rows in which the things lie that the log is asked about. */
const words = {
  specialist: kinds.SPECIALIST,
  booking: kinds.BOOKING,
  refusal: kinds.REFUSAL,
  'gap-mark': kinds.MARK,
  member: kinds.MEMBER,
  feed: kinds.FEED,
} as const satisfies Readonly<Record<LoggedThing['kind'], { readonly name: string }>>

/** The row of an item, whatever the generation. */
function rowOf({ pk, sk }: Item): string {
  const authority = /#A#(.*)$/.exec(pk?.S ?? '')?.[1] ?? ''
  return `${authority}/${sk?.S?.split('#').slice(2).join('#') ?? ''}`
}

function readSlot(item: Item): AuditSlot {
  // What lies under no number at all is told as lying at 0, where no entry belongs.
  const number = Number(item.sk?.S) || 0
  try {
    return { number, entry: unpack(kind, item) }
  } catch {
    // What cannot be read as an entry any more is a finding, and no reason to stop looking.
    return { number, entry: undefined }
  }
}

function monthsBetween({ since, until }: AuditEnd): string[] {
  const months: string[] = []
  for (let month = since; month <= until; month = monthAfter(month)) months.push(month)
  return months
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
