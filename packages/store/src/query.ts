import { GetItemCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb'
import { type Database, type Item, type Key, keyItem } from './table.ts'

/** What to read of one partition. */
export interface Question {
  readonly pk: string
  /** How the sort keys begin; without it, the whole partition. */
  readonly prefix?: string
  /** To read keys alone. */
  readonly only?: 'keys'
  /** Only what has expired by then, in seconds since 1970. */
  readonly expiredBy?: number
}

/** All items that answer, in the order of their sort keys, as they stand when read; page after page. */
export async function queryAll({ client, table }: Database, question: Question): Promise<Item[]> {
  const input = queryInput(table, question)
  const items: Item[] = []
  let next: Item | undefined
  do {
    const page = await client.send(new QueryCommand({ ...input, ...(next && { ExclusiveStartKey: next }) }))
    items.push(...(page.Items ?? []))
    next = page.LastEvaluatedKey
  } while (next !== undefined)
  return items
}

const queryInput = (table: string, { pk, prefix, only, expiredBy }: Question): QueryCommandInput => ({
  TableName: table,
  ConsistentRead: true,
  KeyConditionExpression: prefix === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
  ...(expiredBy !== undefined && { FilterExpression: 'expiresAt <= :expiredBy' }),
  ExpressionAttributeValues: {
    ':pk': { S: pk },
    ...(prefix !== undefined && { ':prefix': { S: prefix } }),
    ...(expiredBy !== undefined && { ':expiredBy': { N: String(expiredBy) } }),
  },
  ...(only === 'keys' && { ProjectionExpression: 'pk, sk' }),
})

/** The item at a key as it stands when read. */
export async function readItem({ client, table }: Database, key: Key): Promise<Item | undefined> {
  const answer = await client.send(new GetItemCommand({ TableName: table, Key: keyItem(key), ConsistentRead: true }))
  return answer.Item
}
