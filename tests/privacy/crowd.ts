import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { coverPlanFolder } from '@vertretbar/cli/installation/cover-plan-folder'
import { exportFolder } from '@vertretbar/cli/installation/kept-exports'
import { aFolder } from '@vertretbar/cli/test-process'
import type { Command } from '@vertretbar/domain/command'
import type { Identity } from '@vertretbar/domain/member'
import type { Plan } from '@vertretbar/domain/plan'
import { storesOf } from '@vertretbar/store/stores'
import type { Database } from '@vertretbar/store/table'
import { execute } from '@vertretbar/usecases/execute'
import { newFeedToken } from '@vertretbar/usecases/feed-token'
import { newInvitation } from '@vertretbar/usecases/invitation'
import { keepCoverPlans } from '@vertretbar/usecases/keep-cover-plans'
import { keptRegions } from '@vertretbar/usecases/kept-regions'
import { lookAtRegion } from '@vertretbar/usecases/look-at-region'
import type { PlanJob } from '@vertretbar/usecases/plan-job'
import type { Outcome } from '@vertretbar/usecases/ports'
import { relay } from '@vertretbar/usecases/relay'
import { ulid } from 'ulid'
import { anotherClient, everything, freshDatabase, standing } from '../store/engine.ts'
import { anImport } from '../store/write.ts'
import { at, codeOf, crowdedRegion } from './crowded-region.ts'

export const id = 'crowd'

/** All that works on people needs, on a table and a folder; the clock stands until a test moves it. */
export function portsOn(database: Database, folder: string, clock = { now: at }) {
  const now = (): number => clock.now
  const stores = storesOf(database, now)
  return {
    ...stores,
    regions: keptRegions(stores.regions, now),
    exports: exportFolder(folder, now),
    coverPlans: coverPlanFolder(join(folder, 'cover-plans')),
    now,
    newId: ulid,
    clock,
    database,
    folder,
  }
}
export type CrowdPorts = ReturnType<typeof portsOn>

/** The same table and folder as another process reaches them. */
export const elsewhere = ({ database, folder, clock }: CrowdPorts): CrowdPorts =>
  portsOn(anotherClient(database), folder, clock)

