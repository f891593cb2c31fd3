import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { readRegion } from '@vertretbar/domain/read-region'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { sampleFile } from '../test-process.ts'
import { PlanMessage, type PlanTask } from './plan-messages.ts'

const read = readRegion(readFileSync(sampleFile))
if (!read.ok) throw new Error('the reference region is broken')
const request = {
  today: '2026-11-23',
  from: '2026-11-23',
  to: '2027-02-20',
  timeLimitSeconds: 60,
  skipStructural: false,
}
const task: PlanTask = { region: read.value, request }

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
    } while (message.kind === 'progress')
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
