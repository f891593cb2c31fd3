import type { FederalState } from '@vertretbar/domain/authority'
import type { LocalDate } from '@vertretbar/domain/half-day'
import type { Product, ServiceArea } from '@vertretbar/domain/service-area'
import { addDays, addMonths, lastDateOf } from '../oracle/dates.ts'
import { easterSunday } from '../oracle/holidays.ts'
import type { Horizon } from '../oracle/region.ts'
import type { Knobs } from './knobs.ts'
import type { Random } from './random.ts'

/** What all parts of the region are drawn from. */
export interface Setting {
  readonly random: Random
  readonly knobs: Knobs
  readonly horizon: Horizon
  /** A day on which many are away and much is due, as before Christmas. */
  readonly peak: LocalDate
  readonly areas: readonly ServiceArea[]
  readonly products: readonly Product[]
}

/** A period as a region file writes it. */
export interface DrawnPeriod {
  validFrom: LocalDate
  validTo?: LocalDate
}

/** States whose holidays differ within every season. */
export const states: readonly FederalState[] = [
  'DE-NI',
  'DE-NI',
  'DE-NW',
  'DE-ST',
  'DE-SN',
  'DE-BY',
  'DE-BE',
  'DE-TH',
  'DE-HE',
]

/** A day of any season, often near Christmas, Easter, the May holidays or the end of a month. */
export function drawHorizon(random: Random, knobs: Knobs): Horizon {
  const year = random.int(2026, 2028)
  const today = random.pick([
    () => addDays(`${year}-12-01`, random.int(0, 38)),
    () => addDays(easterSunday(year), random.int(-16, 4)),
    () => addDays(easterSunday(year), random.int(20, 62)),
    () => addDays(lastDateOf(addMonths(`${year}-01`, random.int(0, 11))), random.int(-14, 5)),
    () => addDays(`${year}-01-01`, random.int(0, 364)),
  ])()
  const from = addDays(today, random.chance(0.7) ? 0 : random.int(-6, 8))
  return { today, from, to: addDays(from, random.int(...knobs.days)) }
}

/** Some date within the horizon. */
export const drawDate = ({ random, horizon: { from } }: Setting, horizonDays: number): LocalDate =>
  addDays(from, random.int(0, horizonDays))

/** Some date within the horizon, often the peak. */
export const drawBusyDate = (setting: Setting, horizonDays: number): LocalDate =>
  setting.random.chance(0.5) ? setting.peak : drawDate(setting, horizonDays)

/** A period that mostly spans the horizon, and now and then begins, ends, or does both inside it, or is over. */
export function drawPeriod(setting: Setting, horizonDays: number): DrawnPeriod {
  const { random } = setting
  const inside = drawDate(setting, horizonDays)
  if (random.chance(0.75)) return { validFrom: '2024-01-01' }
  return random.pick<() => DrawnPeriod>([
    () => ({ validFrom: '2024-01-01', validTo: inside }),
    () => ({ validFrom: inside }),
    () => ({ validFrom: inside, validTo: addDays(inside, random.int(0, 6)) }),
    () => ({ validFrom: '2024-01-01', validTo: addDays(setting.horizon.from, -random.int(1, 20)) }),
  ])()
}

/** The areas of the region, each with a role of its own kind: one free to cover in, one that needs an authorisation. */
export function drawAreas(random: Random, knobs: Knobs): ServiceArea[] {
  const ids = ['payroll', 'audit', 'procurement', 'it'].slice(0, random.int(...knobs.areas))
  return ids.map((id, index) => ({
    id,
    name: { de: `Fachbereich ${id}`, en: id },
    roles: [
      role(`${id}-clerk`, 'none'),
      role(`${id}-head`, 'required'),
      ...(random.chance(0.3) ? [role(`${id}-aide`, 'none')] : []),
    ],
    lenderConsent: id === 'audit' ? 'area-head' : 'hr-manager',
    blocks: index > 0 && random.chance(0.4) ? ids.slice(0, 1) : [],
  }))
}

function role(id: string, authorisation: 'none' | 'required') {
  return { id, name: { de: id, en: id }, authorisation }
}

/** Two or three products per area, with different lead times. */
export const drawProducts = (random: Random, areas: readonly ServiceArea[]): Product[] =>
  areas.flatMap(({ id }) =>
    ['a', 'b', 'c'].slice(0, random.int(2, 3)).map((letter) => ({
      id: `${id}-${letter}`,
      name: `Verfahren ${letter}`,
      vendor: 'illustrative',
      accessLeadWorkingDays: random.pick([0, 1, 2, 3, 5, 10]),
    })),
  )

/** The products made for an area. */
export const productsOf = ({ products }: Setting, area: string): string[] =>
  products.map(({ id }) => id).filter((id) => id.startsWith(`${area}-`))
