import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Need, Requirement, When } from '@vertretbar/domain/requirement'
import { addDays, daysBetween } from '../oracle/dates.ts'
import type { Place } from '../oracle/region.ts'
import { drawBusyDate, drawPeriod, type Setting } from './setting.ts'

/** What the places must have there; several requirements of one place may ask at the same half-day. */
export const drawRequirements = (setting: Setting, places: readonly Place[]): Requirement[] =>
  places.flatMap(({ authority, area }) => {
    const count = setting.random.int(...setting.knobs.requirementsPerPlace)
    return Array.from({ length: count }, (_, index) => ({
      id: `${authority}.${area}.${index + 1}`,
      authority,
      area,
      label: `Aufgabe ${index + 1}`,
      criticality: setting.random.pick(['critical', 'normal'] as const),
      when: drawWhen(setting),
      needs: Array.from({ length: setting.random.pick([1, 1, 1, 2, 3]) }, () => drawNeed(setting, area)),
    }))
  })

function drawNeed({ random, areas }: Setting, area: string): Need {
  const roles = areas.find(({ id }) => id === area)?.roles.map(({ id }) => id) ?? []
  const indivisible = random.pick([undefined, undefined, undefined, true, true, false])
  return {
    anyOf: random.chance(0.3) ? roles : [random.pick(roles)],
    count: random.pick([1, 1, 1, 2, 2, 3]),
    ...(indivisible === undefined ? {} : { indivisible }),
  }
}

function drawWhen(setting: Setting): When {
  const { random, horizon } = setting
  const days = daysBetween(horizon.from, horizon.to)
  const halves = random.pick([['am'], ['pm'], ['am', 'pm']] as const)
  const kind = random.pick(['weekly', 'weekly', 'deadline', 'deadline', 'dates'] as const)
  if (kind === 'dates') return { kind, halfDays: drawHalfDays(setting) }
  if (kind === 'deadline') {
    return {
      kind,
      deadline: random.pick(['contribution-statement', 'contributions', 'payday', 'wage-tax-return']),
      workingDaysBefore: random.pick([0, 0, 1, 2, 3, 5, 12, 25]),
      workingDaysAfter: random.pick([0, 0, 1, 2, 4]),
      halves,
    }
  }
  const period = random.chance(0.3) ? drawPeriod(setting, days) : {}
  return { kind, days: random.atLeastOne(['mo', 'tu', 'we', 'th', 'fr'] as const, 0.5), halves, ...period }
}

/** A few half-days in and near the horizon, none twice; some fall on closed days. */
function drawHalfDays(setting: Setting): HalfDay[] {
  const { random, horizon } = setting
  const days = daysBetween(horizon.from, horizon.to)
  const drawn = Array.from({ length: random.int(1, 5) }, () => {
    const date = addDays(drawBusyDate(setting, days), random.pick([-1, 0, 0, 0, 1]))
    return `${date}/${random.pick(['am', 'pm'])}`
  })
  return [...new Set(drawn)].toSorted()
}
