import { writeSync } from 'node:fs'
import type { SerializedError } from 'vitest'
import type { Reporter, TestModule } from 'vitest/node'

/** Ends the output with one plain line, `N passed, N failed` (and `, N skipped`), whatever else is printed before. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const line = closingLine(count(modules, unhandled.length))
    process.once('exit', () => writeSync(process.stdout.fd, `\n${line}\n`))
  }
}

/** How many tests ended how; a file or hook that broke counts as one failure. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** The line itself; skipped tests are named only when there are any. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function count(modules: readonly TestModule[], unhandled: number): Tally {
  const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
  const broken = modules
    .flatMap((module) => [module, ...module.children.allSuites()])
    .flatMap((suite) => suite.errors())
  return {
    passed: states.filter((state) => state === 'passed').length,
    failed: states.filter((state) => state === 'failed').length + broken.length + unhandled,
    skipped: states.filter((state) => state === 'skipped').length,
  }
}
