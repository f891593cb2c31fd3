import type { Region } from '@vertretbar/domain/region'
import type { CoverRefusal } from '@vertretbar/domain/requirement'
import { daysBetween } from '../oracle/dates.ts'
import { oracleGaps } from '../oracle/gaps.ts'
import { drawDate, type Setting } from './setting.ts'

/** Refusals of gaps that are there now, mostly by people who could be asked, and some of gaps long gone. */
export function drawRefusals(setting: Setting, region: Region): CoverRefusal[] {
  const { random, knobs, horizon } = setting
  const { gaps } = oracleGaps(region, horizon)
  if (region.specialists.length === 0 || region.requirements.length === 0) return []
  return Array.from({ length: random.int(...knobs.refusals) }, () => {
    if (gaps.length === 0 || random.chance(0.15)) {
      const halfDay = `${drawDate(setting, daysBetween(horizon.from, horizon.to))}/am`
      return {
        requirement: random.pick(region.requirements).id,
        need: 0,
        halfDay,
        specialist: random.pick(region.specialists).id,
      }
    }
    const gap = random.pick(gaps)
    const able = region.specialists.filter(
      ({ authority, homeArea, competences }) =>
        !(authority === gap.authority && homeArea === gap.area) && competences.some(({ area }) => area === gap.area),
    )
    return {
      requirement: gap.requirement,
      need: gap.need,
      halfDay: random.pick(gap.halfDays).halfDay,
      specialist: random.pick(able.length > 0 ? able : region.specialists).id,
    }
  })
}
