import type { Region } from '@vertretbar/domain/region'
import { auditStore } from '@vertretbar/store/audit'
import { feedStore } from '@vertretbar/store/feed-tokens'
import { identityStore } from '@vertretbar/store/identities'
import { ledgerStore } from '@vertretbar/store/ledger'
import { regionStore } from '@vertretbar/store/region-store'
import type { Database } from '@vertretbar/store/table'
import type { Ports } from '@vertretbar/usecases/ports'
import { anImport } from '../../store/write.ts'
import type { Clock } from './clock.ts'

/** The real store with a region in it, and a clock that the test moves. */
export interface System {
  readonly ports: Pick<Ports, 'regions' | 'ledger' | 'audit' | 'identities' | 'feeds' | 'now' | 'newId'>
  readonly database: Database
  readonly region: string
}

/** Puts a region into the store. */
export async function storedRegion(database: Database, region: Region, clock: Clock): Promise<System> {
  const regions = regionStore(database)
  await regions.replace(region, undefined, anImport)
  let ids = 0
  const ports = {
    regions,
    ledger: ledgerStore(database),
    audit: auditStore(database),
    identities: identityStore(database),
    feeds: feedStore(database),
    now: () => clock.now,
    // In the order in which they are made, so that a run can be repeated.
    newId: () => {
      ids += 1
      return `id-${String(ids).padStart(6, '0')}`
    },
  }
  return { ports, database, region: region.region.id }
}
