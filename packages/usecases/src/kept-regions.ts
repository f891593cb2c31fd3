import { dateInGermany } from '@vertretbar/domain/calendar'
import { changed } from '@vertretbar/domain/change'
import { expired } from '@vertretbar/domain/command/delete-expired'
import { type Day, dayOf } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { RegionIndex } from '@vertretbar/domain/region-index'
import type { RegionStore, Snapshot } from './ports.ts'

/**
 * Regions without what has been kept for as long as it may be, whether or not it is deleted yet: nobody is told of it, and
 * nothing is decided by it. Whatever is written next deletes it.
 *
 * This is the one place that sees to it; all that answers or decides reads through it.
 */
export function keptRegions(regions: RegionStore, now: () => number): RegionStore {
  const whole = new WeakMap<Region, Snapshot>()
  const latest = new WeakMap<Snapshot, { readonly today: Day; readonly kept: Snapshot }>()
  const today = (): Day => dayOf(dateInGermany(now()))
  const keptOf = (snapshot: Snapshot): Snapshot => {
    const known = latest.get(snapshot)
    const day = today()
    if (known?.today === day) return known.kept
    const kept = withoutExpired(snapshot, day)
    latest.set(snapshot, { today: day, kept })
    if (kept !== snapshot) whole.set(kept.region, snapshot)
    return kept
  }
  return {
    ...regions,
    load: async (region) => {
      const snapshot = await regions.load(region)
      return snapshot && keptOf(snapshot)
    },
    commit: async (decidedOn, write) => {
      const snapshot = whole.get(decidedOn.region)
      if (snapshot === undefined) return regions.commit(decidedOn, write)
      return regions.commit(snapshot, { ...write, changes: [...expired(snapshot.region, today()), ...write.changes] })
    },
  }
}

/** The very snapshot where nothing has expired. */
function withoutExpired(snapshot: Snapshot, today: Day): Snapshot {
  const gone = expired(snapshot.region, today)
  if (gone.length === 0) return snapshot
  const { version, state } = snapshot
  const region = changed(snapshot.region, gone)
  let index: RegionIndex | undefined
  return {
    version,
    state,
    region,
    get index() {
      index ??= new RegionIndex(region)
      return index
    },
  }
}
