import { KeyedCommand } from '@vertretbar/usecases/ports'
import { deleteAll } from './batch.ts'
import { type Kind, pack, unpack } from './kind.ts'
import { queryAll, readItem } from './query.ts'
import { type Database, type Key, keyedKey } from './table.ts'
import type { Action } from './transaction.ts'

/** What was done under a key. */
export const kind: Kind<KeyedCommand> = { name: 'KEY', body: KeyedCommand, upcasts: [] }

/** How long a key is known, in seconds: whoever sends a command again does so within hours. */
const lifeSeconds = 7 * 24 * 60 * 60

/** Notes what is done under a key; fails where that is noted already and has not expired. */
export const keyAction = (region: string, keyed: KeyedCommand, now: number): Action => ({
  Put: {
    Item: {
      ...pack(kind, keyedKey(region, keyed.actor, keyed.key), keyed),
      expiresAt: { N: String(Math.floor(now / 1000) + lifeSeconds) },
    },
    ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
    ExpressionAttributeValues: { ':now': { N: String(Math.floor(now / 1000)) } },
  },
})

/** What was done under a key; one that has expired is known no more, whether or not it is deleted yet. */
export async function readKeyed(database: Database, key: Key, now: number): Promise<KeyedCommand | undefined> {
  const item = await readItem(database, key)
  if (item === undefined || Number(item.expiresAt?.N) <= now / 1000) return undefined
  return unpack(kind, item)
}

/** Deletes the keys of a region that have expired. */
export async function deleteExpiredKeys(database: Database, region: string, now: number): Promise<void> {
  const { pk } = keyedKey(region, '', '')
  await deleteAll(database, await queryAll(database, { pk, only: 'keys', expiredBy: Math.floor(now / 1000) }))
}

/** Deletes what was done under keys in which a person's code stands; whoever chose such a key has to choose another. */
export async function deleteKeysNaming(database: Database, region: string, code: string): Promise<void> {
  const { pk } = keyedKey(region, '', '')
  const keys = await queryAll(database, { pk, only: 'keys' })
  await deleteAll(
    database,
    keys.filter(({ sk }) => sk?.S?.includes(code)),
  )
}
