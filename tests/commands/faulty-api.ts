import { createApp } from '@vertretbar/api/app'
import { coverPlanFolder } from '@vertretbar/cli/installation/cover-plan-folder'
import { exportFolder } from '@vertretbar/cli/installation/kept-exports'
import { operator } from '@vertretbar/domain/actor'
import type { Command } from '@vertretbar/domain/command'
import type { Region } from '@vertretbar/domain/region'
import { connect } from '@vertretbar/store/connection'
import { storesOf } from '@vertretbar/store/stores'
import { type Database, identityKey } from '@vertretbar/store/table'
import { execute } from '@vertretbar/usecases/execute'
import type { Ports } from '@vertretbar/usecases/ports'
import { monotonicFactory } from 'ulid'
import { admit, everyRole } from '../api/admit.ts'
import { doorOf } from '../api/door.ts'
import { issuer, type TestIssuer, testIssuer } from '../api/issuer.ts'
import { freshDatabase, pointSdkAt } from '../store/engine.ts'
import { type Call, type Fate, faultProxy } from '../store/proxy.ts'
import { anImport } from '../store/write.ts'
import { at, loginOf } from './command-region.ts'
import type { Way } from './every-command.ts'

/** Decides on a call by its place among all calls about the same region, or about who asks, from 1. */
export type FateOf = (call: Call, place: number) => Fate

/** What came back, after how long, and what was told to nobody outside. */
export interface Answer {
  readonly status: number
  readonly retryAfter: string | null
  /** The body, if there is one. */
  readonly said: unknown
  readonly milliseconds: number
}

/** The API over a store whose every call passes a proxy, for one region of its own. */
export interface FaultyApi extends Disposable {
  readonly region: string
  /** Who asks for everything that has an address: somebody with every role. */
  readonly member: string
  /** The version that stands as long as nobody has asked for anything. */
  readonly opened: number
  readonly send: (way: Way, key?: string) => Promise<Answer>
  /** From now on calls have this fate; they are counted anew. */
  readonly suffer: (fateOf: FateOf) => void
  /** The calls that were made since then, and how many of them did not simply pass. */
  readonly calls: () => { readonly operations: readonly string[]; readonly hit: number }
  readonly reported: readonly unknown[]
  /** The store itself, past the proxy. */
  readonly direct: Ports
  readonly database: Database
}

export interface FaultyEngine {
  readonly open: (regionOf: (id: string) => Region) => Promise<FaultyApi>
  readonly close: () => Promise<void>
}

interface Line {
  fateOf: FateOf
  operations: readonly string[]
  hit: number
}

/** How often the SDK sends a call; once is for every loss to come through to us. */
export function sentBySdk(times: 'once' | 'as usual'): void {
  if (times === 'once') process.env.AWS_MAX_ATTEMPTS = '1'
  else delete process.env.AWS_MAX_ATTEMPTS
}

/** Opens regions behind one proxy in front of the engine that runs. */
export async function faultyEngine(): Promise<FaultyEngine> {
  const direct = await freshDatabase()
  const lines = new Map<string, Line>()
  const fateOf = (call: Call): Fate => {
    const line = lines.get(/R#[\w-]+/.exec(call.body)?.[0] ?? /I#[0-9a-f]{64}/.exec(call.body)?.[0] ?? '')
    if (line === undefined) return 'pass'
    line.operations = [...line.operations, call.operation]
    const fate = line.fateOf(call, line.operations.length)
    if (fate !== 'pass') line.hit += 1
    return fate
  }
  const proxy = await faultProxy(String(process.env.AWS_ENDPOINT_URL_DYNAMODB), fateOf)
  pointSdkAt(proxy.endpoint)
  const known = await testIssuer()
  let opened = 0
  return {
    open: async (regionOf: (id: string) => Region): Promise<FaultyApi> => {
      opened += 1
      const region = `region-${opened}`
      const stored = regionOf(region)
      const ports = portsOf(direct)
      await ports.regions.replace(stored, undefined, anImport)
      // A login is one member of one region: in each region somebody else asks.
      const member = await admit(ports, region, { subject: region, roles: everyRole(stored) })
      const line: Line = { fateOf: () => 'pass', operations: [], hit: 0 }
      lines.set(`R#${region}`, line)
      lines.set(identityKey({ issuer, subject: region }).pk, line)
      for (const { id } of stored.members ?? []) lines.set(identityKey(loginOf(region, id)).pk, line)
      return faultyApi({ region, member, line, direct, known, token: await known.token(region) })
    },
    close: () => proxy[Symbol.asyncDispose](),
  }
}

interface Behind {
  readonly region: string
  readonly member: string
  readonly line: Line
  readonly direct: Database
  readonly known: TestIssuer
  readonly token: string
}

/** An import, an invitation, and the login of who was invited. */
const openedVersion = 3

function faultyApi({ region, member, line, direct, known, token }: Behind): FaultyApi {
  const database = connect(direct.table)
  const ports = portsOf(database)
  const reported: unknown[] = []
  const app = createApp({ ...doorOf(known), ports, report: (error) => void reported.push(error) })
  return {
    region,
    member,
    opened: openedVersion,
    send: async (way, key) => {
      using waited = waiting()
      const answer =
        'command' in way ? await ordered(ports, way.command(region), key) : await asked(app, way, { key, token })
      return { ...answer, milliseconds: waited.milliseconds() }
    },
    suffer: (fateOf) => Object.assign(line, { fateOf, operations: [], hit: 0 }),
    calls: () => ({ operations: line.operations, hit: line.hit }),
    reported,
    direct: portsOf(direct),
    database: direct,
    [Symbol.dispose]: () => database.client.destroy(),
  }

  async function ordered(to: Ports, command: Command, key: string | undefined) {
    const done = await execute(to, { region, command, actor: operator, key })
    const isBusy = !done.ok && done.refusal.code === 'busy'
    return {
      status: done.ok ? 200 : isBusy ? 503 : 409,
      retryAfter: isBusy ? '1' : null,
      said: done.ok ? done.value : done.refusal,
    }
  }
}

const tick = 25

/** How long is waited, in ticks that were there to be heard: a machine that stands still for others does not count. */
function waiting() {
  let ticks = 0
  const timer = setInterval(() => {
    ticks += 1
  }, tick)
  return { milliseconds: () => ticks * tick, [Symbol.dispose]: () => clearInterval(timer) }
}

interface Asking {
  readonly key: string | undefined
  readonly token: string
}

async function asked(
  app: ReturnType<typeof createApp>,
  way: Exclude<Way, { command: unknown }>,
  { key, token }: Asking,
) {
  const response = await app.request(way.path, {
    method: way.method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(way.body !== undefined && { 'Content-Type': 'application/json' }),
      ...(key !== undefined && { 'Idempotency-Key': key }),
    },
    ...(way.body !== undefined && { body: JSON.stringify(way.body) }),
  })
  const text = await response.text()
  const said: unknown = text === '' ? null : JSON.parse(text)
  return { status: response.status, retryAfter: response.headers.get('Retry-After'), said }
}

const portsOf = (database: Database): Ports => ({
  ...storesOf(database, () => at),
  exports: exportFolder('', Date.now),
  coverPlans: coverPlanFolder(''),
  enqueuePlan: () => Promise.reject(new Error('nobody plans here')),
  now: () => at,
  // Ids in the order in which they are given, so that lists of new things are in that order as well.
  newId: monotonicFactory(),
})
