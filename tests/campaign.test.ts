import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commitOf } from './campaign/commit.ts'
import { type Progress, runChunks, startOf, unversioned } from './campaign/progress.ts'
import { storeProgress, writeProof } from './campaign/proof.ts'
import { caseSeed, fixedSeed } from './campaign/seeds.ts'
import { closingLine } from './closing-line.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const planned = { suite: 'twins agree', seed: 7, count: 250, commit: 'abc', run: 'second' }
const stored: Progress = { ...planned, run: 'first', done: 120, seconds: 3 }

describe('case seeds', () => {
  it('differ for every case of a suite and fit 32 unsigned bits', () => {
    const seeds = Array.from({ length: 200_000 }, (_, index) => caseSeed(0xfffffff0, index))

    expect(new Set(seeds).size).toBe(seeds.length)
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)).toBe(true)
  })

  it('flip about half of their bits from one case to the next', () => {
    const flips = Array.from({ length: 10_000 }, (_, i) => bits(caseSeed(1, i) ^ caseSeed(1, i + 1)))

    expect(flips.reduce((sum, flip) => sum + flip) / flips.length).toBeCloseTo(16, 0)
  })

  it('start from a seed that only the name of the suite decides', () => {
    expect(fixedSeed('a')).toBe(0xe40c292c)
    expect(fixedSeed('Lücke')).not.toBe(fixedSeed('Lucke'))
  })
})

describe('a proof', () => {
  it.each<[string, Progress | undefined, Partial<typeof planned>, number]>([
    ['nothing is stored', undefined, {}, 0],
    ['the same cases of the same commit are stored', stored, {}, 120],
    ['another commit is stored', stored, { commit: 'def' }, 0],
    ['another count is stored', stored, { count: 500 }, 0],
    ['another seed is stored', stored, { seed: 8 }, 0],
    ['git knows neither state', { ...stored, commit: unversioned }, { commit: unversioned }, 0],
  ])('starts where it can when %s', (_, before, change, done) => {
    expect(startOf({ ...planned, ...change }, before).done).toBe(done)
  })

  it('refuses a second suite of the same name', () => {
    expect(() => startOf(planned, { ...stored, run: 'second' })).toThrow('twins agree')
  })

  it('goes on after the last whole chunk and runs every case that is left once', async () => {
    const saved: Progress[] = []
    const ran: number[] = []
    const breaking = (index: number) => {
      if (index === 100) throw new Error('case 100')
      ran.push(index)
    }

    await expect(runChunks(startOf(planned, undefined), breaking, (p) => saved.push(p))).rejects.toThrow('case 100')
    expect(saved.at(-1)?.done).toBe(99)

    ran.length = 0
    const start = startOf({ ...planned, run: 'third' }, saved.at(-1))
    const end = await runChunks(
      start,
      (index) => void ran.push(index),
      () => undefined,
    )
    expect(ran).toEqual(Array.from({ length: 151 }, (_, i) => 99 + i))
    expect(end.done).toBe(250)
  })

  it('lists the suites that are through at its commit, and no others', () => {
    storeProgress(folder, { ...stored, done: 250 })
    storeProgress(folder, { ...stored, suite: 'unfinished' })
    storeProgress(folder, { ...stored, suite: 'older', commit: 'old', done: 250 })

    expect(writeProof(folder, 'abc').map(({ suite }) => suite)).toEqual(['unfinished'])
    expect(readJson('prove.json')).toEqual([{ suite: 'twins agree', seed: 7, count: 250, seconds: 3, commit: 'abc' }])
  })

  it('knows a changed tree from its commit', () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: folder })
    expect(commitOf(folder)).toBe(unversioned)
    git('init', '--quiet')
    git('commit', '--quiet', '--allow-empty', '--message', 'start')
    const clean = commitOf(folder)
    writeFileSync(join(folder, 'gap.ts'), 'one')
    const added = commitOf(folder)
    writeFileSync(join(folder, 'gap.ts'), 'two')

    expect(clean).toMatch(/^[0-9a-f]{40}$/)
    expect(new Set([clean, added, commitOf(folder)]).size).toBe(3)
  })
})

