import { dense, pooled, sparse } from '../generate/country.ts'
import { countryRun } from './planner/country-run.ts'
import { rivalsRun } from './planner/rivals-run.ts'
import { warmRun } from './planner/warm-run.ts'

/** One web without a seam: everybody within reach, in five weeks. */
const giant = { ...dense, papers: 0.5, weeks: 5 }

const [what = '', authorities = '', seconds = '', ...names] = process.argv.slice(2)
const count = Number(authorities)
const limit = Number(seconds)

const runs: Readonly<Record<string, () => Promise<object>>> = {
  warm: warmRun,
  sparse: () => countryRun({ ...sparse, authorities: count }, limit),
  giant: () => countryRun({ ...giant, authorities: count }, limit),
  pooled: () => countryRun({ ...pooled, authorities: count }, limit),
  rivals: () => rivalsRun({ ...pooled, authorities: count }, limit, names),
  giantRivals: () => rivalsRun({ ...giant, authorities: count }, limit, names),
}

const run = runs[what]
if (run === undefined) throw new Error(`${what} is none of ${Object.keys(runs).join(', ')}`)
process.stdout.write(JSON.stringify(await run()))
