import { OutboxMessage } from '@vertretbar/domain/message'
import { type Kind, pack } from './kind.ts'
import { outboxKey } from './table.ts'
import type { Action } from './transaction.ts'

const kind: Kind<OutboxMessage> = { name: 'MESSAGE', body: OutboxMessage, upcasts: [] }

/** Stores a message to be sent. */
export const messageAction = (region: string, message: OutboxMessage): Action => ({
  Put: { Item: pack(kind, outboxKey(region, message.id), message) },
})