describe('a campaign', () => {
  it('runs half of its cases from its own seed and half from the seed of the run', () => {
    const { output, lastLine } = run(
      'campaign("small", { test: 10, prove: 30 }, (seed) => console.log("case", seed))',
      {
        SEED: '42',
      },
    )

    expect(output).toContain('fresh seed 42')
    expect(casesIn(output)).toEqual([...seedsFrom(fixedSeed('small'), 5), ...seedsFrom(42, 5)])
    expect(lastLine).toBe('2 passed, 0 failed')
  })

  it('names the case that fails, and runs only that one again', () => {
    const odd =
      'campaign("even (only)", { test: 10, prove: 30 }, (s) => { if (s % 2 === 1) throw new Error("odd " + s); console.log("case", s) })'
    const broken = seedsFrom(fixedSeed('even (only)'), 5).find((seed) => seed % 2 === 1)
    const { output, status } = run(odd, {})

    expect(status).toBe(1)
    expect(output).toContain(`even (only): case ${broken} fails: odd ${broken}`)
    expect(output).toContain(`CASE=${broken} npx -y pnpm@12 suites -t 'even .only.'`)
    expect(casesIn(run(odd, { CASE: '2' }).output)).toEqual([2])
  })

  it('proves its full count, and a census every number', () => {
    const { output } = run(
      'campaign("small", { test: 2, prove: 30 }, (s) => console.log("case", s)); census("days", { test: 2, prove: 5 }, (d) => console.log("case", d))',
      { PROVE: '1' },
    )

    expect(casesIn(output)).toEqual([...seedsFrom(fixedSeed('small'), 30), 0, 1, 2, 3, 4])
    expect(readJson('prove.json')).toMatchObject([
      { suite: 'days', seed: null, count: 5, commit: unversioned },
      { suite: 'small', seed: fixedSeed('small'), count: 30 },
    ])
  })

  it('takes an even sample of a census in a test run', () => {
    expect(casesIn(run('census("days", { test: 4, prove: 100 }, (d) => console.log("case", d))', {}).output)).toEqual([
      0, 25, 50, 75,
    ])
  })
})

describe('the closing line', () => {
  it.each([
    [{ passed: 3, failed: 0, skipped: 0 }, '3 passed, 0 failed'],
    [{ passed: 3, failed: 1, skipped: 2 }, '3 passed, 1 failed, 2 skipped'],
  ])('says %o as %s', (tally, line) => expect(closingLine(tally)).toBe(line))

  it('counts a file that does not load as failed', () => {
    const { lastLine } = run('throw new Error("broken")', {})

    expect(lastLine).toBe('0 passed, 1 failed')
  })
})

// Campaigns are registered while Vitest collects a file, so they are tried in a Vitest of their own.
function run(source: string, environment: Readonly<Record<string, string>>) {
  mkdirSync(join(folder, 'tests'), { recursive: true })
  const campaignPath = fileURLToPath(new URL('campaign.ts', import.meta.url))
  writeFileSync(
    join(folder, 'tests/fixture.test.ts'),
    `import { campaign, census } from '${campaignPath}'\n${source}\n`,
  )
  const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
  const config = fileURLToPath(new URL('vitest.config.ts', import.meta.url))
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--root', folder, '--config', config],
    {
      env: { PATH: process.env.PATH, NO_COLOR: '1', ...environment },
      encoding: 'utf8',
    },
  )
  return { output: stdout + stderr, lastLine: stdout.trimEnd().split('\n').at(-1), status }
}

function seedsFrom(base: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => caseSeed(base, index))
}

function casesIn(output: string): number[] {
  return [...output.matchAll(/^case (\d+)$/gm)].map(([, seed]) => Number(seed))
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'))
}

function bits(value: number): number {
  return (value >>> 0).toString(2).replaceAll('0', '').length
}
