import { OutboxMessage } from '@vertretbar/domain/message'
import type { OutboxStore } from '@vertretbar/usecases/ports'
import { type Kind, pack, unpack } from './kind.ts'
import { queryAll } from './query.ts'
import { type Database, outboxKey } from './table.ts'
import type { Action } from './transaction.ts'

/** What is to be sent. */
export const kind: Kind<OutboxMessage> = { name: 'MESSAGE', body: OutboxMessage, upcasts: [] }

/** Stores a message to be sent. */
export const messageAction = (region: string, message: OutboxMessage): Action => ({
  Put: { Item: pack(kind, outboxKey(region, message.id), message) },
})

/** Puts a message in the place of the one with its id; fails where that is there no more. */
export const replaceAction = (region: string, message: OutboxMessage): Action => ({
  Put: { Item: pack(kind, outboxKey(region, message.id), message), ConditionExpression: 'attribute_exists(pk)' },
})

/** What is still to be sent, in one DynamoDB table. */
export const outboxStore = (database: Database): OutboxStore => ({ waiting: (region) => outbox(database, region) })

/** All messages of a region that are still to be sent. */
export async function outbox(database: Database, region: string): Promise<OutboxMessage[]> {
  const items = await queryAll(database, { pk: outboxKey(region, '').pk })
  return items.map((item) => unpack(kind, item))
}
