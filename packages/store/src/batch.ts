import { setTimeout } from 'node:timers/promises'
import { BatchWriteItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb'
import { StoreUnavailable } from '@vertretbar/usecases/store-unavailable'
import type { Database, Item } from './table.ts'

/** The most writes of one call (AWS quota). */
const mostWrites = 25
const callsAtOnce = 4
const mostTries = 12
const longestPause = 1000

/** Writes all items, in any order and not at once. */
export const putAll = (database: Database, items: readonly Item[]): Promise<void> =>
  writeAll(
    database,
    items.map((item) => ({ PutRequest: { Item: item } })),
  )

/** Deletes what lies at these keys. */
export const deleteAll = (database: Database, keys: readonly Item[]): Promise<void> =>
  writeAll(
    database,
    keys.map((key) => ({ DeleteRequest: { Key: key } })),
  )

async function writeAll(database: Database, writes: readonly WriteRequest[]): Promise<void> {
  const calls = Array.from({ length: Math.ceil(writes.length / mostWrites) }, (_, index) =>
    writes.slice(index * mostWrites, (index + 1) * mostWrites),
  )
  const worker = async (): Promise<void> => {
    for (let call = calls.shift(); call !== undefined; call = calls.shift()) await writeSome(database, call)
  }
  await Promise.all(Array.from({ length: callsAtOnce }, worker))
}

/** DynamoDB may leave some writes of a call undone; they are sent again after a growing pause. */
async function writeSome({ client, table }: Database, writes: readonly WriteRequest[]): Promise<void> {
  let left = [...writes]
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }))
    left = UnprocessedItems?.[table] ?? []
    if (left.length === 0) return
    await setTimeout(Math.min(50 * 2 ** tries, longestPause) * Math.random())
  }
  throw new StoreUnavailable(`${left.length} writes to ${table} were left undone ${mostTries} times`)
}
