import { createApp } from '@vertretbar/api/app'
import { coverPlanFolder } from '@vertretbar/cli/installation/cover-plan-folder'
import { exportFolder } from '@vertretbar/cli/installation/kept-exports'
import { planQueue } from '@vertretbar/cli/installation/plan-queue'
import type { Member } from '@vertretbar/domain/member'
import type { Region } from '@vertretbar/domain/region'
import { storesOf } from '@vertretbar/store/stores'
import type { Ports } from '@vertretbar/usecases/ports'
import { doorOf } from '../api/door.ts'
import { issuer, type TestIssuer } from '../api/issuer.ts'
import { freshDatabase } from '../store/engine.ts'
import { anImport, writeOf } from '../store/write.ts'

/** The API over one stored region, with its members, as it answers on one morning; new ids are counted. */
export interface World {
  readonly app: ReturnType<typeof createApp>
  readonly ask: (subject: string, path: string, init?: RequestInit) => Promise<Response>
}

type Roles = Member['roles']

/** Who asks: a login, what it may do, and who of the people it is. */
export interface Asker {
  readonly subject: string
  readonly roles: Roles
  readonly specialist?: string | undefined
}

/** Starts worlds one after the other; their plans are all made on one thread. */
export function worlds(known: () => TestIssuer) {
  let current: Pick<Ports, 'regions' | 'jobs' | 'now'> | undefined
  const standing = () => {
    if (current === undefined) throw new Error('there is no world yet')
    return current
  }
  const reported: unknown[] = []
  const queue = planQueue(
    {
      get regions() {
        return standing().regions
      },
      get jobs() {
        return standing().jobs
      },
      now: () => standing().now(),
    },
    (error) => void reported.push(error),
  )
  return {
    reported,
    close: () => queue.close(),
    begin: async (region: Region, today: string, askers: readonly Asker[]): Promise<World> => {
      const database = await freshDatabase()
      const now = () => Date.parse(`${today}T08:00:00Z`)
      const stores = storesOf(database, now)
      current = { ...stores, now }
      const exports = exportFolder('', now)
      const coverPlans = coverPlanFolder('')
      const ports: Ports = { ...stores, exports, coverPlans, enqueuePlan: queue.enqueue, now, newId: counter() }
      await store(stores.regions, region, askers)
      const app = createApp({
        ports,
        ...doorOf(known()),
        report: (error) => void reported.push(error),
      })
      const tokens = new Map<string, string>()
      return {
        app,
        ask: async (subject, path, init = {}) => {
          const token = tokens.get(subject) ?? (await known().token(subject))
          tokens.set(subject, token)
          return app.request(path, {
            ...init,
            headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
          })
        },
      }
    },
  }
}

function counter(): () => string {
  let last = 0
  return () => {
    last += 1
    return `new-${String(last).padStart(6, '0')}`
  }
}

async function store(regions: Ports['regions'], region: Region, askers: readonly Asker[]): Promise<void> {
  await regions.replace(region, undefined, anImport)
  const snapshot = await regions.load(region.region.id)
  if (snapshot === undefined) throw new Error('the region is not there')
  const members = askers.map(
    ({ subject, roles, specialist }): Member => ({
      id: `member-${subject}`,
      identity: { issuer, subject },
      address: `${subject}@example.de`,
      language: 'de',
      validFrom: '2020-01-01',
      roles,
      ...(specialist === undefined ? {} : { specialist }),
    }),
  )
  const written = await regions.commit(
    snapshot,
    writeOf(members.map((member) => ({ kind: 'put', in: 'members', member }))),
  )
  if (written.kind !== 'written') throw new Error(written.kind)
}
