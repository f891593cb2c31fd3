import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { type Kind, pack, unpack } from './kind.ts'
import { type Database, headKey, type Item, keyItem } from './table.ts'

/** What the head of a region says: the version that stands, and where to find it. */
export interface Head {
  readonly region: string
  readonly version: number
  readonly generation: string
  /** Whose partitions hold it. */
  readonly authorities: readonly string[]
}

const kind: Kind<Head> = {
  name: 'HEAD',
  body: z.strictObject({
    region: z.string(),
    version: z.int().min(1),
    generation: z.string(),
    authorities: z.array(z.string()),
  }),
  upcasts: [],
}

/** The item of a head; version and generation stand beside its body as well, where conditions can see them. */
export const headItem = (head: Head): Item => ({
  ...pack(kind, headKey(head.region), head),
  version: { N: String(head.version) },
  generation: { S: head.generation },
})

/** A condition under which a write is made: that the version it was decided on still stands, or that there is none. */
export const stillStands = (head: Head | undefined) =>
  head === undefined
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: 'version = :version AND generation = :generation',
        ExpressionAttributeValues: { ':version': { N: String(head.version) }, ':generation': { S: head.generation } },
      }

/** The head of a region as it stands now, never an older one; undefined where there is no such region. */
export async function readHead({ client, table }: Database, region: string): Promise<Head | undefined> {
  const { Item: item } = await client.send(
    new GetItemCommand({ TableName: table, Key: keyItem(headKey(region)), ConsistentRead: true }),
  )
  return item && unpack(kind, item)
}
