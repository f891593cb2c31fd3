import type { RegionStore } from '@vertretbar/usecases/ports'
import { commitChanges } from './commit.ts'
import { readDirectory } from './directory.ts'
import { feedTokenActions } from './feed-tokens.ts'
import { replaceRegion } from './generation.ts'
import { readHead, stateOf } from './head.ts'
import { deleteExpiredKeys, readKeyed } from './keyed.ts'
import { messageAction } from './outbox.ts'
import { WarmSnapshots } from './snapshot.ts'
import { type Database, keyedKey } from './table.ts'
import { Turns } from './turns.ts'

/** Regions in one DynamoDB table. It keeps a snapshot of each region it has read, and asks each time whether it stands. */
export function regionStore(database: Database): RegionStore {
  const snapshots = new WarmSnapshots(database)
  const turns = new Turns()
  return {
    regions: () => readDirectory(database),
    stateOf: async (region) => {
      const head = await readHead(database, region)
      return head && { version: head.version, state: stateOf(head) }
    },
    load: (region) => snapshots.load(region),
    loadAll: (region) => snapshots.load(region),
    inTurn: (region, work) => turns.take(region, work),
    commit: async (decidedOn, write) => {
      const head = await snapshots.headOf(decidedOn)
      if (head === undefined) return { kind: 'conflict' }
      const { outcome, loaded } = await commitChanges(database, { head, region: decidedOn.region }, write)
      if (loaded !== undefined) snapshots.keep(loaded)
      return outcome
    },
    replace: async (next, version, { message, ...deed }) => {
      const before = version === undefined ? undefined : await snapshots.load(next.region.id)
      const beside = [
        ...(message === undefined ? [] : [messageAction(next.region.id, message)]),
        ...feedTokenActions(before?.region, next),
      ]
      const outcome = await replaceRegion(database, next, { version, deed, beside })
      return outcome.kind === 'key-used' ? { kind: 'conflict' } : outcome
    },
    keyed: (region, { actor, key }, now) => readKeyed(database, keyedKey(region, actor, key), now),
    forgetKeys: (region, now) => deleteExpiredKeys(database, region, now),
  }
}
