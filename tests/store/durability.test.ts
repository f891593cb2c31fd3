import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Change, canonical, changed } from '@vertretbar/domain/change'
import { regionStore } from '@vertretbar/store/region-store'
import { ensureTable } from '@vertretbar/store/table'
import type { RegionStore } from '@vertretbar/usecases/ports'
import { expect } from 'vitest'
import { census } from '../campaign.ts'
import { databaseAt, referenceRegion, standing, startedEngine } from './engine.ts'
import { anImport, writeOf } from './write.ts'

const writers = Array.from({ length: 32 }, (_, number) => `writer-${String(number).padStart(2, '0')}`)

census(
  'store: kill -9 of the engine under 32 writers loses and tears nothing',
  { test: 2, prove: 20 },
  async (round) => {
    const folder = mkdtempSync(join(tmpdir(), 'vertretbar-'))
    try {
      const file = join(folder, 'store.db')
      const acknowledged = await writeUntilKilled(file, 300 + 50 * (round % 10))
      expect(acknowledged.size).toBeGreaterThan(0)
      await expectWhole(file, acknowledged)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)

/** The last number that each writer was told is written, and the version that was told with it. */
type Acknowledged = ReadonlyMap<string, { readonly number: number; readonly version: number }>

async function writeUntilKilled(file: string, milliseconds: number): Promise<Acknowledged> {
  const engine = await startedEngine(file)
  const database = databaseAt(engine.endpoint)
  await ensureTable(database.client, database.table)
  const store = regionStore(database)
  await store.replace(referenceRegion(), undefined, anImport)
  await store.commit(await standing(store), writeOf(writers.flatMap((writer) => pairOf(writer, 0))))
  const acknowledged = new Map<string, { number: number; version: number }>()
  const writing = writers.map(async (writer) => {
    for (let number = 1; ; number += 1) {
      const version = await writeOnce(store, pairOf(writer, number))
      acknowledged.set(writer, { number, version })
    }
  })
  const ends = Promise.allSettled(writing)
  await setTimeout(milliseconds)
  process.kill(engine.pid, 'SIGKILL')
  await ends
  database.client.destroy()
  return acknowledged
}

async function writeOnce(store: RegionStore, changes: readonly Change[]): Promise<number> {
  for (;;) {
    const outcome = await store.inTurn('wolfenbuettel', async () =>
      store.commit(await standing(store), writeOf(changes)),
    )
    if (outcome.kind === 'written') return outcome.version
  }
}

async function expectWhole(file: string, acknowledged: Acknowledged): Promise<void> {
  const engine = await startedEngine(file)
  try {
    const { version, region } = await standing(regionStore(databaseAt(engine.endpoint)))
    const numbers = writers.map((writer) => {
      const number = Number(region.products.find((product) => product.id === writer)?.vendor)
      expect(region.authorities.find((authority) => authority.id === writer)?.name).toBe(String(number))
      // A write may have been made whose answer came no more; the one after it cannot have been asked for.
      const last = acknowledged.get(writer)?.number ?? 0
      expect([last, last + 1]).toContain(number)
      return number
    })
    // One version for the import, one for the writers, and one for each of their writes.
    expect(version).toBe(2 + numbers.reduce((sum, number) => sum + number, 0))
    const changes = writers.flatMap((writer, index) => pairOf(writer, numbers[index] ?? 0))
    expect(region).toEqual(changed(canonical(referenceRegion()), changes))
  } finally {
    await engine.stop()
  }
}

/** The same number in two partitions: a write that is torn leaves two numbers. */
const pairOf = (writer: string, number: number): Change[] => [
  {
    kind: 'put',
    in: 'products',
    member: { id: writer, name: 'Zähler', vendor: String(number), accessLeadWorkingDays: 0 },
  },
  {
    kind: 'put',
    in: 'authorities',
    member: { id: writer, name: String(number), kind: 'city', keys: [], state: 'DE-NI', closures: [], deployments: [] },
  },
]
