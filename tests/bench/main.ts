import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { cloneFigures } from './clone-figures.ts'
import { coldFigures } from './cold-figures.ts'
import { commandFigures } from './command-figures.ts'
import { nightlyFigures } from './nightly-figures.ts'
import { plannerFigures, warmFigures } from './planner-figures.ts'
import { type Figure, table } from './report.ts'
import { storeFigures } from './store-figures.ts'
import { sweepFigures } from './sweep-figures.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What can be measured; without a name, everything is that takes no more than a few minutes. */
const topics: Readonly<Record<string, (root: string) => Figure[] | Promise<Figure[]>>> = {
  sweep: sweepFigures,
  cold: coldFigures,
  clone: cloneFigures,
  store: storeFigures,
  commands: commandFigures,
  nightly: nightlyFigures,
  warm: warmFigures,
  planner: plannerFigures,
}
const takesLong = new Set(['planner'])

const wanted =
  process.argv.length > 2 ? process.argv.slice(2) : Object.keys(topics).filter((name) => !takesLong.has(name))
const measured = wanted.map((name) => {
  const topic = topics[name]
  if (topic === undefined) throw new Error(`${name} is none of ${Object.keys(topics).join(', ')}`)
  return topic
})

console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`)
const figures: Figure[] = []
// One after the other: what is measured must not share the machine with what is measured next.
for (const topic of measured) figures.push(...(await topic(root)))
console.log(table(figures))
