import { randomUUID } from 'node:crypto'
import type { Region } from '@vertretbar/domain/region'
import type { Database } from '@vertretbar/store/table'
import { type Random, randomOf } from '../../generate/random.ts'
import { generateRegion } from '../../generate/region.ts'
import { drawCommand } from '../draw-command.ts'
import { Clock } from './clock.ts'
import { withLongAgo } from './long-ago.ts'
import { Pair } from './pair.ts'
import { storedRegion } from './system.ts'

/** People who can do much and agreements that allow much, so that much can be tried. */
export const lively = {
  places: 0.9,
  specialistsPerPlace: [2, 4],
  agreements: [2, 4],
  furtherCompetences: 0.85,
  papers: 0.95,
  bookings: [2, 6],
  absences: 0.35,
} as const

/** So many that those commands which change no cover leave room for as many of those that do. */
const length = 68

/** Gives a region commands one after another, and after each holds the system against the model; tells what happened. */
export async function runAgainstModel(database: Database, seed: number): Promise<ReadonlySet<string>> {
  const random = randomOf(seed)
  const generated = generateRegion(seed, lively)
  const clock = new Clock(Date.parse(`${generated.today}T07:00:00Z`))
  const region = withLongAgo(named(generated.region, random), generated.today, random)
  const pair = new Pair(await storedRegion(database, region, clock), clock, region)
  for (let count = 1; count <= length; count += 1) {
    clock.moveOn(random, pair.region)
    if (random.chance(0.05)) await pair.expireRequests()
    else await pair.give(drawCommand({ region: pair.region, now: clock.now, random }), actorOf(random))
    if (count % 10 === 0) await pair.compareAll()
  }
  await pair.compareStored()
  return pair.happened
}

/** A region of its own in a table that many share. */
const named = (region: Region, random: Random): Region => ({
  ...region,
  region: {
    ...region.region,
    id: randomUUID(),
    settings: { horizonDays: random.pick([7, 14, 28]), requestExpiryWorkingDays: random.int(0, 5) },
  },
})

const actorOf = (random: Random): string => random.pick(['hr-1', 'hr-2', 'clerk-3'])