/** Gives a command that must not be refused. */
export async function done(ports: CrowdPorts, command: Command, key?: string): Promise<Outcome> {
  const actor = { kind: 'console' as const, id: 'operator' }
  const answer = await execute(ports, { region: id, command, actor, key })
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

export const login: Identity = { issuer: 'https://login.example.de', subject: 'one-of-200' }

/** A region of 200 people in which one of them has left a trace wherever somebody can; a folder that goes with the test. */
export async function crowd(seed: number, person: number): Promise<CrowdPorts & Disposable> {
  const folder = aFolder()
  const ports = portsOn(await freshDatabase(), join(folder.path, 'exports'))
  const first = crowdedRegion(id, seed, person)
  await ports.regions.replace(first, undefined, anImport)
  const keep = async () => ports.exports.keep(await standing(ports.regions, id))
  await keep()
  await ports.regions.replace({ ...first, region: { ...first.region, name: 'Kooperationsraum' } }, 1, anImport)
  await keep()
  const { region, ...stands } = await standing(ports.regions, id)
  const nobody = { specialists: [], absences: [], bookings: [], refusals: [] }
  await ports.exports.keep({ ...stands, region: { ...region, ...nobody, region: { ...region.region, id: 'other' } } })
  await workedAs(ports, codeOf(person))
  await joinedAs(ports, codeOf(person))
  await toldOf(ports)
  await askedAgain(ports, codeOf(person))
  await plannedWith(ports, codeOf(person))
  return { ...ports, [Symbol.dispose]: () => folder[Symbol.dispose]() }
}

/** What leaves entries in ledger, log, outbox and keys. */
async function workedAs(ports: CrowdPorts, specialist: string): Promise<void> {
  const settled = { kind: 'reconcile-booking', as: 'both' } as const
  await done(ports, { ...settled, booking: 'worked-1', halfDays: ['2026-10-06/am'] }, `settle ${specialist}`)
  await done(ports, { ...settled, booking: 'worked-2', halfDays: ['2026-10-14/am'] })
  await done(ports, { kind: 'record-absence', specialist, from: '2026-12-21/am', to: '2026-12-22/pm' })
  const proposal = { specialist, authority: 'parish', area: 'payroll', mode: 'remote' as const }
  const ask = (halfDay: string): Command => ({
    kind: 'request-bookings',
    proposals: [{ ...proposal, halfDays: [halfDay] }],
  })
  const { bookings } = await done(ports, ask('2026-12-28/am'))
  const [booking = ''] = bookings
  await done(ports, { kind: 'note-hand-over', booking, handOver: { done: ['contacts'], openCases: 3 } })
  await done(ports, { kind: 'refuse-booking', booking, as: 'specialist' })
  const { bookings: agreed } = await done(ports, ask('2026-12-29/pm'))
  await done(ports, { kind: 'consent', booking: agreed[0] ?? '', as: 'both', way: 'telephone' })
  await done(ports, { kind: 'record-absence', specialist, from: '2026-12-29/am', to: '2026-12-29/pm' })
}

/** The person has access, a deputy and a calendar, and said something of a gap. */
async function joinedAs(ports: CrowdPorts, specialist: string): Promise<void> {
  const { digest: code } = newInvitation()
  const member = { language: 'de', validFrom: '2020-01-01' } as const
  const invited = await done(ports, {
    kind: 'invite-member',
    code,
    fields: {
      ...member,
      address: 'eine-von-200@example.de',
      roles: [
        { role: 'specialist', authority: 'city' },
        { role: 'hr-manager', authority: 'parish' },
      ],
      specialist,
    },
  })
  await done(ports, { kind: 'bind-member', code, identity: login })
  await done(ports, {
    kind: 'invite-member',
    code: newInvitation().digest,
    fields: {
      ...member,
      address: 'vertreterin@example.de',
      roles: [{ role: 'coordinator' }],
      deputyOf: [...invited.members],
    },
  })
  const [joined = ''] = invited.members
  const own = { kind: 'person', specialist } as const
  await done(ports, { kind: 'create-feed', member: joined, shows: own, token: newFeedToken().digest })
  const actor = { kind: 'member' as const, id: joined }
  const mark: Command = { kind: 'accept-risk', requirement: 'parish.am', need: 0, halfDay: '2026-12-02/am' }
  const marked = await execute(ports, { region: id, command: mark, actor, key: undefined })
  if (!marked.ok) throw new Error(JSON.stringify(marked.refusal))
}

/** What happened becomes news for the next digest, and the cover plans are written. */
async function toldOf(ports: CrowdPorts): Promise<void> {
  await lookAtRegion(ports, id)
  await relay(ports, id)
  await keepCoverPlans(ports, id)
}

/** Something happened since then that nobody has relayed. */
async function askedAgain(ports: CrowdPorts, specialist: string): Promise<void> {
  const proposal = { specialist, authority: 'parish', area: 'payroll', mode: 'remote' as const }
  const asked = await done(ports, {
    kind: 'request-bookings',
    proposals: [{ ...proposal, halfDays: ['2027-01-05/pm'] }],
  })
  await done(ports, { kind: 'withdraw-booking', booking: asked.bookings[0] ?? '' })
}

const levels = { criticalShortage: 0, normalShortage: 0, handOvers: 0, halfDays: 0, effort: 0, fairness: 0 }

/** A plan that sends the person somewhere, so long that it is stored in several items. */
async function plannedWith(ports: CrowdPorts, specialist: string): Promise<void> {
  const job = jobOf(ports.now())
  await ports.jobs.write(job)
  await ports.jobs.write({ ...job, revision: 2, state: 'done', plan: planOf(specialist) })
}

const planOf = (specialist: string): Plan => ({
  status: 'feasible',
  deterministic: true,
  objective: levels,
  bound: levels,
  assignments: Array.from({ length: 4000 }, () => ({
    specialist,
    authority: 'parish',
    area: 'payroll',
    halfDays: ['2026-12-01/am', '2026-12-01/pm'],
  })),
  uncovered: [],
})

/** A job that somebody still works on, as it was asked for and as it would be told with a plan. */
export const jobOf = (now: number): PlanJob => ({
  id: 'job-1',
  region: id,
  version: 2,
  revision: 1,
  state: 'queued',
  request: {
    today: '2026-11-23',
    from: '2026-11-23',
    to: '2027-02-20',
    timeLimitSeconds: 30,
    explainSeconds: 0,
    skipStructural: false,
  },
  createdAt: new Date(now).toISOString(),
  aliveAt: new Date(now).toISOString(),
})

/** The same job with one more revision of its plan. */
export const plannedAgain = (now: number, specialist: string): PlanJob => ({
  ...jobOf(now),
  revision: 3,
  state: 'done',
  plan: planOf(specialist),
})

/** Everything that is stored or kept, as text: keys and all attributes of each item, and each file. */
export async function allText({ database, folder }: CrowdPorts): Promise<string[]> {
  const items = (await everything(database)).map((item) =>
    Object.entries(item)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${name}=${textOf(value, item.encoding)}`)
      .join(' '),
  )
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name))
  return [...items, ...files.map((name) => `${name} ${readFileSync(join(folder, name), 'utf8')}`)]
}

/** What is packed densely is read as it was. */
const textOf = ({ S, N, B = new Uint8Array() }: AttributeValue, encoding: AttributeValue | undefined): string =>
  S ?? N ?? (encoding === undefined ? Buffer.from(B) : gunzipSync(B)).toString('utf8')
