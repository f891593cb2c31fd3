import { randomUUID } from 'node:crypto'
import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { PlanJob } from '@vertretbar/usecases/plan-job'
import type { PlanJobStore } from '@vertretbar/usecases/ports'
import * as z from 'zod'
import { deleteAll, putAll } from './batch.ts'
import { type Kind, nameOf, pack, unpack } from './kind.ts'
import { queryAll, readItem } from './query.ts'
import { type Database, type Item, jobsKey, keyItem } from './table.ts'

/** A plan that was asked for. */
export const kind: Kind<PlanJob> = { name: 'JOB', body: PlanJob, upcasts: [] }

const lifeSeconds = 24 * 60 * 60
const mostTries = 5

/** An item holds 400 kB (AWS quota), its other attributes included. */
const mostBytes = 300_000

/** The clock beside the table: milliseconds since 1970, UTC. */
export interface JobDatabase extends Database {
  readonly now: () => number
}

/** Plan jobs in one DynamoDB table: one item each, with further ones where a plan is too long for one. */
export const planJobStore = (database: JobDatabase): PlanJobStore => ({
  read: async (region, id) => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const first = await readFirst(database, region, id)
      if (first === undefined) return undefined
      const bytes = await bytesOf(database, first)
      if (bytes !== undefined) return unpack(kind, { ...first.item, body: { S: bytes.toString('utf8') } })
    }
    throw new Error(`plan job ${id} of region ${region} changed each time it was read`)
  },
  sweep: (region) => sweepExpired(database, region),
  write: async (job) => {
    if (job.revision === 1) await sweepExpired(database, job.region)
    const [first, ...others] = itemsOf(job)
    await putAll(database, others)
    const superseded = await putFirst(database, first, job.revision)
    await deleteAll(database, superseded === undefined ? [] : keysOfOthers(superseded))
  },
})

/** What the first item says beside the job itself; `writing` names the write, so that no two writes mix. */
const First = z.object({
  pk: z.object({ S: z.string() }),
  sk: z.object({ S: z.string() }),
  expiresAt: z.object({ N: z.coerce.number() }),
  writing: z.object({ S: z.string() }),
  items: z.object({ N: z.coerce.number() }),
  part: z.object({ B: z.instanceof(Uint8Array) }),
})
interface First extends z.infer<typeof First> {
  readonly item: Item
}

const Other = z.object({ part: z.object({ B: z.instanceof(Uint8Array) }) })

/** The items of a job, the first one apart; parts are bytes, for a text cannot be cut at any place. */
function itemsOf(job: PlanJob): [Item, ...Item[]] {
  const { body, ...envelope } = pack(kind, { pk: jobsKey(job.region), sk: job.id }, job)
  const bytes = Buffer.from(body?.S ?? '', 'utf8')
  const parts = Array.from({ length: Math.ceil(bytes.length / mostBytes) }, (_, index) => ({
    B: bytes.subarray(index * mostBytes, (index + 1) * mostBytes),
  }))
  const writing = randomUUID()
  const common = { ...envelope, expiresAt: { N: String(Math.floor(Date.parse(job.createdAt) / 1000) + lifeSeconds) } }
  const told = { revision: { N: String(job.revision) }, writing: { S: writing }, items: { N: String(parts.length) } }
  const others = parts.slice(1).map((part, index) => ({ ...common, sk: { S: otherKey(job.id, writing, index) }, part }))
  return [{ ...common, ...told, part: parts[0] ?? { B: new Uint8Array() } }, ...others]
}

const otherKey = (id: string, writing: string, index: number): string =>
  `${id}#${writing}#${String(index).padStart(4, '0')}`

function keysOfOthers(item: Item): Item[] {
  const { pk, sk, writing, items } = firstOf(item)
  return Array.from({ length: items.N - 1 }, (_, index) => keyItem({ pk: pk.S, sk: otherKey(sk.S, writing.S, index) }))
}

/**
 * Puts the first item unless a later revision stands, or the job was deleted; the first item of the write that lost, if
 * there was any.
 */
async function putFirst({ client, table }: Database, first: Item, revision: number): Promise<Item | undefined> {
  try {
    const { Attributes: before } = await client.send(
      new PutItemCommand({
        TableName: table,
        Item: first,
        // Who works on a job may hold what was erased meanwhile: only its first revision makes it.
        ConditionExpression:
          revision === 1 ? 'attribute_not_exists(pk) OR revision < :revision' : 'revision < :revision',
        ExpressionAttributeValues: { ':revision': { N: String(revision) } },
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

async function readFirst(database: JobDatabase, region: string, id: string): Promise<First | undefined> {
  const item = await readItem(database, { pk: jobsKey(region), sk: id })
  const first = item && firstOf(item)
  // DynamoDB deletes an expired item within days, the local engine never: it is gone once it has expired.
  return first === undefined || first.expiresAt.N <= database.now() / 1000 ? undefined : first
}

function firstOf(item: Item): First {
  const first = First.safeParse(item)
  if (!first.success) throw new Error(`the stored item ${nameOf(item)} is no ${kind.name}`, { cause: first.error })
  return { ...first.data, item }
}

/** All bytes of a job; undefined if a later revision has meanwhile taken its place. */
async function bytesOf(database: Database, { pk, sk, writing, items, part }: First): Promise<Buffer | undefined> {
  if (items.N === 1) return Buffer.from(part.B)
  const others = await queryAll(database, { pk: pk.S, prefix: `${sk.S}#${writing.S}#` })
  if (others.length !== items.N - 1) return undefined
  return Buffer.concat([part.B, ...others.map((other) => Other.parse(other).part.B)])
}

/** With each new job the expired ones go, for not every engine deletes them by itself. */
const sweepExpired = (database: JobDatabase, region: string): Promise<void> =>
  deleteExpiredBy(database, region, Math.floor(database.now() / 1000))

async function deleteExpiredBy(database: Database, region: string, seconds: number): Promise<void> {
  await deleteAll(database, await queryAll(database, { pk: jobsKey(region), only: 'keys', expiredBy: seconds }))
}

/** Deletes all jobs that were asked for until an instant in milliseconds since 1970, what is half written included. */
export const deleteAskedUntil = (database: Database, region: string, instant: number): Promise<void> =>
  deleteExpiredBy(database, region, Math.floor(instant / 1000) + lifeSeconds)
