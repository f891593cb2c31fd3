import { accept, type Result, refuse } from '@vertretbar/domain/result'
import type { RegionStore } from '@vertretbar/usecases/ports'
import type { InstallationFault } from './fault.ts'

/** The stored region that is asked for; where none is named, the only one there is. */
export async function chosenRegion(
  store: Pick<RegionStore, 'regions'>,
  asked: string | undefined,
): Promise<Result<string, readonly InstallationFault[]>> {
  const known = await store.regions()
  const [only, ...others] = known
  if (only === undefined) return refuse([{ at: '--data', code: 'no-region-stored' }])
  if (asked !== undefined)
    return known.includes(asked) ? accept(asked) : refuse([{ at: '--region-id', code: 'region-unknown', known }])
  return others.length === 0 ? accept(only) : refuse([{ at: '--region-id', code: 'several-regions', known }])
}
