import { readFileSync } from 'node:fs'
import { dayOf } from '@vertretbar/domain/half-day'
import { readRegion } from '@vertretbar/domain/read-region'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { planCover } from '@vertretbar/planner/plan'
import type { WarmRun } from './output.ts'

const path = new URL('../../../packages/domain/regions/wolfenbuettel.json', import.meta.url)
const first = dayOf('2026-11-23')
const warmUps = 5
const measuredRuns = 15

/** The reference region planned again and again in one process, all six levels and the reasons included. */
export async function warmRun(): Promise<WarmRun> {
  const read = readRegion(readFileSync(path))
  if (!read.ok) throw new Error('the reference region cannot be read')
  const runs: number[] = []
  let proven = true
  for (let run = 0; run < warmUps + measuredRuns; run += 1) {
    const start = performance.now()
    const { status } = await planCover(new RegionIndex(read.value), {
      today: first,
      first,
      last: first + 89,
      timeLimitSeconds: 30,
      now: () => performance.now(),
    })
    if (run >= warmUps) runs.push(performance.now() - start)
    proven &&= status === 'optimal'
  }
  return { runs, proven }
}
