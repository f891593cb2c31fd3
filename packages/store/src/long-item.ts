import { randomUUID } from 'node:crypto'
import { ConditionalCheckFailedException, PutItemCommand, type PutItemCommandInput } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { deleteAll, putAll } from './batch.ts'
import { type Kind, nameOf, unpack } from './kind.ts'
import { queryAll, readItem } from './query.ts'
import { type Database, type Item, type Key, keyItem } from './table.ts'

/** An item holds 400 kB (AWS quota), its other attributes included. */
const mostBytes = 300_000
const mostTries = 5

/** What is stored in as many items as its length needs: the first is what it is found by, the others hold the rest. */
export interface LongItem {
  readonly first: Item
  readonly others: readonly Item[]
}

/**
 * The items of something packed; what `firstOnly` adds conditions can see. Parts are bytes, for a text cannot be cut at
 * any place.
 */
export function longItem({ body, ...envelope }: Item, firstOnly: Item = {}): LongItem {
  const bytes = body?.B ?? Buffer.from(body?.S ?? '', 'utf8')
  const parts = Array.from({ length: Math.ceil(bytes.length / mostBytes) }, (_, index) => ({
    B: bytes.subarray(index * mostBytes, (index + 1) * mostBytes),
  }))
  const writing = randomUUID()
  const told = { ...firstOnly, writing: { S: writing }, items: { N: String(parts.length) } }
  const others = parts.slice(1).map((part, index) => ({
    ...envelope,
    sk: { S: otherKey(envelope.sk?.S ?? '', writing, index) },
    part,
  }))
  return { first: { ...envelope, ...told, part: parts[0] ?? { B: new Uint8Array() } }, others }
}

/** The name of the write is part of the key, so that no two writes mix. */
const otherKey = (sk: string, writing: string, index: number): string =>
  `${sk}#${writing}#${String(index).padStart(4, '0')}`

/** Under which condition the first item is put. */
export type Provided = Pick<PutItemCommandInput, 'ConditionExpression' | 'ExpressionAttributeValues'>

/**
 * Puts a long item in the place of the one before if a condition holds of that; tells whether it now stands. Of a write
 * that was cut off before its first item, others may be left that nobody reads.
 */
export async function putLong(database: Database, { first, others }: LongItem, provided: Provided): Promise<boolean> {
  await putAll(database, others)
  const superseded = await putFirst(database, first, provided)
  await deleteAll(database, superseded === undefined ? [] : keysOfOthers(superseded))
  return superseded !== first
}

/** Puts the first item if it may; the first item of the write that lost, if there was any. */
async function putFirst({ client, table }: Database, first: Item, provided: Provided): Promise<Item | undefined> {
  try {
    const { Attributes: before } = await client.send(
      new PutItemCommand({
        TableName: table,
        Item: first,
        ...provided,
        ReturnValues: 'ALL_OLD',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    )
    return before
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
    // Where an answer was lost and the SDK sent the put again, it is this very write that stands.
    return error.Item?.writing?.S === first.writing?.S ? undefined : first
  }
}

/** What the first item says of all items. */
const First = z.object({
  pk: z.object({ S: z.string() }),
  sk: z.object({ S: z.string() }),
  writing: z.object({ S: z.string() }),
  items: z.object({ N: z.coerce.number() }),
  part: z.object({ B: z.instanceof(Uint8Array) }),
})
type First = z.infer<typeof First>

const Other = z.object({ part: z.object({ B: z.instanceof(Uint8Array) }) })

/** The thing of a long item as one write left it, with its first item; undefined if there is none. */
export async function readLong<Body>(
  database: Database,
  kind: Kind<Body>,
  key: Key,
): Promise<{ readonly body: Body; readonly first: Item } | undefined> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const first = await readItem(database, key)
    if (first === undefined) return undefined
    const bytes = await bytesOf(database, firstOf(kind.name, first))
    if (bytes !== undefined) return { body: unpack(kind, { ...first, body: bodyOf(first, bytes) }), first }
  }
  throw new Error(`the stored item ${nameOf(keyItem(key))} changed each time it was read`)
}

const bodyOf = ({ encoding }: Item, bytes: Buffer) =>
  encoding === undefined ? { S: bytes.toString('utf8') } : { B: bytes }

function keysOfOthers(item: Item): Item[] {
  const { pk, sk, writing, items } = firstOf('long item', item)
  return Array.from({ length: items.N - 1 }, (_, index) => keyItem({ pk: pk.S, sk: otherKey(sk.S, writing.S, index) }))
}

function firstOf(name: string, item: Item): First {
  const first = First.safeParse(item)
  if (!first.success) throw new Error(`the stored item ${nameOf(item)} is no ${name}`, { cause: first.error })
  return first.data
}

/** All bytes; undefined if a later write has meanwhile taken the place of this one. */
async function bytesOf(database: Database, { pk, sk, writing, items, part }: First): Promise<Buffer | undefined> {
  if (items.N === 1) return Buffer.from(part.B)
  const others = await queryAll(database, { pk: pk.S, prefix: `${sk.S}#${writing.S}#` })
  if (others.length !== items.N - 1) return undefined
  return Buffer.concat([part.B, ...others.map((other) => Other.parse(other).part.B)])
}
