import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('..'),
  test: {
    include: ['{packages/*,functions,infra}/src/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: here('global-setup.ts'),
    reporters: ['default', here('closing-line.ts')],
    maxWorkers: 2,
    testTimeout: 30_000,
  },
})
