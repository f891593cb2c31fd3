import { readFileSync } from 'node:fs'
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { createApp } from '@vertretbar/api/app'
import { type Engine, startEngine } from '@vertretbar/cli/installation/engine'
import { planQueue } from '@vertretbar/cli/installation/plan-queue'
import { readRegion } from '@vertretbar/domain/read-region'
import type { Region } from '@vertretbar/domain/region'
import { auditStore } from '@vertretbar/store/audit'
import { connect } from '@vertretbar/store/connection'
import { ledgerStore } from '@vertretbar/store/ledger'
import { planJobStore } from '@vertretbar/store/plan-jobs'
import { regionStore } from '@vertretbar/store/region-store'
import { ensureTable } from '@vertretbar/store/table'
import type { Ports } from '@vertretbar/usecases/ports'
import { ulid } from 'ulid'
import { pointSdkAt } from '../store/engine.ts'

/** The API on the real engine; its clock stands at the morning of 23 November 2026 until a test moves it. */
export interface LocalApi {
  readonly clock: { now: number }
  readonly request: (path: string, init?: RequestInit) => Promise<Response>
  readonly ports: Ports
  readonly engine: Engine
  /** What went wrong and was told to nobody outside. */
  readonly reported: unknown[]
  /** Makes what is stored of the region unreadable. */
  readonly spoil: () => Promise<unknown>
  readonly close: () => Promise<void>
}

export const now = Date.parse('2026-11-23T08:00:00Z')

/** The reference region as its file says. */
export function referenceRegion(): Region {
  const file = new URL('../../packages/domain/regions/wolfenbuettel.json', import.meta.url)
  const region = readRegion(readFileSync(file))
  if (!region.ok) throw new Error('the reference region does not hold together', { cause: region.refusal })
  return region.value
}

/** Starts engine, table and API for a region id; the region itself is stored by the caller. */
export async function startLocalApi(region: string): Promise<LocalApi> {
  const started = await startEngine()
  if (!started.ok) throw new Error('no engine', { cause: started.refusal })
  const engine = started.value
  pointSdkAt(engine.endpoint)
  const database = connect('vertretbar-api-test')
  await ensureTable(database.client, database.table)
  const clock = { now }
  const stores = {
    regions: regionStore(database),
    jobs: planJobStore({ ...database, now: () => clock.now }),
    ledger: ledgerStore(database),
    audit: auditStore(database),
  }
  const reported: unknown[] = []
  const report = (error: unknown): void => void reported.push(error)
  const queue = planQueue({ ...stores, now: () => clock.now }, report)
  const ports: Ports = { ...stores, enqueuePlan: queue.enqueue, now: () => clock.now, newId: ulid }
  const app = createApp({ region, ports, report })
  return {
    clock,
    request: async (path, init) => app.request(path, init),
    ports,
    engine,
    reported,
    spoil: () =>
      database.client.send(
        new PutItemCommand({
          TableName: database.table,
          Item: { pk: { S: `R#${region}` }, sk: { S: 'HEAD' }, schema: { N: '2' }, body: { S: '{' } },
        }),
      ),
    close: async () => {
      await queue.close()
      database.client.destroy()
      await engine.stop()
    },
  }
}
