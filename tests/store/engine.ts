import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb'
import { type Engine, startEngine } from '@vertretbar/cli/installation/engine'
import { readRegion } from '@vertretbar/domain/read-region'
import type { Region } from '@vertretbar/domain/region'
import { connect } from '@vertretbar/store/connection'
import { regionStore } from '@vertretbar/store/region-store'
import { type Database, ensureTable } from '@vertretbar/store/table'
import type { RegionStore, Snapshot } from '@vertretbar/usecases/ports'
import { afterAll, beforeAll } from 'vitest'
import { anImport } from './write.ts'

/**
 * An engine in memory, for the tests of one file; call it at the top of that file. `STORE_ENDPOINT` names another
 * DynamoDB to ask for a second opinion, such as the one that AWS gives away for development.
 */
export function engineOfThisFile(): void {
  let engine: Engine | undefined
  beforeAll(async () => {
    const { STORE_ENDPOINT } = process.env
    if (STORE_ENDPOINT === undefined) engine = await startedEngine()
    pointSdkAt(engine?.endpoint ?? STORE_ENDPOINT ?? '')
  })
  afterAll(() => engine?.stop())
}

/** A new table, and a client of its own. */
export async function freshDatabase(): Promise<Database> {
  const database = connect(`regions-${randomUUID()}`)
  await ensureTable(database.client, database.table)
  return database
}

/** The reference region in a new table, and the store that put it there. */
export async function storedReference() {
  const database = await freshDatabase()
  const store = regionStore(database)
  await store.replace(referenceRegion(), undefined, anImport)
  return { database, store, snapshot: await standing(store) }
}

/** A running engine, or an error that says why there is none. */
export async function startedEngine(file?: string): Promise<Engine> {
  const engine = await startEngine(file === undefined ? {} : { file })
  if (!engine.ok) throw new Error(JSON.stringify(engine.refusal))
  return engine.value
}

/** Clients made from now on reach this endpoint; the engine takes any credentials. */
export function pointSdkAt(endpoint: string): void {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  })
}

/** A table at an engine of ours. */
export function databaseAt(endpoint: string): Database {
  pointSdkAt(endpoint)
  return connect('vertretbar')
}

/** The same table through a client of its own, as another process would reach it. */
export const anotherClient = ({ table }: Database): Database => connect(table)

/** The sort keys of all that is stored, by partition: only a scan also finds what no key leads to. */
export async function everything({ client, table }: Database): Promise<Record<string, AttributeValue>[]> {
  const items: Record<string, AttributeValue>[] = []
  let next: Record<string, AttributeValue> | undefined
  do {
    const page = await client.send(new ScanCommand({ TableName: table, ...(next && { ExclusiveStartKey: next }) }))
    items.push(...(page.Items ?? []))
    next = page.LastEvaluatedKey
  } while (next !== undefined)
  return items
}

/** The region that stands; it must be there. */
export async function standing(store: RegionStore, region = 'wolfenbuettel'): Promise<Snapshot> {
  const snapshot = await store.load(region)
  if (snapshot === undefined) throw new Error(`no region ${region}`)
  return snapshot
}

/** The reference region. */
export function referenceRegion(): Region {
  const read = readRegion(readFileSync(new URL('../../packages/domain/regions/wolfenbuettel.json', import.meta.url)))
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}
