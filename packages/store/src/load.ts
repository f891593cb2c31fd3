import type { Region } from '@vertretbar/domain/region'
import { StoreUnavailable } from '@vertretbar/usecases/store-unavailable'
import { caughtUp } from './catch-up.ts'
import { type Head, isSame, readHead } from './head.ts'
import { regionOf } from './items.ts'
import { queryAll } from './query.ts'
import { authorityKey, type Database, generationPrefix, type Item, regionKey } from './table.ts'

/** A region and the head it was read under. */
export interface Loaded {
  readonly head: Head
  readonly region: Region
}

const patienceMilliseconds = 5000

/**
 * The region of the version that stands, from an earlier one if there is one; undefined if there is no such region.
 *
 * It is read between two equal heads and so of one version. Where it changed meanwhile, what was read is caught up with
 * what the later head says was written, over and over: a small part of a region is read faster than people write it.
 */
export async function loadRegion(database: Database, id: string, earlier?: Loaded): Promise<Loaded | undefined> {
  const giveUpAt = performance.now() + patienceMilliseconds
  let head = await readHead(database, id)
  let before = earlier
  while (head !== undefined) {
    if (before !== undefined && isSame(before.head, head)) return before
    if (performance.now() > giveUpAt) throw new StoreUnavailable(`region ${id} changed all the time it was being read`)
    const known: Region | undefined = before && (await caughtUp(database, before, head))
    const items = known === undefined ? await itemsOf(database, head) : []
    const after = await readHead(database, id)
    // Of a generation that was replaced meanwhile some items may be deleted already.
    before = after?.generation === head.generation ? { head, region: known ?? regionOf(items) } : undefined
    head = after
  }
  return undefined
}

/** The partitions of one version of a region. */
export const partitionsOf = ({ region, authorities }: Pick<Head, 'region' | 'authorities'>): string[] => [
  regionKey(region),
  ...authorities.map((authority) => authorityKey(region, authority)),
]

async function itemsOf(database: Database, head: Head): Promise<Item[]> {
  const prefix = generationPrefix(head.generation)
  const partitions = await Promise.all(partitionsOf(head).map((pk) => queryAll(database, { pk, prefix })))
  return partitions.flat()
}
