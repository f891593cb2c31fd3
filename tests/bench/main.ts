import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { cloneFigures } from './clone-figures.ts'
import { coldFigures } from './cold-figures.ts'
import { type Figure, table } from './report.ts'
import { sweepFigures } from './sweep-figures.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What can be measured; without a name, everything is. */
const topics: Readonly<Record<string, (root: string) => Figure[]>> = {
  sweep: sweepFigures,
  cold: coldFigures,
  clone: cloneFigures,
}

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(topics)
const measured = wanted.map((name) => {
  const topic = topics[name]
  if (topic === undefined) throw new Error(`${name} is none of ${Object.keys(topics).join(', ')}`)
  return topic
})

console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`)
console.log(table(measured.flatMap((topic) => topic(root))))
