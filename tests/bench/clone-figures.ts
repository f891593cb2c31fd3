import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure } from './report.ts'

/**
 * From a bare clone to the printed plan, as the README tells it, with an empty package store.
 *
 * One clone only downloads and so fills the store; the other starts from there, so that its time is work alone: linking
 * the packages, reading, planning, printing.
 */
export function cloneFigures(root: string): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'vertretbar-clone-'))
  const [download, work] = ['download', 'work'].map((name) => {
    run('git', ['clone', '--quiet', root, name], { cwd: folder })
    return { cwd: join(folder, name), store: join(folder, 'store') }
  })
  if (download === undefined || work === undefined) throw new Error('no clone to measure')
  const start = ['-y', 'pnpm@12', 'start', '--once']
  try {
    return [
      figure('bare clone: download', run('npx', ['-y', 'pnpm@12', 'fetch'], download), { note: 'pnpm fetch' }),
      figure('bare clone: work, to the printed plan', run('npx', start, work), {
        target: 15,
        note: 'pnpm start --once',
      }),
      figure('the same clone: second start', run('npx', start, work), { target: 3, note: 'pnpm start --once' }),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const figure = (name: string, value: number, about: Pick<Figure, 'target' | 'note'>): Figure => ({
  name,
  value,
  unit: 's',
  digits: 1,
  ...about,
})

/** The seconds that a command takes. */
function run(command: string, args: readonly string[], { cwd, store }: { cwd: string; store?: string }): number {
  // Settings of the script that runs this must not reach the clone.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm|pnpm)_/i.test(name))
  const env = { ...Object.fromEntries(inherited), ...(store === undefined ? {} : { pnpm_config_store_dir: store }) }
  const begin = performance.now()
  const { status, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`)
  return (performance.now() - begin) / 1000
}
