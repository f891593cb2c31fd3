import type { Region } from '@vertretbar/domain/region'
import { addDays, daysBetween } from '../oracle/dates.ts'
import type { Horizon } from '../oracle/region.ts'
import { drawAbsences } from './absences.ts'
import { drawAgreements } from './agreements.ts'
import { drawAuthorities, drawPlaces } from './authorities.ts'
import { drawBookings } from './bookings.ts'
import { type Knobs, small } from './knobs.ts'
import { drawMembers } from './members.ts'
import { randomOf } from './random.ts'
import { drawRefusals } from './refusals.ts'
import { drawRequirements } from './requirements.ts'
import { drawAreas, drawHorizon, drawProducts, type Setting, states } from './setting.ts'
import { drawSpecialists } from './specialists.ts'

/** A region, and the day and days to look at it. */
export interface Generated extends Horizon {
  readonly region: Region
}

/** A region that holds together (spec § 14), the same for the same seed; knobs not given are those of `small`. */
export function generateRegion(seed: number, knobs: Partial<Knobs> = {}): Generated {
  const setting = drawSetting(seed, { ...small, ...knobs })
  const authorities = drawAuthorities(setting)
  const places = drawPlaces(setting, authorities)
  const specialists = drawSpecialists(setting, authorities, places)
  const agreements = drawAgreements(setting, authorities)
  const region: Region = {
    format: 'vertretbar-region/1',
    asOf: setting.horizon.today,
    region: drawHead(setting),
    serviceAreas: setting.areas,
    products: setting.products,
    authorities,
    agreements,
    specialists,
    requirements: drawRequirements(setting, places),
    absences: drawAbsences(setting, specialists),
    bookings: drawBookings(setting, { authorities, specialists, agreements, places }),
    refusals: [],
  }
  const refused = { ...region, refusals: drawRefusals(setting, region) }
  // Last, so that a region is the same with members and without.
  const members = drawMembers(setting, refused)
  return { region: { ...refused, ...(members.length > 0 && { members }) }, ...setting.horizon }
}

function drawSetting(seed: number, knobs: Knobs): Setting {
  const random = randomOf(seed)
  const horizon = drawHorizon(random, knobs)
  const peak = addDays(horizon.from, random.int(0, daysBetween(horizon.from, horizon.to)))
  const areas = drawAreas(random, knobs)
  return { random, knobs, horizon, peak, areas, products: drawProducts(random, areas) }
}

/** One to three collection offices, and conflicts between some pairs of areas, with small and large look-back. */
function drawHead({ random, areas }: Setting): Region['region'] {
  const ids = areas.map(({ id }) => id)
  const pairs = ids.flatMap((one, index) => ids.slice(index + 1).map((other) => [one, other] as const))
  return {
    id: 'generated',
    name: 'Erzeugter Kooperationsraum',
    timeZone: 'Europe/Berlin',
    collectionOffices: Array.from({ length: random.int(1, 3) }, (_, index) => ({
      id: `seat-${index + 1}`,
      name: `Einzugsstelle ${index + 1}`,
      state: random.pick(states),
    })),
    conflicts: random
      .some(pairs, 0.5)
      .map((pair) => ({ areas: [...pair], lookBackDays: random.pick([0, 1, 2, 5, 14, 365]) })),
    settings: { horizonDays: 90, requestExpiryWorkingDays: 3 },
  }
}
