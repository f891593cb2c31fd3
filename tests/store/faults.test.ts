import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type Change, canonical, changed } from '@vertretbar/domain/change'
import { planJobStore } from '@vertretbar/store/plan-jobs'
import { regionStore } from '@vertretbar/store/region-store'
import type { Database } from '@vertretbar/store/table'
import type { PlanJob } from '@vertretbar/usecases/plan-job'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { engineOfThisFile, freshDatabase, referenceRegion, standing } from './engine.ts'
import { cancelled } from './fates.ts'
import { type Call, type Fate, faultProxy } from './proxy.ts'
import { anImport, writeOf } from './write.ts'

engineOfThisFile()

const change: Change = {
  kind: 'put',
  in: 'products',
  member: { id: 'new', name: 'Neu', vendor: 'x', accessLeadWorkingDays: 1 },
}

/** A database behind a proxy, with the reference region stored past it. */
async function behindProxy(fateOf: (call: Call) => Fate) {
  const direct = await freshDatabase()
  await regionStore(direct).replace(referenceRegion(), undefined, anImport)
  const proxy = await faultProxy(String(process.env.AWS_ENDPOINT_URL_DYNAMODB), fateOf)
  const database: Database = { client: new DynamoDBClient({ endpoint: proxy.endpoint }), table: direct.table }
  return { direct, database, proxy }
}

const isTransaction = ({ operation }: Call): boolean => operation === 'TransactWriteItems'

it('does not take the lost answer to a commit for a conflict, and commits once', async () => {
  const { direct, database, proxy } = await behindProxy((call) =>
    isTransaction(call) && call.count === 1 ? 'lose-answer' : 'pass',
  )
  await using _ = proxy
  const snapshot = await standing(regionStore(database))
  expect(await regionStore(database).commit(snapshot, writeOf([change]))).toEqual({ kind: 'written', version: 2 })
  expect(proxy.counts.get('TransactWriteItems')).toBe(2)
  expect(await standing(regionStore(direct))).toMatchObject({ version: 2, region: changed(snapshot.region, [change]) })
})

it('does not take the lost answer to an import for a conflict', async () => {
  const { direct, database, proxy } = await behindProxy((call) =>
    isTransaction(call) && call.count === 1 ? 'lose-answer' : 'pass',
  )
  await using _ = proxy
  const next = { ...referenceRegion(), bookings: [] }
  expect(await regionStore(database).replace(next, 1, anImport)).toEqual({ kind: 'written', version: 2 })
  expect(await standing(regionStore(direct))).toMatchObject({ version: 2, region: canonical(next) })
})

it.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
  'tries again while others are in the way: %s',
  async (code) => {
    const { database, proxy } = await behindProxy((call) =>
      isTransaction(call) && call.count < 4 ? cancelled(code) : 'pass',
    )
    await using _ = proxy
    const snapshot = await standing(regionStore(database))
    expect(await regionStore(database).commit(snapshot, writeOf([change]))).toEqual({ kind: 'written', version: 2 })
    expect(proxy.counts.get('TransactWriteItems')).toBe(4)
  },
)

it('calls it a conflict where others are in the way for two seconds', async () => {
  const { direct, database, proxy } = await behindProxy((call) =>
    isTransaction(call) ? cancelled('TransactionConflict') : 'pass',
  )
  await using _ = proxy
  const snapshot = await standing(regionStore(database))
  const startedAt = performance.now()
  expect(await regionStore(database).commit(snapshot, writeOf([change]))).toEqual({ kind: 'conflict' })
  expect(performance.now() - startedAt).toBeLessThan(2500)
  expect(proxy.counts.get('TransactWriteItems')).toBeGreaterThan(5)
  expect(await standing(regionStore(direct))).toMatchObject({ version: 1 })
})

const inProgress: Fate = {
  status: 400,
  answer: {
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionInProgressException',
    Message: 'The transaction with the given request token is already in progress.',
  },
}

it('says that nobody knows, where a commit sent before is still being carried out', async () => {
  const { database, proxy } = await behindProxy((call) => (isTransaction(call) ? inProgress : 'pass'))
  await using _ = proxy
  const committed = regionStore(database).commit(await standing(regionStore(database)), writeOf([change]))
  await expect(committed).rejects.toThrow('nobody knows')
})

