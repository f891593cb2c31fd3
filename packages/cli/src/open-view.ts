import { horizonOf, wrongDates } from '@vertretbar/domain/horizon'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import type { Surroundings } from './command.ts'
import type { Call } from './command-line.ts'
import { loadRegion } from './load-region.ts'
import type { Refusal } from './refusal.ts'
import type { View } from './view.ts'

/** A region file may be asked about three years at once. */
const mostDays = 1100

/** The region of the file that a call names, over the days it names; or every reason against the dates and the file. */
export async function openView(call: Call, surroundings: Surroundings): Promise<Result<View, readonly Refusal[]>> {
  const { actualToday, language, texts, page, progress } = surroundings
  progress.at(texts.reading)
  const region = await loadRegion(call.file)
  if (!region.ok) return refuse([...wrongDates(call), ...region.refusal])
  const horizon = horizonOf(call, { today: actualToday, days: region.value.region.settings.horizonDays, mostDays })
  return horizon.ok
    ? accept({ index: new RegionIndex(region.value), horizon: horizon.value, language, texts, page })
    : horizon
}
