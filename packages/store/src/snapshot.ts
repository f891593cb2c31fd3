import { RegionIndex } from '@vertretbar/domain/region-index'
import type { Snapshot } from '@vertretbar/usecases/ports'
import { type Head, readHead } from './head.ts'
import { isSame, type Loaded, loadRegion } from './load.ts'
import type { Database } from './table.ts'

/** A region at one version; its index is built once, when it is first asked for. */
export function snapshotOf({ head: { version }, region }: Loaded): Snapshot {
  let index: RegionIndex | undefined
  return {
    version,
    region,
    get index() {
      index ??= new RegionIndex(region)
      return index
    },
  }
}

interface Warm {
  readonly head: Head
  readonly snapshot: Snapshot
}

/** The newest known snapshot of each region; one that still stands is taken at the cost of reading the head. */
export class WarmSnapshots {
  readonly #database: Database
  readonly #warm = new Map<string, Warm>()

  constructor(database: Database) {
    this.#database = database
  }

  async load(region: string): Promise<Snapshot | undefined> {
    const head = await readHead(this.#database, region)
    const warm = this.#warm.get(region)
    if (head === undefined || (warm && isSame(warm.head, head))) return head && warm?.snapshot
    const loaded = await loadRegion(this.#database, head)
    return loaded && this.keep(loaded)
  }

  keep(loaded: Loaded): Snapshot {
    const { head } = loaded
    const snapshot = snapshotOf(loaded)
    const warm = this.#warm.get(head.region)?.head
    if (warm?.generation !== head.generation || warm.version < head.version)
      this.#warm.set(head.region, { head, snapshot })
    return snapshot
  }

  /** The head of a version that was decided on; undefined if it is known, or found, not to stand any more. */
  async headOf(region: string, version: number): Promise<Head | undefined> {
    const warm = this.#warm.get(region)?.head
    if (warm !== undefined && warm.version >= version) return warm.version === version ? warm : undefined
    const head = await readHead(this.#database, region)
    return head?.version === version ? head : undefined
  }
}
