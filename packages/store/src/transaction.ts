import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import {
  TransactionCanceledException,
  TransactionInProgressException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import type { WriteOutcome } from '@vertretbar/usecases/ports'
import { StoreUnavailable } from '@vertretbar/usecases/store-unavailable'
import type { Database } from './table.ts'

/** The most actions of one transaction (AWS quota). */
export const mostActions = 100

/** Less than the 4 MB that one transaction may hold (AWS quota), for names and numbers count as well. */
export const mostBytes = 3_500_000

const patienceMilliseconds = 2000

/** What became of a transaction: done, not done because of the actions whose conditions did not hold, or in the way. */
export type Transacted =
  | { readonly kind: 'done' | 'in-the-way' }
  | { readonly kind: 'broken'; readonly at: readonly number[] }

/** What a transaction means for who wrote on a version; its action at `keyAt` notes the key, if there is one. */
export function writeOutcome(
  transacted: Transacted,
  keyAt: number,
  version: number,
): WriteOutcome | { readonly kind: 'key-used' } {
  if (transacted.kind === 'done') return { kind: 'written', version }
  return { kind: transacted.kind === 'broken' && transacted.at.includes(keyAt) ? 'key-used' : 'conflict' }
}

/**
 * Carries out all actions or none; others may be in the way for two seconds. Throws where nobody can know: then the
 * caller must neither repeat the write nor clear up after it.
 *
 * One token stands for the transaction however often it is sent, so an answer that was lost is not mistaken for
 * a condition that another writer broke.
 */
export async function transact({ client, table }: Database, actions: readonly Action[]): Promise<Transacted> {
  const command = {
    ClientRequestToken: randomUUID(),
    TransactItems: actions.map((action) => inTable(table, action)),
  }
  const giveUpAt = performance.now() + patienceMilliseconds
  for (let pause = 10; ; pause = Math.min(2 * pause, 320)) {
    try {
      await client.send(new TransactWriteItemsCommand(command))
      return { kind: 'done' }
    } catch (error) {
      const no = noOf(error)
      if (typeof no === 'object') return no
      if (performance.now() + pause > giveUpAt) {
        // Sent once it may still be carried out: to say that it was not would be a guess.
        if (no === 'under-way')
          throw new StoreUnavailable('nobody knows whether a transaction was carried out', { cause: error })
        return { kind: 'in-the-way' }
      }
    }
    await setTimeout(pause * Math.random())
  }
}

/** A put or a deletion in a transaction. */
export type Action = {
  [Kind in 'Put' | 'Delete']: { readonly [K in Kind]: Omit<NonNullable<TransactWriteItem[Kind]>, 'TableName'> }
}['Put' | 'Delete']

const inTable = (table: string, action: Action): TransactWriteItem =>
  'Put' in action ? { Put: { ...action.Put, TableName: table } } : { Delete: { ...action.Delete, TableName: table } }

/** The SDK does not try these again by itself: it takes any cancelled transaction for final. */
const passing: ReadonlySet<string | undefined> = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
])

function noOf(error: unknown): (Transacted & { readonly kind: 'broken' }) | 'in-the-way' | 'under-way' {
  if (error instanceof TransactionInProgressException) return 'under-way'
  if (!(error instanceof TransactionCanceledException)) throw error
  const codes = error.CancellationReasons?.map(({ Code }) => Code) ?? []
  // Reasons come in the order of the actions.
  const at = codes.flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : []))
  if (at.length > 0) return { kind: 'broken', at }
  if (codes.some((code) => passing.has(code))) return 'in-the-way'
  throw new Error(`a transaction was cancelled: ${codes.join(', ')}`, { cause: error })
}
