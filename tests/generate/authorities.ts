import type { Authority, Closure } from '@vertretbar/domain/authority'
import type { LocalDate } from '@vertretbar/domain/half-day'
import { addDays, daysBetween } from '../oracle/dates.ts'
import type { Place } from '../oracle/region.ts'
import { drawDate, productsOf, type Setting, states } from './setting.ts'

/** The authorities with their closures and software; some areas run no software, some change or run two. */
export function drawAuthorities(setting: Setting): Authority[] {
  const { random, knobs } = setting
  const count = random.int(...knobs.authorities)
  const oneState = random.chance(0.5) ? random.pick(states) : undefined
  return Array.from({ length: count }, (_, index) => ({
    id: `a${index + 1}`,
    name: `Behörde ${index + 1}`,
    kind: random.pick(['city', 'district', 'municipality', 'joint-municipality', 'joint-body'] as const),
    keys: [{ key: `03158${String(index).padStart(3, '0')}`, validFrom: '2015-01-01' }],
    state: oneState ?? random.pick(states),
    closures: drawClosures(setting),
    ...(random.chance(0.25) ? { openOnDefaultClosures: random.chance(0.8) } : {}),
    deployments: setting.areas.flatMap(({ id }) => drawDeployments(setting, id)),
  }))
}

/** The places of the region that have a post or a requirement at all; never none. */
export function drawPlaces({ random, knobs, areas }: Setting, authorities: readonly Authority[]): Place[] {
  const all = authorities.flatMap(({ id }) => areas.map((area) => ({ authority: id, area: area.id })))
  return random.atLeastOne(all, knobs.places)
}

/** Closed days and halves around the horizon, no date twice; also on days that are closed anyway. */
function drawClosures(setting: Setting): Closure[] {
  const { random, horizon } = setting
  const days = daysBetween(horizon.from, horizon.to)
  const dates = new Set<LocalDate>()
  while (random.chance(0.45)) dates.add(addDays(drawDate(setting, days), random.int(-5, 2)))
  return [...dates]
    .toSorted()
    .map((date) => ({ date, ...(random.chance(0.5) ? { half: random.pick(['am', 'pm']) } : {}) }))
}

function drawDeployments(setting: Setting, area: string): Authority['deployments'] {
  const { random, horizon } = setting
  const products = productsOf(setting, area)
  const [one, other] = random.chance(0.5) ? products : products.toReversed()
  if (one === undefined || other === undefined || random.chance(0.12)) return []
  const change = addDays(drawDate(setting, daysBetween(horizon.from, horizon.to)), random.int(0, 1))
  const old = { area, product: one, validFrom: '2020-01-01' }
  if (random.chance(0.25)) {
    // Now and then some days between the two run without any software, or with both.
    const last = addDays(change, random.pick([-1, -1, -1, -4, 2]))
    return [
      { ...old, validTo: last },
      { area, product: other, validFrom: change },
    ]
  }
  return random.chance(0.12) ? [old, { area, product: other, validFrom: '2022-01-01' }] : [old]
}
