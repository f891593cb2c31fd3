import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Plan } from '@vertretbar/domain/plan'
import { readRegion } from '@vertretbar/domain/read-region'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { sampleFile } from '../test-process.ts'
import { PlanMessage, type PlanTask, type Waiting } from './plan-messages.ts'

const read = readRegion(readFileSync(sampleFile))
if (!read.ok) throw new Error('the reference region is broken')
const request = {
  today: '2026-11-23',
  from: '2026-11-23',
  to: '2027-02-20',
  timeLimitSeconds: 60,
  explainSeconds: 60,
  skipStructural: false,
}
const task = { kind: 'plan', region: read.value, request, before: [] } as const satisfies PlanTask

const waitingJobs = (number: number): Waiting => new Int32Array(new SharedArrayBuffer(4)).fill(number)

/** The last word of a planning thread on each of some tasks, one after the other. */
async function lastWords(tasks: readonly PlanTask[]): Promise<PlanMessage[]> {
  const worker = new Worker(new URL('plan-worker.ts', import.meta.url))
  const words: PlanMessage[] = []
  for (const one of tasks) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window and has no origin.
    worker.postMessage(one)
    let message: PlanMessage
    do {
      const [said] = z.tuple([PlanMessage]).parse(await once(worker, 'message'))
      message = said
    } while (message.kind === 'progress' || message.kind === 'explaining')
    words.push(message)
  }
  await worker.terminate()
  return words
}

it('the planning thread tells a refusal by its code and facts, and goes on to the next plan', async () => {
  const [refused, planned] = await lastWords([{ ...task, mostOptions: 10 }, task])
  expect(refused).toMatchObject({ kind: 'failed', code: 'plan-too-large' })
  expect(refused).toHaveProperty('detail', expect.stringMatching(/^at least \d+ options, at most 10 are possible$/))
  expect(planned).toMatchObject({ kind: 'plan', plan: { objective: { criticalShortage: 22 } } })
})

async function planOf(asked: PlanTask): Promise<Plan> {
  const [message] = await lastWords([asked])
  if (message?.kind !== 'plan') throw new Error(`no plan but ${JSON.stringify(message)}`)
  return message.plan
}

it('the planning thread begins where the plan before ended: of two who are equal the same one stays', async () => {
  const { specialists } = task.region
  const twins = specialists.filter(({ id }) => id === 'lk-r2').map((one) => ({ ...one, id: 'lk-r2-twin' }))
  const week = { ...request, from: '2026-12-21', to: '2026-12-27' }
  const asked = { ...task, region: { ...task.region, specialists: [...specialists, ...twins] }, request: week }
  const plan = await planOf(asked)
  const before = plan.assignments.map((one) => ({ ...one, specialist: twinOf.get(one.specialist) ?? one.specialist }))
  expect(before).not.toEqual(plan.assignments)
  const again = await planOf({ ...asked, before })
  expect(again.objective).toEqual(plan.objective)
  expect(new Set(again.assignments)).toEqual(new Set(before))
})

const twinOf = new Map([
  ['lk-r2', 'lk-r2-twin'],
  ['lk-r2-twin', 'lk-r2'],
])

it('the planning thread tells of a plan why it is as it is; while another job waits, only what it knows at once', async () => {
  const plan = await planOf(task)
  const explain = { kind: 'explain', region: task.region, request: { ...request, explainSeconds: 3 }, plan } as const
  const [cut, explained] = await lastWords([
    { ...explain, waiting: waitingJobs(1) },
    { ...explain, waiting: waitingJobs(0) },
  ])
  const assignments = plan.assignments.map((assignment) => ({ assignment }))
  expect(cut).toMatchObject({ kind: 'explanation', explanation: { assignments, help: [], measures: { tried: 0 } } })
  expect(JSON.stringify(cut)).not.toContain('alternative')
  expect(explained).toMatchObject({ kind: 'explanation', explanation: { assignments } })
  expect(JSON.stringify(explained)).toContain('alternative')
})
