import { isDeepStrictEqual } from 'node:util'
import { OutboxMessage } from '@vertretbar/domain/message'
import type { OutboxStore } from '@vertretbar/usecases/alert-ports'
import { StoreUnavailable } from '@vertretbar/usecases/store-unavailable'
import { deleteAll } from './batch.ts'
import { type Kind, pack, unpack } from './kind.ts'
import { queryAll, readItem } from './query.ts'
import { type Database, type Key, keyItem, newsKey, outboxKey } from './table.ts'
import { type Action, transact } from './transaction.ts'

/** What is to be told. */
export const kind: Kind<OutboxMessage> = { name: 'MESSAGE', body: OutboxMessage, upcasts: [] }

/** Stores a message that is to be relayed. */
export const messageAction = (region: string, message: OutboxMessage): Action => ({
  Put: { Item: pack(kind, outboxKey(region, message.id), message) },
})

/** What is to be told, in one DynamoDB table. */
export const outboxStore = (database: Database): OutboxStore => ({
  waiting: (region) => messagesAt(database, outboxKey(region, '')),
  relayed: (region, message, rest) => relayed(database, region, { message, rest }),
  news: (region) => messagesAt(database, newsKey(region, '')),
  forgetNews: (region, ids) =>
    deleteAll(
      database,
      ids.map((id) => keyItem(newsKey(region, id))),
    ),
})

async function messagesAt(database: Database, { pk }: Key): Promise<OutboxMessage[]> {
  return (await queryAll(database, { pk })).map((item) => unpack(kind, item))
}

interface Relayed {
  readonly message: OutboxMessage
  readonly rest: OutboxMessage | undefined
}

/** A message that was rewritten meanwhile, because somebody was erased, stays: it is relayed again as it is now. */
async function relayed(database: Database, region: string, { message, rest }: Relayed): Promise<void> {
  const key = outboxKey(region, message.id)
  const item = await readItem(database, key)
  if (item?.body === undefined || !isDeepStrictEqual(unpack(kind, item), message)) return
  const asRelayed = { ConditionExpression: 'body = :body', ExpressionAttributeValues: { ':body': item.body } }
  const { kind: end } = await transact(database, [
    { Delete: { Key: keyItem(key), ...asRelayed } },
    ...(rest === undefined ? [] : [{ Put: { Item: pack(kind, newsKey(region, rest.id), rest) } }]),
  ])
  if (end === 'in-the-way') throw new StoreUnavailable('a message is being written by others')
}

/**
 * Puts in the place of each message what is made of it, and deletes those of which nothing is left; the very same stays.
 * Of messages that are relayed meanwhile the news are rewritten, and those that were told are not put back.
 */
export async function rewriteMessages(
  database: Database,
  region: string,
  rewritten: (message: OutboxMessage) => OutboxMessage | undefined,
): Promise<void> {
  // News second: what is relayed between the two is among them.
  for (const keyOf of [outboxKey, newsKey])
    for (const message of await messagesAt(database, keyOf(region, ''))) {
      const left = rewritten(message)
      const key = keyOf(region, message.id)
      if (left === undefined) await deleteAll(database, [keyItem(key)])
      else if (left !== message) await replaceMessage(database, key, left)
    }
}

async function replaceMessage(database: Database, key: Key, message: OutboxMessage): Promise<void> {
  const isThere = { ConditionExpression: 'attribute_exists(pk)' }
  const { kind: end } = await transact(database, [{ Put: { Item: pack(kind, key, message), ...isThere } }])
  if (end === 'in-the-way') throw new StoreUnavailable('a message is being written by others')
}