it('clears nothing up after an import that may still become visible', async () => {
  const { direct, database, proxy } = await behindProxy((call) => (isTransaction(call) ? inProgress : 'pass'))
  await using _ = proxy
  const imported = regionStore(database).replace({ ...referenceRegion(), bookings: [] }, 1, anImport)
  await expect(imported).rejects.toThrow('nobody knows')
  expect(await standing(regionStore(direct))).toMatchObject({ version: 1 })
  const writes = proxy.counts.get('BatchWriteItem')
  expect(writes).toBeGreaterThan(1)
  // Its items wait, noted, for the next import to clear them up.
  expect(await regionStore(direct).replace(referenceRegion(), 1, anImport)).toEqual({ kind: 'written', version: 2 })
})

it('throws, with its cause, where a transaction is cancelled for another reason', async () => {
  const { database, proxy } = await behindProxy((call) => (isTransaction(call) ? cancelled('ValidationError') : 'pass'))
  await using _ = proxy
  const committed = regionStore(database).commit(await standing(regionStore(database)), writeOf([change]))
  await expect(committed).rejects.toMatchObject({
    message: 'a transaction was cancelled: ValidationError, None',
    cause: { name: 'TransactionCanceledException' },
  })
})

const Batch = z.object({ RequestItems: z.record(z.string(), z.array(z.unknown())) })

/** Lets the engine carry out all writes of a call but the last two, as DynamoDB does under load. */
function leaveTwoUndone({ operation, body, count }: Call): Fate {
  if (operation !== 'BatchWriteItem' || count > 6) return 'pass'
  const [[table, writes] = ['', []]] = Object.entries(Batch.parse(JSON.parse(body)).RequestItems)
  if (writes.length < 3) return 'pass'
  return {
    instead: { RequestItems: { [table]: writes.slice(0, -2) } },
    answer: { UnprocessedItems: { [table]: writes.slice(-2) } },
  }
}

it('sends again what an import was left undone', async () => {
  const { direct, database, proxy } = await behindProxy(leaveTwoUndone)
  await using _ = proxy
  const next = { ...referenceRegion(), bookings: [] }
  expect(await regionStore(database).replace(next, 1, anImport)).toEqual({ kind: 'written', version: 2 })
  expect((await standing(regionStore(direct))).region).toEqual(canonical(next))
})

it('writes nothing visible where writes are left undone for good', { timeout: 60_000 }, async () => {
  const { direct, database, proxy } = await behindProxy(({ operation, body }) =>
    operation === 'BatchWriteItem'
      ? { status: 200, answer: { UnprocessedItems: Batch.parse(JSON.parse(body)).RequestItems } }
      : 'pass',
  )
  await using _ = proxy
  const replaced = regionStore(database).replace({ ...referenceRegion(), bookings: [] }, 1, anImport)
  await expect(replaced).rejects.toThrow('left undone')
  await expect(replaced).rejects.toMatchObject({ name: 'StoreUnavailable' })
  expect(await standing(regionStore(direct))).toMatchObject({ version: 1, region: canonical(referenceRegion()) })
})

it('keeps a plan job whole whose answer was lost', async () => {
  const { direct, database, proxy } = await behindProxy(({ operation, count }) =>
    operation === 'PutItem' && count === 1 ? 'lose-answer' : 'pass',
  )
  await using _ = proxy
  const now = () => Date.parse(longJob.createdAt)
  await planJobStore({ ...database, now }).write(longJob)
  expect(proxy.counts.get('PutItem')).toBe(2)
  expect(await planJobStore({ ...direct, now }).read('goslar', 'job-1')).toEqual(longJob)
})

const levels = { criticalShortage: 0, normalShortage: 0, handOvers: 0, halfDays: 0, effort: 0, fairness: 0 }
const longJob: PlanJob = {
  id: 'job-1',
  region: 'goslar',
  version: 1,
  revision: 1,
  state: 'done',
  request: {
    today: '2026-11-23',
    from: '2026-11-23',
    to: '2027-02-20',
    timeLimitSeconds: 30,
    explainSeconds: 0,
    skipStructural: false,
  },
  createdAt: '2026-11-23T08:00:00.000Z',
  aliveAt: '2026-11-23T08:00:00.000Z',
  plan: {
    status: 'optimal',
    deterministic: true,
    objective: levels,
    bound: levels,
    assignments: [
      { specialist: 's', authority: 'a', area: 'b', halfDays: Array.from({ length: 25_000 }, () => '2026-12-01/am') },
    ],
    uncovered: [],
  },
}
