import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { violations } from './architecture/violations.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

describe('the architecture', () => {
  const paths = globSync(['packages/*/src/**/*.{ts,tsx}', '{functions,infra}/{bin,src}/**/*.ts'], { cwd: root })
  const sources = new Map(paths.map((path) => [path, readFileSync(`${root}${path}`, 'utf8')]))

  it('is read from the sources of every workspace', () => {
    for (const known of ['packages/domain/src/', 'packages/api/src/app.ts', 'functions/src/api.ts', 'infra/bin/app.ts'])
      expect(paths.some((path) => path.startsWith(known))).toBe(true)
  })

  it('holds', () => expect(violations(sources)).toEqual([]))
})

describe('the architecture check', () => {
  it.each([
    ['a way against the direction', 'domain/src/gap.ts', "import '@vertretbar/planner/model'", 'against the direction'],
    [
      'a type from the wrong side',
      'planner/src/a.ts',
      "import type { A } from '@vertretbar/messages/a'",
      'against the direction',
    ],
    [
      'a re-export from the wrong side',
      'api/src/a.ts',
      "export { a } from '@vertretbar/planner/model'",
      'against the direction',
    ],
    [
      'a dynamic import from the wrong side',
      'domain/src/a.ts',
      "await import('@vertretbar/planner/model')",
      'against the direction',
    ],
    [
      'an import type from the wrong side',
      'domain/src/a.ts',
      "type A = import('@vertretbar/planner/model').A",
      'against the direction',
    ],
    ['the whole of another workspace', 'planner/src/a.ts', "import '@vertretbar/domain'", 'does not exist'],
    ['a module that is not there', 'planner/src/a.ts', "import '@vertretbar/domain/nowhere'", 'does not exist'],
    ['a neighbour that is not there', 'planner/src/a.ts', "import './nowhere.ts'", 'does not exist'],
    ['a way round the package name', 'planner/src/a.ts', "import '../../domain/src/gap.ts'", 'leaves its workspace'],
    ['a workspace without a rule', 'extra/src/a.ts', '', 'no rule allows'],
    ['a barrel', 'domain/src/index.ts', '', 'is a barrel'],
    ['luxon beside the calendar', 'domain/src/a.ts', "import { DateTime } from 'luxon'", 'belongs into calendar.ts'],
    ['holidays beside the calendar', 'domain/src/a.ts', "import 'feiertagejs/lib'", 'belongs into calendar.ts'],
    ['the solver beside its module', 'planner/src/a.ts', "await import('highs')", 'belongs into solver.ts'],
    ['what is for tests', 'planner/src/a.ts', "import '@vertretbar/domain/test-region'", 'for tests only'],
    ['a built-in in the core', 'domain/src/a.ts', "import { readFileSync } from 'node:fs'", 'not pure'],
    ['a built-in without its prefix', 'planner/src/a.ts', "import { readFileSync } from 'fs'", 'not pure'],
    ['the clock', 'domain/src/a.ts', 'const at = Date.now()', 'not pure: Date.now'],
    ['the clock as a date', 'domain/src/a.ts', 'const at = new Date()', 'not pure: new Date()'],
    ['chance', 'planner/src/a.ts', 'const x = Math.random()', 'not pure: Math.random'],
    ['the environment', 'planner/src/a.ts', 'const tz = process.env.TZ', 'not pure: process.env'],
    ['the network', 'domain/src/a.ts', "await fetch('/')", 'not pure: fetch'],
    ['the log', 'domain/src/a.ts', "console.log('x')", 'not pure: console.log'],
  ])('finds %s', (_, path, source, what) => {
    const found = violations(
      new Map([
        [`packages/${path}`, source],
        ['packages/domain/src/gap.ts', path.endsWith('gap.ts') ? source : ''],
        ['packages/domain/src/test-region.ts', ''],
        ['packages/planner/src/model.ts', ''],
        ['packages/messages/src/a.ts', ''],
      ]),
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(what)
  })

  it.each([
    ['a date made from a number', 'domain/src/a.ts', 'const day = new Date(0).getUTCDay()'],
    ['luxon in the calendar', 'domain/src/calendar.ts', "import { DateTime } from 'luxon'"],
    ['a test that reads a file and the clock', 'domain/src/a.test.ts', "import 'node:fs'\nDate.now()"],
    ['a test on what is for tests', 'domain/src/a.test.ts', "import './test-region.js'"],
    ['what is for tests on its like', 'domain/src/test-a.ts', "import './test-region.js'"],
    ['the clock in the shell', 'cli/src/a.ts', 'const at = new Date()'],
    ['a word that only looks like a global', 'domain/src/a.ts', 'const at = this.process.env + step.performance'],
  ])('accepts %s', (_, path, source) => expect(violations(new Map([[`packages/${path}`, source]]))).toEqual([]))

  it('refuses to guess what does not parse or names no module', () => {
    expect(() => violations(new Map([['packages/domain/src/a.ts', 'import {']]))).toThrow('packages/domain/src/a.ts')
    expect(() => violations(new Map([['packages/cli/src/a.ts', 'await import(name)']]))).toThrow(
      'does not name a module',
    )
  })
})
