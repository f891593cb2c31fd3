import { type Change, changed } from '@vertretbar/domain/change'
import type { Region } from '@vertretbar/domain/region'
import type { WriteOutcome } from '@vertretbar/usecases/ports'
import { replaceRegion } from './generation.ts'
import { type Head, headAfter, headItem, stillStands } from './head.ts'
import { keyOf, type RowKey } from './items.ts'
import type { Loaded } from './load.ts'
import { type Row, rowsOf } from './rows.ts'
import { type Database, keyItem } from './table.ts'
import { type Action, mostActions, mostBytes, transact } from './transaction.ts'

/** What a commit came to, and the region it left if it was one transaction. */
export interface Committed {
  readonly outcome: WriteOutcome
  readonly loaded?: Loaded
}

/** Writes what the changes make different, and the head, in one transaction; as a new generation if that is too much. */
export async function commitChanges(
  database: Database,
  { head, region }: Loaded,
  changes: readonly Change[],
): Promise<Committed> {
  const next = changed(region, changes)
  if (next.region.id !== head.region) throw new Error(`region ${head.region} cannot become ${next.region.id}`)
  const differing = differences(region, next)
  const actions = differing.map(([row, to]) => actionOf(head, row, to))
  if (actions.length >= mostActions || bytesOf(actions) > mostBytes)
    return { outcome: await replaceRegion(database, next, head.version) }
  const rows = differing.map(([row]) => row)
  const authorities = next.authorities.map(({ id }) => id)
  const after = headAfter(head, rows, authorities)
  const written = await transact(database, [{ Put: { Item: headItem(after), ...stillStands(head) } }, ...actions])
  return written
    ? { outcome: { kind: 'written', version: after.version }, loaded: { head: after, region: next } }
    : { outcome: { kind: 'conflict' } }
}

/** The rows by which one region differs from another, each as it is to become, or undefined if it is to go. */
function differences(before: Region, next: Region): readonly [RowKey, Row | undefined][] {
  const old = rowsOf(before)
  const rows = rowsOf(next)
  const gone = [...old.keys()].filter((row) => !rows.has(row))
  const put = [...rows].filter(([key, row]) => !isSameRow(row, old.get(key)))
  return [...gone.map((row): [RowKey, undefined] => [row, undefined]), ...put]
}

const actionOf = ({ region, generation }: Head, row: RowKey, to: Row | undefined): Action =>
  to === undefined
    ? { Delete: { Key: keyItem(keyOf(region, generation, row)) } }
    : { Put: { Item: to.item(generation) } }

const isSameRow = ({ parts }: Row, other: Row | undefined): boolean =>
  parts.length === other?.parts.length && parts.every((part, index) => part === other.parts[index])

const bytesOf = (actions: readonly Action[]): number =>
  actions.reduce((sum, action) => sum + ('Put' in action ? Buffer.byteLength(action.Put.Item?.body?.S ?? '') : 0), 0)
