import { changed } from '@vertretbar/domain/change'
import { millisecondsOf } from '@vertretbar/domain/instant'
import type { Region } from '@vertretbar/domain/region'
import type { Write, WriteOutcome } from '@vertretbar/usecases/ports'
import { appended, digestOf, salted } from './audit.ts'
import { auditNames } from './audit-names.ts'
import { feedTokenActions } from './feed-tokens.ts'
import { replaceRegion } from './generation.ts'
import { type Head, headAfter, headItem, stillStands } from './head.ts'
import { identityActions } from './identities.ts'
import { keyOf, type RowKey } from './items.ts'
import { keyAction } from './keyed.ts'
import { ledgerActions } from './ledger.ts'
import type { Loaded } from './load.ts'
import { messageAction } from './outbox.ts'
import { noteAction } from './remains.ts'
import { type Row, rowsOf } from './rows.ts'
import { type Database, keyItem } from './table.ts'
import { type Action, mostActions, mostBytes, transact, writeOutcome } from './transaction.ts'

/** What a commit came to, and the region it left if it was one transaction. */
export interface Committed {
  readonly outcome: WriteOutcome | { readonly kind: 'key-used' }
  readonly loaded?: Loaded
}

/**
 * Writes what the changes make different, the head, and all that belongs to the deed, in one transaction; as a new
 * generation if that is too much, or if nothing of the old one is to be left.
 */
export async function commitChanges(database: Database, { head, region }: Loaded, write: Write): Promise<Committed> {
  const next = changed(region, write.changes)
  if (next.region.id !== head.region) throw new Error(`region ${head.region} cannot become ${next.region.id}`)
  const rows = differences(region, next).map(([row, to]) => rowWrite(head, row, to))
  const names = await auditNames(database, head.region)
  const beside = [
    ...actionsBeside(head.region, write),
    ...(await identityActions(database, region, next)),
    ...feedTokenActions(region, next),
  ]
  const actions = [...beside, ...rows.map(({ action }) => action), ...names.actions]
  if (write.erased !== undefined || actions.length + 2 > mostActions || bytesOf(actions) > mostBytes)
    return { outcome: await replaceRegion(database, next, { version: head.version, deed: write.deed, beside }) }
  const authorities = next.authorities.map(({ id }) => id)
  const items = rows.map(({ row, digest }) => ({ item: names.of(row), ...(digest !== undefined && { digest }) }))
  const log = appended(head, write.deed, items)
  const after = headAfter(head, { rows: rows.map(({ row }) => row), authorities, audit: log.end })
  const mine = [{ Put: { Item: headItem(after), ...stillStands(head) } }, log.action]
  const outcome = writeOutcome(await transact(database, [...mine, ...actions]), mine.length, after.version)
  if (outcome.kind !== 'written') return { outcome }
  names.written()
  return { outcome, loaded: { head: after, region: next } }
}

/** What is stored beside the region itself; what was done under a key goes first. */
const actionsBeside = (region: string, { keyed, message, ledger, deed, erased }: Write): Action[] => [
  ...(keyed === undefined ? [] : [keyAction(region, keyed, millisecondsOf(deed.at))]),
  ...(message === undefined ? [] : [messageAction(region, message)]),
  ...ledgerActions(region, ledger),
  ...(erased === undefined ? [] : [noteAction(region, erased)]),
]

/** The rows by which one region differs from another, each as it is to become, or undefined if it is to go. */
function differences(before: Region, next: Region): readonly [RowKey, Row | undefined][] {
  const old = rowsOf(before)
  const rows = rowsOf(next)
  const gone = [...old.keys()].filter((row) => !rows.has(row))
  const put = [...rows].filter(([key, row]) => !isSameRow(row, old.get(key)))
  return [...gone.map((row): [RowKey, undefined] => [row, undefined]), ...put]
}

/** The write that makes a row what it is to become, and the digest that the log keeps of it. */
function rowWrite({ region, generation }: Head, row: RowKey, to: Row | undefined) {
  if (to === undefined)
    return { action: { Delete: { Key: keyItem(keyOf(region, generation, row)) } }, row, digest: undefined }
  const item = salted(to.item(generation))
  return { action: { Put: { Item: item } }, row, digest: digestOf(item) }
}

const isSameRow = ({ parts }: Row, other: Row | undefined): boolean =>
  parts.length === other?.parts.length && parts.every((part, index) => part === other.parts[index])

const bytesOf = (actions: readonly Action[]): number =>
  actions.reduce((sum, action) => sum + ('Put' in action ? Buffer.byteLength(action.Put.Item?.body?.S ?? '') : 0), 0)
