import type { LocalDate } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import type { CoverRefusal } from '@vertretbar/domain/requirement'
import { addDays, dateOf } from '../../oracle/dates.ts'
import { type OracleGap, oracleGaps } from '../../oracle/gaps.ts'
import { type Horizon, requirementOf } from '../../oracle/region.ts'

/** From today over the region's horizon, and over these dates too. */
export function horizonOver(region: Region, today: LocalDate, dates: readonly LocalDate[] = []): Horizon {
  const all = [today, addDays(today, region.region.settings.horizonDays - 1), ...dates].toSorted()
  return { today, from: all[0] ?? today, to: all.at(-1) ?? today }
}

/** The gaps of one need of a requirement. */
export function gapsOfNeed(region: Region, horizon: Horizon, requirement: string, need: number): OracleGap[] {
  const alone = { ...region, requirements: [requirementOf(region, requirement)] }
  return oracleGaps(alone, horizon).gaps.filter((gap) => gap.need === need)
}

/** Whether a half-day is one of the short ones of a gap. */
export const contains = (gap: OracleGap, halfDay: string): boolean =>
  gap.halfDays.some((short) => short.halfDay === halfDay)

/** The gap, as it is now, that somebody refused. */
export const refusedGap = (
  region: Region,
  { today, from, to }: Horizon,
  { requirement, need, halfDay }: CoverRefusal,
): OracleGap | undefined => {
  const dates = [from, to, dateOf(halfDay)].toSorted()
  const widened = { today, from: dates[0] ?? from, to: dates.at(-1) ?? to }
  return gapsOfNeed(region, widened, requirement, need).find((gap) => contains(gap, halfDay))
}
