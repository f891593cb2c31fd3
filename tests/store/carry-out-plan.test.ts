import { coverPlanFolder } from '@vertretbar/cli/installation/cover-plan-folder'
import { exportFolder } from '@vertretbar/cli/installation/kept-exports'
import type { Explanation } from '@vertretbar/domain/explanation'
import type { Plan } from '@vertretbar/domain/plan'
import { storesOf } from '@vertretbar/store/stores'
import { carryOutPlan } from '@vertretbar/usecases/carry-out-plan'
import { type PlanJob, planJob, requestPlan } from '@vertretbar/usecases/plan-job'
import type { Planner, Ports } from '@vertretbar/usecases/ports'
import { expect, it } from 'vitest'
import { engineOfThisFile, referenceRegion, storedReference } from './engine.ts'

engineOfThisFile()

const startedAt = Date.parse('2026-11-23T08:00:00Z')
const { id: region } = referenceRegion().region
const asked = { timeLimitSeconds: 30, explainSeconds: 20, skipStructural: false }

const levels = { criticalShortage: 0, normalShortage: 0, handOvers: 0, halfDays: 0, effort: 0, fairness: 0 }
const assignment = { specialist: 'p', authority: 'a', area: 'b', halfDays: ['2026-12-01/am'] }
const plan: Plan = {
  status: 'optimal',
  deterministic: true,
  objective: levels,
  bound: levels,
  assignments: [assignment],
  uncovered: [],
}
const explanation: Explanation = { assignments: [], help: [], measures: { found: 3, tried: 2, complete: false } }

/** A planner that has its answers already, and notes what it was asked. */
function planner(change: Partial<Planner> = {}) {
  const tasks: object[] = []
  const ready: Planner = {
    plan: async ({ before, onProgress }) => {
      tasks.push({ before })
      onProgress({ firstLevel: 1, lastLevel: 4, done: 1, parts: 2 })
      return plan
    },
    explain: async ({ plan: explained, onProgress }) => {
      tasks.push({ explained })
      onProgress({ done: 1, total: 4 })
      return explanation
    },
    ...change,
  }
  return { ...ready, tasks }
}

/** A store with the reference region, a clock that can be moved, and every state in which a job was ever written. */
async function setting() {
  const { database, store } = await storedReference()
  const clock = { now: startedAt }
  const stores = storesOf(database, () => clock.now)
  const written: PlanJob[] = []
  let ids = 0
  const ports: Ports = {
    ...stores,
    regions: store,
    jobs: {
      ...stores.jobs,
      write: async (job) => {
        written.push(job)
        await stores.jobs.write(job)
      },
    },
    exports: exportFolder('', () => clock.now),
    coverPlans: coverPlanFolder(''),
    enqueuePlan: async () => undefined,
    now: () => clock.now,
    newId: () => {
      ids += 1
      return `job-${ids}`
    },
  }
  const request = async (change: Partial<Parameters<typeof requestPlan>[2]> = {}): Promise<PlanJob> => {
    const job = await requestPlan(ports, region, { ...asked, ...change })
    if (!job.ok) throw new Error('refused', { cause: job.refusal })
    return job.value
  }
  return { ports, clock, written, request }
}

it('a job has its plan while its reasons are looked for, and then both', async () => {
  const { ports, written, request } = await setting()
  const job = await request()
  const seen: (PlanJob | undefined)[] = []
  const slow = planner({
    explain: async ({ onProgress }) => {
      onProgress({ done: 1, total: 4 })
      await expect.poll(async () => (await planJob(ports, region, job.id))?.explaining).toBeDefined()
      seen.push(await planJob(ports, region, job.id))
      return explanation
    },
  })
  await carryOutPlan(ports, slow, job)
  expect(seen).toMatchObject([{ state: 'explaining', plan, explaining: { done: 1, total: 4 } }])
  expect(seen[0]).not.toHaveProperty('explanation')
  expect(await planJob(ports, region, job.id)).toMatchObject({ state: 'done', plan, explanation })
  expect(written.map(({ revision }) => revision)).toEqual(written.map((_, index) => index + 1))
})

it('a job that asks for no reasons is done with its plan', async () => {
  const { ports, request } = await setting()
  const job = await request({ explainSeconds: 0 })
  const ready = planner()
  await carryOutPlan(ports, ready, job)
  expect(ready.tasks).toEqual([{ before: [] }])
  const done = await planJob(ports, region, job.id)
  expect(done).toMatchObject({ state: 'done', plan })
  expect(done).not.toHaveProperty('explanation')
})

it('a plan whose reasons fail is not lost, and the fault is told', async () => {
  const { ports, request } = await setting()
  const job = await request()
  const broken = planner({ explain: () => Promise.reject(new Error('no reasons')) })
  await expect(carryOutPlan(ports, broken, job)).rejects.toThrow('no reasons')
  const done = await planJob(ports, region, job.id)
  expect(done).toMatchObject({ state: 'done', plan })
  expect(done).not.toHaveProperty('explanation')
})

it('a job whose plan fails has failed', async () => {
  const { ports, request } = await setting()
  const job = await request()
  const broken = planner({ plan: () => Promise.reject(new Error('no plan')) })
  await expect(carryOutPlan(ports, broken, job)).rejects.toThrow('no plan')
  expect(await planJob(ports, region, job.id)).toMatchObject({ state: 'failed' })
})

it.each([
  ['running', {}, 'failed'],
  ['explaining', { plan }, 'done'],
] as const)('a job that was left while %s is told as over', async (state, change, told) => {
  const { ports, clock, request } = await setting()
  const job = await request()
  await ports.jobs.write({ ...job, revision: 2, state, ...change })
  clock.now = startedAt + 30_000
  expect(await planJob(ports, region, job.id)).toMatchObject({ state, revision: 2 })
  clock.now += 1
  expect(await planJob(ports, region, job.id)).toMatchObject({ state: told, revision: 3, ...change })
})

it.each([
  ['explaining', { plan }],
  ['done', { plan }],
  ['failed', {}],
] as const)('a job that is %s already is left as it is', async (state, change) => {
  const { ports, request } = await setting()
  const job = await request()
  await ports.jobs.write({ ...job, revision: 2, state, ...change })
  const ready = planner()
  await carryOutPlan(ports, ready, job)
  expect(ready.tasks).toEqual([])
  expect(await ports.jobs.read(region, job.id)).toMatchObject({ state, revision: 2 })
})

it('the search begins with the plan of the job before', async () => {
  const { ports, request } = await setting()
  const first = await request({ explainSeconds: 0 })
  await carryOutPlan(ports, planner(), first)
  const ready = planner()
  await carryOutPlan(ports, ready, await request({ before: first.id }))
  expect(ready.tasks).toEqual([{ before: [assignment] }, { explained: plan }])
})

it("a job before that is somebody else's counts as none", async () => {
  const { ports, request } = await setting()
  const first = await request({ explainSeconds: 0, askedBy: 'one' })
  await carryOutPlan(ports, planner(), first)
  const ready = planner()
  await carryOutPlan(ports, ready, await request({ before: first.id, explainSeconds: 0, askedBy: 'another' }))
  expect(ready.tasks).toEqual([{ before: [] }])
})

it.each([
  ['is no longer stored', 24 * 3_600_000],
  ['has no plan yet', 0],
])('a job before that %s counts as none', async (_, later) => {
  const { ports, clock, request } = await setting()
  const first = await request()
  clock.now += later
  const ready = planner()
  await carryOutPlan(ports, ready, await request({ before: first.id, explainSeconds: 0 }))
  expect(ready.tasks).toEqual([{ before: [] }])
})
