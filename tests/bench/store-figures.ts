import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Change } from '@vertretbar/domain/change'
import type { Region } from '@vertretbar/domain/region'
import { regionStore } from '@vertretbar/store/region-store'
import { type Database, ensureTable } from '@vertretbar/store/table'
import type { RegionStore } from '@vertretbar/usecases/ports'
import * as z from 'zod'
import { medium } from '../generate/knobs.ts'
import { generateRegion } from '../generate/region.ts'
import { anotherClient, databaseAt, standing, startedEngine } from '../store/engine.ts'
import { anImport, writeOf } from '../store/write.ts'
import { type Figure, median } from './report.ts'

const sizes = [8, 30, 100] as const
const coldLoads = 11
const warmLoads = 101
const commitMilliseconds = 3000

/** Time and read units of a load, and commits a second, on the engine of the local installation with its data on disk. */
export async function storeFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vertretbar-'))
  const engine = await startedEngine(join(folder, 'store.db'))
  try {
    const database = databaseAt(engine.endpoint)
    await ensureTable(database.client, database.table)
    const figures: Figure[] = []
    for (const size of sizes) figures.push(...(await loadFigures(database, cooperation(size))))
    return [...figures, ...(await commitFigures(database))]
  } finally {
    await engine.stop()
    rmSync(folder, { recursive: true })
  }
}

const idOf = (authorities: number): string => `authorities-${authorities}`

/** A made-up region of so many authorities, each dealing with a few others. */
function cooperation(authorities: number): Region {
  const { region } = generateRegion(7, {
    ...medium,
    authorities: [authorities, authorities],
    areas: [3, 3],
    papers: 6 / authorities,
    agreements: [authorities, authorities],
    bookings: [5 * authorities, 5 * authorities],
    refusals: [authorities, authorities],
  })
  return { ...region, region: { ...region.region, id: idOf(authorities) } }
}

async function loadFigures(database: Database, region: Region): Promise<Figure[]> {
  const { id } = region.region
  await regionStore(database).replace(region, undefined, anImport)
  const size = `${region.authorities.length} authorities`
  const cold = await times(coldLoads, () => standing(regionStore(database), id))
  const store = regionStore(database)
  await standing(store, id)
  const warm = await times(warmLoads, () => standing(store, id))
  const { specialists, bookings, requirements } = region
  const note = `${specialists.length} people, ${requirements.length} requirements, ${bookings.length} bookings`
  return [
    {
      name: `load, ${size}, cold: median`,
      value: median(cold),
      unit: 'ms',
      digits: 1,
      note: `${note}; ${coldLoads} loads`,
    },
    {
      name: `load, ${size}, warm: median`,
      value: median(warm),
      unit: 'ms',
      digits: 2,
      note: `one look at the head; ${warmLoads} loads`,
    },
    {
      name: `read units, ${size}, cold`,
      value: await readUnits(database, id),
      unit: 'RCU',
      digits: 0,
      note: 'ReturnConsumedCapacity of all calls, consistent reads',
    },
  ]
}

async function times(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const result: number[] = []
  for (let run = 0; run < count; run += 1) {
    const start = performance.now()
    await work()
    result.push(performance.now() - start)
  }
  return result
}

const Metered = z.object({ ConsumedCapacity: z.object({ CapacityUnits: z.number() }) })

/** What the engine says a cold load takes. */
async function readUnits(database: Database, id: string): Promise<number> {
  const metered = anotherClient(database)
  let units = 0
  metered.client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } })
      units += Metered.parse(answer.output).ConsumedCapacity.CapacityUnits
      return answer
    },
    { step: 'initialize', name: 'meter' },
  )
  await standing(regionStore(metered), id)
  return units
}

/** Writers who each decide, commit and, where somebody was faster, load and decide again. */
async function commitFigures(database: Database): Promise<Figure[]> {
  const shared = regionStore(database)
  const apart = Array.from({ length: 8 }, () => regionStore(anotherClient(database)))
  return [
    await commitFigure('1 writer', [shared]),
    await commitFigure(
      '8 writers, one snapshot',
      Array.from({ length: 8 }, () => shared),
    ),
    await commitFigure('8 writers, a snapshot each', apart),
  ]
}

async function commitFigure(who: string, stores: readonly RegionStore[]): Promise<Figure> {
  const start = performance.now()
  const made = await Promise.all(stores.map((store, writer) => commitsOf(store, writer, start + commitMilliseconds)))
  const seconds = (performance.now() - start) / 1000
  const commits = made.reduce((sum, { written }) => sum + written, 0)
  const conflicts = made.reduce((sum, { lost }) => sum + lost, 0)
  return {
    name: `commits a second, ${sizes[0]} authorities, ${who}`,
    value: commits / seconds,
    unit: '/s',
    digits: 0,
    note: `${commits} made, ${conflicts} conflicts loaded and decided again`,
  }
}

async function commitsOf(store: RegionStore, writer: number, endAt: number) {
  let written = 0
  let lost = 0
  while (performance.now() < endAt) {
    const outcome = await store.inTurn(idOf(sizes[0]), async () =>
      store.commit(await standing(store, idOf(sizes[0])), writeOf([vendorIs(writer, written)])),
    )
    if (outcome.kind === 'written') written += 1
    else lost += 1
  }
  return { written, lost }
}

const vendorIs = (writer: number, number: number): Change => ({
  kind: 'put',
  in: 'products',
  member: { id: `writer-${writer}`, name: 'Zähler', vendor: String(number), accessLeadWorkingDays: 0 },
})
