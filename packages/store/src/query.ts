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
  /** So many from the end, or from before a sort key, in falling order. */
  readonly last?: { readonly most: number; readonly before?: string | undefined }
}

/** All items that answer, in the order of their sort keys, as they stand when read; page after page. */
export async function queryAll({ client, table }: Database, question: Question): Promise<Item[]> {
  const input = queryInput(table, question)
  const most = question.last?.most ?? Number.POSITIVE_INFINITY
  const items: Item[] = []
  let next: Item | undefined
  do {
    const page = await client.send(new QueryCommand({ ...input, ...(next && { ExclusiveStartKey: next }) }))
    items.push(...(page.Items ?? []))
    next = page.LastEvaluatedKey
  } while (next !== undefined && items.length < most)
  return items.slice(0, most)
}

const queryInput = (table: string, { pk, prefix, only, expiredBy, last }: Question): QueryCommandInput => ({
  TableName: table,
  ConsistentRead: true,
  KeyConditionExpression: [
    'pk = :pk',
    ...(prefix === undefined ? [] : ['begins_with(sk, :prefix)']),
    ...(last?.before === undefined ? [] : ['sk < :before']),
  ].join(' AND '),
  ...(last && { ScanIndexForward: false, Limit: last.most }),
  ...(expiredBy !== undefined && { FilterExpression: 'expiresAt <= :expiredBy' }),
  ExpressionAttributeValues: {
    ':pk': { S: pk },
    ...(prefix !== undefined && { ':prefix': { S: prefix } }),
    ...(last?.before !== undefined && { ':before': { S: last.before } }),
    ...(expiredBy !== undefined && { ':expiredBy': { N: String(expiredBy) } }),
  },
  ...(only === 'keys' && { ProjectionExpression: 'pk, sk' }),
})

/** The item at a key as it stands when read. */
export async function readItem({ client, table }: Database, key: Key): Promise<Item | undefined> {
  const answer = await client.send(new GetItemCommand({ TableName: table, Key: keyItem(key), ConsistentRead: true }))
  return answer.Item
}
