import { KeyedCommand } from '@vertretbar/usecases/ports'
import { type Kind, pack, unpack } from './kind.ts'
import { readItem } from './query.ts'
import { type Database, keyedKey } from './table.ts'
import type { Action } from './transaction.ts'

const kind: Kind<KeyedCommand> = { name: 'KEY', body: KeyedCommand, upcasts: [] }

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

/** What was done under a key. */
export async function readKeyed(
  database: Database,
  region: string,
  { actor, key }: Pick<KeyedCommand, 'actor' | 'key'>,
): Promise<KeyedCommand | undefined> {
  const item = await readItem(database, keyedKey(region, actor, key))
  return item && unpack(kind, item)
}
