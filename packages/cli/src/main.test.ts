import { spawnSync } from 'node:child_process'
import { mkdtempDisposableSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const sample = here('../../domain/regions/wolfenbuettel.json')
const region = ['--region', sample]

function vertretbar(args: readonly string[], environment: Readonly<Record<string, string>> = { LANG: 'de_DE.UTF-8' }) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [here('main.ts'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...environment },
  })
  // On a machine that has other work, progress is told; that is no complaint.
  return { status, stdout, stderr: stderr.replaceAll(/^.* …\n/gm, '') }
}

describe('exit codes', () => {
  it.each([
    ['help', ['--help'], 0],
    ['a sound file', ['validate', ...region], 0],
    ['gaps of one day', ['gaps', ...region, '--today', '2026-11-23', '--to', '2026-11-23'], 0],
    [
      'a horizon of 1,100 days',
      ['gaps', ...region, '--from', '2026-01-01', '--to', '2029-01-04', '--today', '2026-01-01'],
      0,
    ],
    [
      'a horizon of 1,101 days',
      ['gaps', ...region, '--from', '2026-01-01', '--to', '2029-01-05', '--today', '2026-01-01'],
      1,
    ],
    ['a billion rows', ['plan', ...region, '--from', '0001-01-01', '--to', '9999-12-31'], 1],
    ['a reversed horizon', ['gaps', ...region, '--from', '2026-12-02', '--to', '2026-12-01'], 1],
    ['an impossible date', ['gaps', ...region, '--from', '2026-02-30'], 1],
    ['a today a century away', ['gaps', ...region, '--from', '2026-12-01', '--today', '1926-12-01'], 1],
    ['a year before any calendar', ['gaps', ...region, '--today', '0000-01-01'], 1],
    ['a horizon that ends after the last year', ['gaps', ...region, '--today', '2199-12-01'], 1],
    ['a missing file', ['gaps', '--region', 'nowhere.json'], 1],
    ['a folder instead of a file', ['validate', '--region', here('.')], 1],
    ['an empty file name', ['validate', '--region', ''], 2],
    ['no command', [], 2],
    ['an unknown command', ['gabs', ...region], 2],
    ['an unknown option', ['gaps', ...region, '--form', '2026-12-01'], 2],
    ['an option of another command', ['validate', ...region, '--time-limit', '5'], 2],
    ['an option without its value', ['gaps', '--region'], 2],
    ['no region', ['gaps'], 2],
    ['one argument too many', ['gaps', 'today', ...region], 2],
    ['a language nobody speaks here', ['gaps', ...region, '--lang', 'fr'], 2],
    ['a time limit that is no number', ['plan', ...region, '--time-limit', 'soon'], 2],
  ])('%s', (_, args, status) => {
    const answer = vertretbar(args)
    expect(answer).toMatchObject({ status })
    expect(answer.stderr).not.toMatch(/^\s+at /m)
    expect(answer.stderr === '').toBe(status === 0)
  })
})

describe('with --json', () => {
  it('gaps prints the gaps and nothing else', () => {
    const { stdout, stderr } = vertretbar(['gaps', ...region, '--today', '2026-11-23', '--json'])
    expect(JSON.parse(stdout)).toHaveProperty('gaps.length', 45)
    expect(stderr).toBe('')
  })

  it('plan prints the plan of the 90 days that the region sets', () => {
    const { stdout } = vertretbar(['plan', ...region, '--today', '2026-11-23', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'optimal',
      deterministic: true,
      objective: { criticalShortage: 22 },
    })
  })

  it.each(['validate', 'gaps', 'plan'])('%s names place, code and sentence of every problem of a file', (command) => {
    using folder = mkdtempDisposableSync(join(tmpdir(), 'vertretbar-'))
    const file = join(folder.path, 'broken.json')
    writeFileSync(file, readFileSync(sample, 'utf8').replace('"2026-12-14/am"', '"2026-02-30/am"'))
    const { status, stdout } = vertretbar([command, '--region', file, '--json'])
    expect(status).toBe(1)
    expect(stdout).toContain('"message": "Dieser Text')
    expect(JSON.parse(stdout)).toMatchObject({
      problems: [{ pointer: '/absences/0/from', code: 'wrong-format', format: 'half-day' }],
    })
  })

  it('validate says that a sound file is valid', () => {
    const { stdout } = vertretbar(['validate', ...region, '--json'])
    expect(JSON.parse(stdout)).toEqual({ valid: true, warnings: [] })
  })
})

describe('language', () => {
  it.each([
    ['--lang before the environment', ['--lang', 'en'], { LANG: 'de_DE.UTF-8' }, 'gaps'],
    ['LC_ALL before LANG', [], { LC_ALL: 'en_GB.UTF-8', LANG: 'de_DE.UTF-8' }, 'gaps'],
    ['LANG', [], { LANG: 'en_US.UTF-8' }, 'gaps'],
    ['German where nothing is said', [], {}, 'Lücken'],
    ['German for other languages', [], { LANG: 'C.UTF-8' }, 'Lücken'],
  ])('%s', (_, args, environment, word) => {
    const { stdout } = vertretbar(['gaps', ...region, '--today', '2026-11-23', ...args], environment)
    expect(stdout).toContain(`45 ${word}`)
  })
})

it('start shows gaps, deadlines, plan and time within fifty lines', () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'vertretbar-'))
  const { status, stdout } = vertretbar(['start', '--once', '--today', '2026-11-23', '--data', folder.path])
  expect(status).toBe(0)
  expect(stdout).toMatch(
    /45 Lücken[\s\S]+Fristen[\s\S]+Vertretungsplan[\s\S]+nachweislich bestmöglich[\s\S]+Berechnet in/,
  )
  expect(stdout.split('\n').length).toBeLessThanOrEqual(50)
})
