import { RegionIndex } from '@vertretbar/domain/region-index'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import type { Surroundings } from './command.ts'
import type { Call } from './command-line.ts'
import { horizonOf, wrongDates } from './horizon.ts'
import { loadRegion } from './load-region.ts'
import type { Refusal } from './refusal.ts'
import type { View } from './view.ts'

/** The region of the file that a call names, over the days it names; or every reason against the dates and the file. */
export async function openView(call: Call, surroundings: Surroundings): Promise<Result<View, readonly Refusal[]>> {
  const { actualToday, language, texts, page, progress } = surroundings
  progress.at(texts.reading)
  const region = await loadRegion(call.region)
  if (!region.ok) return refuse([...wrongDates(call), ...region.refusal])
  const horizon = horizonOf(call, actualToday, region.value.region.settings.horizonDays)
  return horizon.ok
    ? accept({ index: new RegionIndex(region.value), horizon: horizon.value, language, texts, page })
    : horizon
}
