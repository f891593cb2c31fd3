import { setTimeout } from 'node:timers/promises'
import type { Region } from '@vertretbar/domain/region'
import { type Head, readHead } from './head.ts'
import { regionOf } from './items.ts'
import { queryAll } from './query.ts'
import { authorityKey, type Database, generationPrefix, regionKey } from './table.ts'

/** A region and the head it was read under. */
export interface Loaded {
  readonly head: Head
  readonly region: Region
}

const patienceMilliseconds = 2000

/** The whole region, read between two equal heads and so of one version; begun again if it changed meanwhile. */
export async function loadRegion(database: Database, first: Head): Promise<Loaded | undefined> {
  const giveUpAt = performance.now() + patienceMilliseconds
  let head = first
  while (performance.now() < giveUpAt) {
    const items = await itemsOf(database, head)
    const after = await readHead(database, head.region)
    if (after === undefined) return undefined
    if (isSame(after, head)) return { head, region: regionOf(items) }
    head = after
    await setTimeout(10 * Math.random())
  }
  throw new Error(`region ${head.region} changed all the time it was being read`)
}

/** Whether two heads name one version. */
export const isSame = (one: Head, other: Head): boolean =>
  one.version === other.version && one.generation === other.generation

/** The partitions of one version of a region. */
export const partitionsOf = ({ region, authorities }: Pick<Head, 'region' | 'authorities'>): string[] => [
  regionKey(region),
  ...authorities.map((authority) => authorityKey(region, authority)),
]

async function itemsOf(database: Database, head: Head) {
  const prefix = generationPrefix(head.generation)
  const partitions = await Promise.all(partitionsOf(head).map((pk) => queryAll(database, { pk, prefix })))
  return partitions.flat()
}
