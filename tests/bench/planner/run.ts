import { execFileSync } from 'node:child_process'

/** What a run printed, and the command that repeats it. */
export interface Ran<Output> {
  readonly output: Output
  readonly command: string
}

/** Measures one thing in a fresh process, so that neither memory nor warmth of another run tells in it. */
export function ran<Output>(
  root: string,
  schema: { readonly parse: (printed: unknown) => Output },
  call: readonly (string | number)[],
): Ran<Output> {
  // The memory that the largest run may take is part of the figure; the default would end it early.
  const args = ['--max-old-space-size=12000', 'tests/bench/planner-process.ts', ...call.map(String)]
  const command = `node ${args.join(' ')}`
  process.stderr.write(`${command}\n`)
  const text = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 })
  return { output: schema.parse(JSON.parse(text)), command }
}
