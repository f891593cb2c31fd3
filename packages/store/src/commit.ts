import { type Change, changed } from '@vertretbar/domain/change'
import type { Region } from '@vertretbar/domain/region'
import type { WriteOutcome } from '@vertretbar/usecases/ports'
import { replaceRegion } from './generation.ts'
import { type Head, headItem, stillStands } from './head.ts'
import { keyOf, type Row, rowsOf } from './items.ts'
import type { Loaded } from './load.ts'
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
  const actions = differences(region, next, head.generation)
  if (actions.length >= mostActions || bytesOf(actions) > mostBytes)
    return { outcome: await replaceRegion(database, next, head.version) }
  const after: Head = { ...head, version: head.version + 1, authorities: next.authorities.map(({ id }) => id) }
  const written = await transact(database, [{ Put: { Item: headItem(after), ...stillStands(head) } }, ...actions])
  return written
    ? { outcome: { kind: 'written', version: after.version }, loaded: { head: after, region: next } }
    : { outcome: { kind: 'conflict' } }
}

/** What to write so that the items of one region become those of another. */
function differences(before: Region, next: Region, generation: string): Action[] {
  const old = rowsOf(before)
  const rows = rowsOf(next)
  const removed = old.entries().filter(([key]) => !rows.has(key))
  const put = rows.entries().filter(([key, row]) => !isSameRow(row, old.get(key)))
  return [
    ...removed.map(([, { pk, name }]) => ({ Delete: { Key: keyItem(keyOf(pk, generation, name)) } })),
    ...put.map(([, { item }]) => ({ Put: { Item: item(generation) } })),
  ]
}

const isSameRow = ({ parts }: Row, other: Row | undefined): boolean =>
  parts.length === other?.parts.length && parts.every((part, index) => part === other.parts[index])

const bytesOf = (actions: readonly Action[]): number =>
  actions.reduce((sum, action) => sum + ('Put' in action ? Buffer.byteLength(action.Put.Item?.body?.S ?? '') : 0), 0)
