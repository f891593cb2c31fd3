import { PlanJob } from '@vertretbar/usecases/plan-job'
import type { PlanJobStore } from '@vertretbar/usecases/ports'
import { deleteAll } from './batch.ts'
import { type Kind, pack } from './kind.ts'
import { type LongItem, longItem, type Provided, putLong, readLong } from './long-item.ts'
import { queryAll } from './query.ts'
import { type Database, jobsKey } from './table.ts'

/** A plan that was asked for. */
export const kind: Kind<PlanJob> = { name: 'JOB', body: PlanJob, upcasts: [] }

const lifeSeconds = 24 * 60 * 60

/** The clock beside the table: milliseconds since 1970, UTC. */
export interface JobDatabase extends Database {
  readonly now: () => number
}

/** Plan jobs in one DynamoDB table: one item each, with further ones where a plan is too long for one. */
export const planJobStore = (database: JobDatabase): PlanJobStore => ({
  read: async (region, id) => {
    const read = await readLong(database, kind, { pk: jobsKey(region), sk: id })
    // DynamoDB deletes an expired item within days, the local engine never: it is gone once it has expired.
    return read === undefined || Number(read.first.expiresAt?.N) <= database.now() / 1000 ? undefined : read.body
  },
  sweep: (region) => sweepExpired(database, region),
  write: async (job) => {
    if (job.revision === 1) await sweepExpired(database, job.region)
    await putLong(database, itemOf(job), unlessSuperseded(job))
  },
})

/** All items of a job say when it ends. */
function itemOf(job: PlanJob): LongItem {
  const packed = pack(kind, { pk: jobsKey(job.region), sk: job.id }, job)
  const expiresAt = { N: String(Math.floor(Date.parse(job.createdAt) / 1000) + lifeSeconds) }
  return longItem({ ...packed, expiresAt }, { revision: { N: String(job.revision) } })
}

/** A later revision stays. Who works on a job may hold what was erased meanwhile: only its first revision makes it. */
const unlessSuperseded = ({ revision }: PlanJob): Provided => ({
  ConditionExpression: revision === 1 ? 'attribute_not_exists(pk) OR revision < :revision' : 'revision < :revision',
  ExpressionAttributeValues: { ':revision': { N: String(revision) } },
})

/** With each new job the expired ones go, for not every engine deletes them by itself. */
const sweepExpired = (database: JobDatabase, region: string): Promise<void> =>
  deleteExpiredBy(database, region, Math.floor(database.now() / 1000))

async function deleteExpiredBy(database: Database, region: string, seconds: number): Promise<void> {
  await deleteAll(database, await queryAll(database, { pk: jobsKey(region), only: 'keys', expiredBy: seconds }))
}

/** Deletes all jobs that were asked for until an instant in milliseconds since 1970, what is half written included. */
export const deleteAskedUntil = (database: Database, region: string, instant: number): Promise<void> =>
  deleteExpiredBy(database, region, Math.floor(instant / 1000) + lifeSeconds)
