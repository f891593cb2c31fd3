import { RegionIndex } from '@vertretbar/domain/region-index'
import type { Snapshot } from '@vertretbar/usecases/ports'
import { type Head, isSame, readHead, stateOf } from './head.ts'
import { type Loaded, loadRegion } from './load.ts'
import type { Database } from './table.ts'

/** A region at one version; its index is built once, when it is first asked for. */
function snapshotOf({ head, region }: Loaded): Snapshot {
  let index: RegionIndex | undefined
  return {
    version: head.version,
    state: stateOf(head),
    region,
    get index() {
      index ??= new RegionIndex(region)
      return index
    },
  }
}

interface Warm extends Loaded {
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
    const loaded = await loadRegion(this.#database, region, this.#warm.get(region))
    return loaded && this.keep(loaded)
  }

  keep(loaded: Loaded): Snapshot {
    const { head } = loaded
    const warm = this.#warm.get(head.region)
    if (warm !== undefined && isSame(warm.head, head)) return warm.snapshot
    const snapshot = snapshotOf(loaded)
    if (warm?.head.generation !== head.generation || warm.head.version < head.version)
      this.#warm.set(head.region, { ...loaded, snapshot })
    return snapshot
  }

  /** The head of a version that was decided on; undefined if it is known, or found, not to stand any more. */
  async headOf({ version, region }: Pick<Snapshot, 'version' | 'region'>): Promise<Head | undefined> {
    const { id } = region.region
    const warm = this.#warm.get(id)?.head
    if (warm !== undefined && warm.version >= version) return warm.version === version ? warm : undefined
    const head = await readHead(this.#database, id)
    return head?.version === version ? head : undefined
  }
}
