import { randomInt, randomUUID } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import * as z from 'zod'
import { commitOf } from './campaign/commit.ts'
import { writeProof } from './campaign/proof.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** What all campaigns of one run share. */
    campaign: {
      freshSeed: number
      onlyCase: number | null
      proving: boolean
      commit: string
      root: string
      run: string
    }
  }
}

const Seed = z.coerce.number().int().min(0).max(0xffffffff)

const Environment = z.object({
  /** Repeats a run with its fresh seed. */
  SEED: Seed.optional(),
  /** Runs this one case of each selected suite. */
  CASE: Seed.optional(),
  /** Full counts on the fixed seed, resumable. */
  PROVE: z.literal('1').optional(),
})

/** Chooses the fresh seed of the run and prints it; after a proof, writes `prove.json`. */
export default function setup(project: TestProject): () => void {
  const { SEED, CASE, PROVE } = Environment.parse(process.env)
  const freshSeed = SEED ?? randomInt(2 ** 32)
  const proving = PROVE === '1'
  const { root } = project.config
  const commit = proving ? commitOf(root) : ''
  console.log(`fresh seed ${freshSeed}`)
  project.provide('campaign', { freshSeed, onlyCase: CASE ?? null, proving, commit, root, run: randomUUID() })
  return () => {
    if (!proving) return
    for (const { suite, done, count } of writeProof(root, commit))
      console.log(`not proven: ${suite}, ${done} of ${count} cases`)
  }
}
