import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './longest-first.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('..'),
  test: {
    include: ['{packages/*,functions,infra}/src/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: here('global-setup.ts'),
    reporters: ['default', here('closing-line.ts')],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Real engines, processes and browsers take their time on a machine that has other work.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
  },
})
