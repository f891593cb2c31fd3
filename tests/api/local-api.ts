import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { createApp } from '@vertretbar/api/app'
import type { RequestLine } from '@vertretbar/api/context'
import { coverPlanFolder } from '@vertretbar/cli/installation/cover-plan-folder'
import { type Engine, startEngine } from '@vertretbar/cli/installation/engine'
import { exportFolder } from '@vertretbar/cli/installation/kept-exports'
import { planQueue } from '@vertretbar/cli/installation/plan-queue'
import { aFolder } from '@vertretbar/cli/test-process'
import { readRegion } from '@vertretbar/domain/read-region'
import type { Region } from '@vertretbar/domain/region'
import { connect } from '@vertretbar/store/connection'
import { storesOf } from '@vertretbar/store/stores'
import { type Database, ensureTable } from '@vertretbar/store/table'
import { keptRegions } from '@vertretbar/usecases/kept-regions'
import type { Ports, Snapshot } from '@vertretbar/usecases/ports'
import { ulid } from 'ulid'
import { pointSdkAt } from '../store/engine.ts'
import { anImport } from '../store/write.ts'
import { admit, everyRole } from './admit.ts'
import { doorOf } from './door.ts'
import { type TestIssuer, testIssuer } from './issuer.ts'

/** The API on the real engine; its clock stands at the morning of 23 November 2026 until a test moves it. */
export interface LocalApi {
  readonly clock: { now: number }
  /** Asks as the member of a subject of the test's issuer; as `everybody`, who has every role, if none is named. */
  readonly request: (path: string, init?: RequestInit, subject?: string) => Promise<Response>
  readonly app: ReturnType<typeof createApp>
  readonly issuer: TestIssuer
  /** Stores a region whose member `everybody` has every role at every authority; over another, its members stay. */
  readonly open: (region: Region) => Promise<void>
  readonly ports: Ports
  readonly engine: Engine
  readonly database: Database
  /** The states that imports replaced. */
  readonly kept: readonly Snapshot[]
  /** What went wrong and was told to nobody outside. */
  readonly reported: unknown[]
  /** A line for each request that was answered. */
  readonly logged: RequestLine[]
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
  const exports = aFolder()
  const folder = exportFolder(exports.path, () => clock.now)
  const kept: Snapshot[] = []
  const all = storesOf(database, () => clock.now)
  const stores = {
    ...all,
    coverPlans: coverPlanFolder(join(exports.path, 'cover-plans')),
    regions: keptRegions(all.regions, () => clock.now),
    exports: {
      ...folder,
      keep: (before: Snapshot) => {
        kept.push(before)
        return folder.keep(before)
      },
    },
  }
  const reported: unknown[] = []
  const report = (error: unknown): void => void reported.push(error)
  const queue = planQueue({ ...stores, now: () => clock.now }, report)
  const ports: Ports = {
    ...stores,
    enqueuePlan: queue.enqueue,
    now: () => clock.now,
    newId: ulid,
  }
  const issuer = await testIssuer()
  const logged: RequestLine[] = []
  const app = createApp({
    ports,
    ...doorOf(issuer),
    report,
    log: (line) => void logged.push(line),
  })
  const tokens = new Map<string, Promise<string>>()
  const tokenOf = (subject: string): Promise<string> => {
    const known = tokens.get(subject) ?? issuer.token(subject)
    tokens.set(subject, known)
    return known
  }
  return {
    clock,
    app,
    issuer,
    logged,
    request: async (path, init = {}, subject = 'everybody') => {
      const headers = new Headers(init.headers)
      if (!headers.has('Authorization')) headers.set('Authorization', `Bearer ${await tokenOf(subject)}`)
      return app.request(path, { ...init, headers })
    },
    open: async (stored) => {
      const before = await ports.regions.load(stored.region.id)
      const members = before?.region.members
      const written = await ports.regions.replace({ ...stored, ...(members && { members }) }, before?.version, anImport)
      if (written.kind !== 'written') throw new Error(written.kind)
      if (members === undefined)
        await admit(ports, stored.region.id, { subject: 'everybody', roles: everyRole(stored) })
    },
    ports,
    engine,
    database,
    kept,
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
      exports[Symbol.dispose]()
    },
  }
}
