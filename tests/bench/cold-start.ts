import { spawnSync } from 'node:child_process'

/** Wall times of a command, each in a fresh process. */
export interface ColdStart {
  readonly command: string
  readonly milliseconds: readonly number[]
}

const region = 'packages/domain/regions/wolfenbuettel.json'

/** Runs a command of the command line on the reference region, from process start to its end, as often as told. */
export function coldStart(root: string, command: 'gaps' | 'plan', times: number): ColdStart {
  const args = ['packages/cli/src/main.ts', command, '--region', region, '--today', '2026-11-23', '--json']
  const milliseconds = Array.from({ length: times }, () => {
    const start = performance.now()
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 })
    if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`)
    return performance.now() - start
  })
  return { command: `node ${args.join(' ')}`, milliseconds }
}
