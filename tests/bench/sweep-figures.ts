import { execFileSync } from 'node:child_process'
import { readFigures } from './germany-output.ts'
import { type Figure, median } from './report.ts'

const args = ['--expose-gc', 'tests/bench/germany-process.ts']
const megabyte = 1e6

const number = (value: number): string => value.toLocaleString('en-GB')

/** Time and memory of the gap sweep over a generated Germany, in a process of its own, beside luxon in that process. */
export function sweepFigures(root: string): Figure[] {
  const text = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  const germany = readFigures(text)
  const { people, needs, days, runs } = germany
  const nanoseconds = (milliseconds: number): number => (milliseconds * 1e6) / (people * days)
  const swept = nanoseconds(median(runs))
  const timing = { unit: 'ns', digits: 2, target: 2 }
  const memory = { unit: 'MB', digits: 1 }
  return [
    {
      ...timing,
      name: 'gap sweep, Germany, a year, per person and day: median',
      value: swept,
      note: `node ${args.join(' ')}; ${runs.length} runs, ${Math.round(median(runs))} ms each`,
    },
    {
      ...timing,
      name: 'the same: best',
      value: nanoseconds(Math.min(...runs)),
      note: `${number(people)} people, ${number(needs)} needs, ${number(germany.shortHalfDays)} half-days short`,
    },
    {
      ...memory,
      name: 'peak memory of that process',
      value: germany.peakRss / megabyte,
      target: 200,
      note: 'process.resourceUsage().maxRSS after the runs, Node included',
    },
    {
      ...memory,
      name: 'of that, growth by the country',
      value: (germany.peakRss - germany.rssBefore) / megabyte,
      note: 'peak less the resident memory once all modules are loaded',
    },
    {
      ...memory,
      name: 'packed arrays and rows',
      value: (germany.packedBytes + germany.rowBytes) / megabyte,
      note: `${number(germany.packedBytes)} bytes read, ${number(germany.rowBytes)} bytes written`,
    },
    {
      name: 'luxon at each half-day, per person and day',
      value: germany.luxonNanoseconds,
      unit: 'ns',
      digits: 0,
      note: `same process, ${germany.luxonPeople} people, ${germany.luxonDays} days, same answers`,
    },
    {
      name: 'luxon over sweep',
      value: germany.luxonNanoseconds / swept,
      unit: 'times',
      digits: 0,
      note: 'luxon only answers who is there; the sweep also counts and compares',
    },
  ]
}
