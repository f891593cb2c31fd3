import { isDeepStrictEqual } from 'node:util'
import { dateInGermany } from '@vertretbar/domain/calendar'
import { dateOf, dayOf } from '@vertretbar/domain/half-day'
import { instantOf } from '@vertretbar/domain/instant'
import { type Look, lookAt } from '@vertretbar/domain/look'
import { recorded } from '@vertretbar/domain/recorded-gaps'
import type { Watch } from '@vertretbar/domain/watch'
import type { Ports, Snapshot } from './ports.ts'
import { type SettlePorts, settledWatch } from './settle.ts'
import { StoreUnavailable } from './store-unavailable.ts'

export type LookPorts = SettlePorts & Pick<Ports, 'regions' | 'now' | 'newId'>

/** What a look came to: what is remembered now, and how many gaps had changed without anybody looking. */
export interface Looked {
  readonly watch: Watch
  /** The look itself; where nothing has changed it is taken only if somebody asks for it. */
  readonly look: () => Look
  readonly unnoticed: number
}

const mostTries = 20

/**
 * Brings what is remembered of the gaps of a region up to date with the region as it stands today; undefined where there
 * is no such region. It may be done at any time and again: the same look changes nothing.
 */
export async function lookAtRegion(ports: LookPorts, region: string): Promise<Looked | undefined> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    // First what is remembered: a region that is read after it is never older than what was looked at.
    const before = await settledWatch(ports, region)
    const snapshot = await ports.regions.load(region)
    if (snapshot === undefined) return undefined
    const today = dateInGermany(ports.now())
    if (before?.state === snapshot.state && before.day === today)
      return { watch: before, look: () => lookAt(snapshot.index, dayOf(today)), unnoticed: 0 }
    const look = lookAt(snapshot.index, dayOf(today))
    const watch = watchAfter(ports, { before, snapshot, look })
    if (await ports.watches.write(watch))
      return { watch, look: () => look, unnoticed: before === undefined ? 0 : unnoticed(ports, before, snapshot) }
  }
  throw new StoreUnavailable(`what is remembered of region ${region} changed all the time`)
}

interface Seen {
  readonly before: Watch | undefined
  readonly snapshot: Snapshot
  readonly look: Look
}

function watchAfter({ now, newId }: LookPorts, { before, snapshot, look }: Seen): Watch {
  const sighting = recorded(before, look, { at: instantOf(now()), newId })
  return {
    region: snapshot.region.region.id,
    toldOnce: [],
    ...before,
    ...sighting,
    state: snapshot.state,
    day: dateOf(look.today),
    revision: (before?.revision ?? 0) + 1,
  }
}

/** That a day has gone by changes gaps as well, and is noticed by nobody: so the day of before is looked at again. */
function unnoticed({ now, newId }: LookPorts, before: Watch, snapshot: Snapshot): number {
  if (before.state === snapshot.state) return 0
  const { records } = recorded(before, lookAt(snapshot.index, dayOf(before.day)), { at: instantOf(now()), newId })
  const known = new Map(before.records.map(({ id, history }) => [id, history]))
  return records.filter(({ id, history }) => !isDeepStrictEqual(history, known.get(id))).length
}
