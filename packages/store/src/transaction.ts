import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import {
  TransactionCanceledException,
  TransactionInProgressException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import type { Database } from './table.ts'

/** The most actions of one transaction (AWS quota). */
export const mostActions = 100

/** Less than the 4 MB that one transaction may hold (AWS quota), for names and numbers count as well. */
export const mostBytes = 3_500_000

const patienceMilliseconds = 2000

/**
 * Carries out all actions or none; false if a condition did not hold, or if others were in the way for two seconds.
 * Throws where nobody can know: then the caller must neither repeat the write nor clear up after it.
 *
 * One token stands for the transaction however often it is sent, so an answer that was lost is not mistaken for
 * a condition that another writer broke.
 */
export async function transact({ client, table }: Database, actions: readonly Action[]): Promise<boolean> {
  const command = {
    ClientRequestToken: randomUUID(),
    TransactItems: actions.map((action) => inTable(table, action)),
  }
  const giveUpAt = performance.now() + patienceMilliseconds
  for (let pause = 10; ; pause = Math.min(2 * pause, 320)) {
    try {
      await client.send(new TransactWriteItemsCommand(command))
      return true
    } catch (error) {
      const no = noOf(error)
      if (no === 'broken-condition') return false
      if (performance.now() + pause > giveUpAt) {
        // Sent once it may still be carried out: to say that it was not would be a guess.
        if (no === 'under-way') throw new Error('nobody knows whether a transaction was carried out', { cause: error })
        return false
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

function noOf(error: unknown): 'broken-condition' | 'in-the-way' | 'under-way' {
  if (error instanceof TransactionInProgressException) return 'under-way'
  if (!(error instanceof TransactionCanceledException)) throw error
  const codes = error.CancellationReasons?.map(({ Code }) => Code) ?? []
  if (codes.includes('ConditionalCheckFailed')) return 'broken-condition'
  if (codes.some((code) => passing.has(code))) return 'in-the-way'
  throw new Error(`a transaction was cancelled: ${codes.join(', ')}`, { cause: error })
}
