import { setImmediate } from 'node:timers/promises'
import { describe, inject, it } from 'vitest'
import { runChunks, startOf } from './campaign/progress.ts'
import { storedProgress, storeProgress } from './campaign/proof.ts'
import { caseSeed, fixedSeed } from './campaign/seeds.ts'

/** How many cases a suite runs in every test run, and how many in a proof. */
export interface Counts {
  readonly test: number
  readonly prove: number
}

type Check = (seed: number) => void | Promise<void>

/**
 * Checks a property on random cases, each made from its seed alone.
 *
 * A test run takes half of its cases from a seed that belongs to the suite and half from a seed of the run. A proof runs
 * the full count on the suite's own seed and resumes where it was stopped. A failure names the one case that repeats it.
 */
export function campaign(suite: string, counts: Counts, check: Check): void {
  const { freshSeed, onlyCase, proving } = inject('campaign')
  const own = fixedSeed(suite)
  const half = Math.ceil(counts.test / 2)
  describe(suite, () => {
    if (onlyCase !== null) it(`holds on case ${onlyCase}`, longTest, () => checkCase(suite, onlyCase, check))
    else if (proving) proof(suite, { seed: own, count: counts.prove, caseAt: (index) => caseSeed(own, index) }, check)
    else {
      it(`holds on ${half} cases of its own seed`, longTest, () => cases(suite, half, (i) => caseSeed(own, i), check))
      it(`holds on ${half} cases of a fresh seed`, longTest, () =>
        cases(suite, half, (i) => caseSeed(freshSeed, i), check),
      )
    }
  })
}

/** Checks a property on the whole numbers below `prove`: all in a proof, an even sample of `test` in a test run. */
export function census(suite: string, counts: Counts, check: Check): void {
  const { onlyCase, proving } = inject('campaign')
  const sample = Math.min(counts.test, counts.prove)
  describe(suite, () => {
    if (onlyCase !== null) it(`holds on case ${onlyCase}`, longTest, () => checkCase(suite, onlyCase, check))
    else if (proving) proof(suite, { seed: null, count: counts.prove, caseAt: (index) => index }, check)
    else
      it(`holds on ${sample} of ${counts.prove} cases`, longTest, () =>
        cases(suite, sample, (index) => Math.floor((index * counts.prove) / sample), check),
      )
  })
}

const longTest = { timeout: 10 * 60_000 }
const dayLong = { timeout: 24 * 60 * 60_000 }

interface Plan {
  readonly seed: number | null
  readonly count: number
  readonly caseAt: (index: number) => number
}

function proof(suite: string, { seed, count, caseAt }: Plan, check: Check): void {
  const { commit, root, run } = inject('campaign')
  it(`holds on all ${count} cases of its proof`, dayLong, async () => {
    const start = startOf({ suite, seed, count, commit, run }, storedProgress(root, suite))
    const pause = pauses()
    await runChunks(
      start,
      async (index) => {
        await checkCase(suite, caseAt(index), check)
        await pause()
      },
      (progress) => storeProgress(root, progress),
    )
  })
}

async function cases(suite: string, count: number, caseAt: Plan['caseAt'], check: Check): Promise<void> {
  const pause = pauses()
  for (let index = 0; index < count; index += 1) {
    await checkCase(suite, caseAt(index), check)
    await pause()
  }
}

async function checkCase(suite: string, seed: number, check: Check): Promise<void> {
  try {
    await check(seed)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const repeat = `CASE=${seed} npx -y pnpm@12 suites -t '${suite.replaceAll(/[^\w\s-]/g, '.')}'`
    throw new Error(`${suite}: case ${seed} fails: ${reason}\nRepeat this case: ${repeat}`, { cause })
  }
}

// Checks are mostly synchronous: without a pause now and then Vitest takes a worker at work for a dead one.
function pauses(): () => Promise<void> {
  let lastAt = performance.now()
  return async () => {
    if (performance.now() - lastAt < 250) return
    await setImmediate()
    lastAt = performance.now()
  }
}
