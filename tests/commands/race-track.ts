import { createApp } from '@vertretbar/api/app'
import { Problem } from '@vertretbar/api/problem'
import { listen } from '@vertretbar/cli/installation/server'
import type { Region } from '@vertretbar/domain/region'
import { auditStore } from '@vertretbar/store/audit'
import { ledgerStore } from '@vertretbar/store/ledger'
import { planJobStore } from '@vertretbar/store/plan-jobs'
import { regionStore } from '@vertretbar/store/region-store'
import type { Database } from '@vertretbar/store/table'
import { BookingsView, BookingView } from '@vertretbar/usecases/booking-view'
import type { Ports } from '@vertretbar/usecases/ports'
import { ulid } from 'ulid'
import { anotherClient, freshDatabase, standing } from '../store/engine.ts'
import { anImport } from '../store/write.ts'

/** The clock of all races: a Monday morning. */
export const raceAt = Date.parse('2026-06-01T08:00:00Z')

/** What a server answered: its status and, of a refusal, the codes. */
export interface Answer {
  readonly status: number
  readonly bookings: readonly BookingView[]
  readonly codes: readonly string[]
}

/** Two servers of one table that know nothing of each other, and a region for each race. */
export interface RaceTrack {
  /** Stores a region under an id of its own and has both servers answer for it. */
  readonly enter: (regionOf: (id: string) => Region) => Promise<void>
  /** Posts to one of the two servers. */
  readonly post: (server: number, path: string, body: unknown) => Promise<Answer>
  /** The region as it stands, read anew. */
  readonly region: () => Promise<Region>
  readonly regionId: () => string
  readonly ports: Ports
  readonly close: () => Promise<void>
}

/** So many races share one set of stores: what stores keep warm must not grow with the number of races. */
const racesPerTable = 200

interface Stand {
  region: string
  database: Database
  servers: readonly Ports[]
}

/** Opens the track; the engine must run already. */
export async function raceTrack(): Promise<RaceTrack> {
  const stand: Stand = { region: '', database: await freshDatabase(), servers: [] }
  stand.servers = [portsOf(stand.database), portsOf(anotherClient(stand.database))]
  const listening = await Promise.all([0, 1].map((number) => serve(stand, number)))
  let races = 0
  return {
    enter: async (regionOf) => {
      races += 1
      if (races % racesPerTable === 0) {
        stand.database = await freshDatabase()
        stand.servers = [portsOf(stand.database), portsOf(anotherClient(stand.database))]
      }
      stand.region = `race-${races}`
      await regionStore(stand.database).replace(regionOf(stand.region), undefined, anImport)
    },
    post: async (server, path, body) =>
      answerOf(
        await fetch(`${listening[server % 2]?.url}${path}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
    region: async () => (await standing(regionStore(stand.database), stand.region)).region,
    regionId: () => stand.region,
    get ports() {
      return portsOf(stand.database)
    },
    close: async () => {
      await Promise.all(listening.map((server) => server[Symbol.asyncDispose]()))
    },
  }
}

/** A server that answers for whatever region is raced for. */
async function serve(stand: Stand, number: number) {
  const app = createApp({
    get region() {
      return stand.region
    },
    get ports() {
      const ports = stand.servers[number]
      if (ports === undefined) throw new Error(`there is no server ${number}`)
      return ports
    },
    report: (error) => console.error(error),
  })
  const server = await listen((request) => app.fetch(request), 0)
  if (!server.ok) throw new Error(JSON.stringify(server.refusal))
  return server.value
}

const portsOf = (database: Database): Ports => ({
  regions: regionStore(database),
  jobs: planJobStore({ ...database, now: () => raceAt }),
  ledger: ledgerStore(database),
  audit: auditStore(database),
  enqueuePlan: () => Promise.reject(new Error('nobody plans in a race')),
  keepBefore: () => Promise.reject(new Error('nobody imports in a race')),
  now: () => raceAt,
  newId: ulid,
})

async function answerOf(response: Response): Promise<Answer> {
  const { status } = response
  const said: unknown = await response.json()
  if (status === 201) return { status, bookings: BookingsView.safeParse(said).data?.bookings ?? [], codes: [] }
  if (status === 200) return { status, bookings: [BookingView.parse(said)], codes: [] }
  const { code, refusal } = Problem.parse(said)
  const barred = refusal?.code === 'barred' ? refusal.halfDays.flatMap(({ codes }) => codes) : [code]
  return { status, bookings: [], codes: barred }
}
