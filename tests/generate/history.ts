import type { LocalDate } from '@vertretbar/domain/half-day'
import type { OutboxMessage } from '@vertretbar/domain/message'
import type { Region } from '@vertretbar/domain/region'
import { regionProblems } from '@vertretbar/domain/region-rules'
import { addDays } from '../oracle/dates.ts'
import { changeRegion, withHorizon } from './changes.ts'
import type { Moment } from './moment.ts'
import { drawNews } from './news.ts'
import { randomOf } from './random.ts'
import { generateRegion } from './region.ts'

/** A region as it is looked at on a day: in the night, when all is told, or by day, when it is only noticed. */
export interface HistoryStep {
  readonly region: Region
  readonly today: LocalDate
  readonly isNight: boolean
  /** What has happened to covers since the night before. */
  readonly news: readonly OutboxMessage[]
}

/** Some weeks of a small region in which something changes each day, the same for the same seed. */
export function drawHistory(seed: number, steps: number): HistoryStep[] {
  const random = randomOf(seed + 1)
  const { region: drawn, today: begin } = generateRegion(seed, { members: [1, 7], bookings: [0, 5], days: [14, 40] })
  let region = withHorizon(drawn, random.pick([9, 16, 30, 60]))
  let today = begin
  return Array.from({ length: steps }, (_, number): HistoryStep => {
    const isNight = random.chance(0.6)
    today = addDays(today, number === 0 ? 0 : random.pick(isNight ? [0, 1, 1, 1, 1, 2, 4] : [0, 0, 0, 1]))
    region = changedSome(region, { random, today, number })
    return { region, today, isNight, news: isNight ? drawNews(random, region, { today, number }) : [] }
  })
}

/** Changes after which the region would not hold together do not happen. */
function changedSome(region: Region, moment: Moment): Region {
  let changed = region
  for (let left = moment.random.int(0, 3); left > 0; left -= 1) {
    const next = changeRegion(changed, moment)
    if (regionProblems(next).length === 0) changed = next
  }
  return changed
}
