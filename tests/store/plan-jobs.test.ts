import { deleteAskedUntil, planJobStore } from '@vertretbar/store/plan-jobs'
import type { Database } from '@vertretbar/store/table'
import type { PlanJob } from '@vertretbar/usecases/plan-job'
import { describe, expect, it } from 'vitest'
import { callsOf } from './calls.ts'
import { anotherClient, engineOfThisFile, everything, freshDatabase } from './engine.ts'

engineOfThisFile()

const createdAt = '2026-11-23T08:00:00.000Z'
const hour = 60 * 60 * 1000

const clockAt = (hours: number) => () => Date.parse(createdAt) + hours * hour
const jobsOf = (database: Database, hours = 1) => planJobStore({ ...database, now: clockAt(hours) })

const queued: PlanJob = {
  id: 'job-1',
  region: 'goslar',
  version: 3,
  revision: 1,
  state: 'queued',
  request: {
    today: '2026-11-23',
    from: '2026-11-23',
    to: '2027-02-20',
    timeLimitSeconds: 30,
    explainSeconds: 20,
    skipStructural: false,
    before: 'job-0',
  },
  createdAt,
  aliveAt: createdAt,
}

const levels = { criticalShortage: 1, normalShortage: 2, handOvers: 3, halfDays: 4, effort: 5, fairness: 6 }

/** A job whose plan has so many assignments of about 150 bytes each. */
const planned = (assignments: number, change: Partial<PlanJob> = {}): PlanJob => ({
  ...queued,
  revision: 2,
  state: 'done',
  ...change,
  plan: {
    status: 'feasible',
    deterministic: false,
    objective: levels,
    bound: levels,
    assignments: Array.from({ length: assignments }, (_, number) => ({
      specialist: `authority-${number}.payroll.1`,
      authority: 'samtgemeinde-baddeckenstedt',
      area: 'payroll',
      halfDays: ['2026-12-01/am'],
    })),
    uncovered: [],
  },
})

describe('a plan job', () => {
  it('is read as it was written, and only where it belongs', async () => {
    const jobs = jobsOf(await freshDatabase())
    await jobs.write(queued)
    expect(await jobs.read('goslar', 'job-1')).toEqual(queued)
    expect(await jobs.read('goslar', 'job')).toBeUndefined()
    expect(await jobs.read('salzgitter', 'job-1')).toBeUndefined()
  })

  it('stands in its latest revision, in whichever order the revisions are written', async () => {
    const jobs = jobsOf(await freshDatabase())
    await jobs.write(queued)
    await jobs.write({ ...queued, revision: 3, state: 'done' })
    await jobs.write({ ...queued, revision: 2, state: 'running' })
    expect(await jobs.read('goslar', 'job-1')).toMatchObject({ revision: 3, state: 'done' })
    await jobs.write({ ...queued, revision: 4, state: 'failed' })
    expect(await jobs.read('goslar', 'job-1')).toMatchObject({ revision: 4, state: 'failed' })
  })

  it('that was stored before there were reasons has asked for none', async () => {
    const jobs = jobsOf(await freshDatabase())
    const { explainSeconds: _, before: __, ...request } = queued.request
    await jobs.write(Object.assign({ ...queued }, { request }))
    expect((await jobs.read('goslar', 'job-1'))?.request).toEqual({ ...request, explainSeconds: 0 })
  })

  it('of more than one item is read whole, in one call more', async () => {
    const database = await freshDatabase()
    const job = planned(9000)
    expect(JSON.stringify(job).length).toBeGreaterThan(900_000)
    await jobsOf(database).write(queued)
    await jobsOf(database).write(job)
    expect((await everything(database)).length).toBeGreaterThanOrEqual(4)
    const calls = callsOf(database.client)
    expect(await jobsOf(database).read('goslar', 'job-1')).toEqual(job)
    expect(calls).toEqual(['GetItem', 'Query'])
  })

  it('leaves no item of an earlier revision, of a lost one, or of a shorter one behind', async () => {
    const database = await freshDatabase()
    const jobs = jobsOf(database)
    await jobs.write(queued)
    await jobs.write(planned(9000, { revision: 2 }))
    await jobs.write(planned(6000, { revision: 3 }))
    await jobs.write(planned(9000, { revision: 3 }))
    await jobs.write(planned(9000, { revision: 1 }))
    const job = planned(6000, { revision: 3 })
    expect(await jobs.read('goslar', 'job-1')).toEqual(job)
    expect(await everything(database)).toHaveLength(Math.ceil(JSON.stringify(job).length / 300_000))
  })

  it('is read as one revision while others are written', { timeout: 60_000 }, async () => {
    const database = await freshDatabase()
    await jobsOf(database).write(planned(5000, { revision: 1 }))
    const writer = jobsOf(anotherClient(database))
    const seen = new Set<number>()
    const written = (async () => {
      for (let revision = 2; revision <= 30; revision += 1)
        await writer.write(planned(4000 + 100 * revision, { revision }))
    })()
    while (!seen.has(30)) {
      const job = await jobsOf(database).read('goslar', 'job-1')
      expect(job?.plan?.assignments).toHaveLength(job?.revision === 1 ? 5000 : 4000 + 100 * (job?.revision ?? 0))
      seen.add(job?.revision ?? 0)
    }
    await written
    expect(seen.size).toBeGreaterThan(2)
  })

  it('that was deleted does not come back with what somebody still has to say of it, nor leaves anything', async () => {
    const database = await freshDatabase()
    const jobs = jobsOf(database)
    await jobs.write(queued)
    await deleteAskedUntil(database, 'goslar', Date.parse(createdAt))
    await jobs.write(planned(9000))
    expect(await everything(database)).toEqual([])
  })

  it('is gone a day after it was asked for, and deleted with the next one', async () => {
    const database = await freshDatabase()
    await jobsOf(database).write(planned(9000, { revision: 1 }))
    expect(await jobsOf(database, 23.999).read('goslar', 'job-1')).toBeDefined()
    expect(await jobsOf(database, 24).read('goslar', 'job-1')).toBeUndefined()
    const next = { ...queued, id: 'job-2', createdAt: new Date(clockAt(25)()).toISOString() }
    await jobsOf(database, 25).write(next)
    expect((await everything(database)).map(({ sk }) => sk?.S)).toEqual(['job-2'])
  })

  it('says of each of its items when it ends, for the time to live of the table', async () => {
    const database = await freshDatabase()
    await jobsOf(database).write(planned(9000, { revision: 1 }))
    const endsAt = new Set((await everything(database)).map(({ expiresAt }) => Number(expiresAt?.N)))
    expect(endsAt).toEqual(new Set([clockAt(24)() / 1000]))
  })
})
