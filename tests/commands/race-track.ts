import { createApp } from '@vertretbar/api/app'
import { Problem } from '@vertretbar/api/problem'
import { coverPlanFolder } from '@vertretbar/cli/installation/cover-plan-folder'
import { exportFolder } from '@vertretbar/cli/installation/kept-exports'
import { listen } from '@vertretbar/cli/installation/server'
import type { MemberFields } from '@vertretbar/domain/command/member'
import type { Region } from '@vertretbar/domain/region'
import { regionStore } from '@vertretbar/store/region-store'
import { storesOf } from '@vertretbar/store/stores'
import type { Database } from '@vertretbar/store/table'
import { BookingsView, BookingView } from '@vertretbar/usecases/booking-view'
import type { Ports } from '@vertretbar/usecases/ports'
import { ulid } from 'ulid'
import { admit, everyRole } from '../api/admit.ts'
import { doorOf } from '../api/door.ts'
import { type TestIssuer, testIssuer } from '../api/issuer.ts'
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
  /**
   * Stores a region under an id of its own. Whoever posts is from then on a member of it who has every role, and is the
   * person that is raced for. Tells their id.
   */
  readonly enter: (regionOf: (id: string) => Region) => Promise<string>
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

/** Who posts in every race: the same login, in another region each time. */
const subject = 'racer'

interface Stand {
  region: string
  database: Database
  servers: readonly Ports[]
}

/** Opens the track; the engine must run already. */
export async function raceTrack(): Promise<RaceTrack> {
  const stand: Stand = { region: '', database: await freshDatabase(), servers: [] }
  stand.servers = [portsOf(stand.database), portsOf(anotherClient(stand.database))]
  const issuer = await testIssuer()
  const listening = await Promise.all([0, 1].map((number) => serve(stand, issuer, number)))
  const token = await issuer.token(subject)
  let races = 0
  return {
    enter: async (regionOf) => {
      races += 1
      if (races % racesPerTable === 0) {
        stand.database = await freshDatabase()
        stand.servers = [portsOf(stand.database), portsOf(anotherClient(stand.database))]
      }
      stand.region = `race-${races}`
      const region = regionOf(stand.region)
      const ports = portsOf(stand.database)
      await ports.regions.replace(region, undefined, anImport)
      return admit(ports, stand.region, { subject, ...racer(region) })
    },
    post: (server, path, body) => posted(`${listening[server % 2]?.url}${path}`, body, token),
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

function racer(region: Region): Pick<MemberFields, 'roles' | 'specialist'> {
  const [person] = region.specialists
  if (person === undefined) throw new Error('there is nobody to race for')
  const { id: specialist, authority } = person
  return { roles: [...everyRole(region), { role: 'specialist', authority }], specialist }
}

/** A server that answers on whatever table is raced on. */
async function serve(stand: Stand, issuer: TestIssuer, number: number) {
  const app = createApp({
    ...doorOf(issuer),
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
  ...storesOf(database, () => raceAt),
  exports: exportFolder('', Date.now),
  coverPlans: coverPlanFolder(''),
  enqueuePlan: () => Promise.reject(new Error('nobody plans in a race')),
  now: () => raceAt,
  newId: ulid,
})

async function posted(url: string, body: unknown, token: string): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }
  return answerOf(await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }))
}

async function answerOf(response: Response): Promise<Answer> {
  const { status } = response
  const said: unknown = await response.json()
  if (status === 201) return { status, bookings: BookingsView.safeParse(said).data?.bookings ?? [], codes: [] }
  if (status === 200) return { status, bookings: [BookingView.parse(said)], codes: [] }
  const { code, refusal } = Problem.parse(said)
  const barred = refusal?.code === 'barred' ? refusal.halfDays.flatMap(({ codes }) => codes) : [code]
  return { status, bookings: [], codes: barred }
}
