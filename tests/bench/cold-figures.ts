import { spawnSync } from 'node:child_process'
import { type Figure, median } from './report.ts'

const region = 'packages/domain/regions/wolfenbuettel.json'
const runs = 5

/** Wall times of the command line on the reference region, each run in a fresh process from its start to its end. */
export const coldFigures = (root: string): Figure[] =>
  (['gaps', 'plan'] as const).map((name) => {
    const args = ['packages/cli/src/main.ts', name, '--region', region, '--today', '2026-11-23', '--json']
    return {
      name: `reference region, ${name}, cold: median`,
      value: median(Array.from({ length: runs }, () => wallTime(root, args))),
      unit: 'ms',
      digits: 0,
      target: 1000,
      note: `node ${args.join(' ')}; ${runs} runs`,
    }
  })

function wallTime(root: string, args: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return performance.now() - start
}
