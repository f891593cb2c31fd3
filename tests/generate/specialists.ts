import type { Authority } from '@vertretbar/domain/authority'
import type { PatternWeek, Specialist } from '@vertretbar/domain/specialist'
import { addDays, daysBetween } from '../oracle/dates.ts'
import type { Place } from '../oracle/region.ts'
import { drawDate, drawPeriod, productsOf, type Setting } from './setting.ts'

type Competence = Specialist['competences'][number]
type Pattern = Specialist['workPattern'][number]

/** The people whose post is at one of the places. */
export const drawSpecialists = (
  setting: Setting,
  authorities: readonly Authority[],
  places: readonly Place[],
): Specialist[] =>
  places.flatMap((place) => {
    const count = setting.random.int(...setting.knobs.specialistsPerPlace)
    return Array.from({ length: count }, (_, index) =>
      drawSpecialist(setting, authorities, { place, id: `${place.authority}.${place.area}.s${index + 1}` }),
    )
  })

function drawSpecialist(
  setting: Setting,
  authorities: readonly Authority[],
  { place, id }: { place: Place; id: string },
): Specialist {
  const { random } = setting
  const competences = drawCompetences(setting, authorities, place)
  const limit = random.pick([undefined, undefined, undefined, 0, 1, 2, 3, 4, 6])
  return {
    id,
    displayName: id.toUpperCase().replaceAll('.', ' '),
    authority: place.authority,
    homeArea: place.area,
    employment: drawEmployment(setting),
    weeklyMinutes: [{ validFrom: '2019-01-01', minutes: random.pick([1170, 1872, 2340]) }],
    workPattern: drawPatterns(setting),
    competences,
    ...drawPapers(setting, authorities, competences),
    exclusions: random.some(authorities, 0.06).map((authority) => ({
      authority: authority.id,
      ...(random.chance(0.6) ? { area: random.pick(setting.areas).id } : {}),
      ...drawPeriod(setting, horizonDays(setting)),
    })),
    ...(limit === undefined ? {} : { coverLimitHalfDaysPerWeek: limit }),
  }
}

function drawEmployment(setting: Setting): Specialist['employment'] {
  const { random } = setting
  const inside = drawDate(setting, horizonDays(setting))
  if (random.chance(0.84)) return { validFrom: '2019-01-01' }
  return random.pick<Specialist['employment']>([
    { validFrom: '2019-01-01', validTo: inside },
    { validFrom: inside },
    { validFrom: '2019-01-01', validTo: addDays(setting.horizon.from, -3) },
  ])
}

/** The work of the home area on the product that runs at home, mostly; sometimes that of other areas too. */
function drawCompetences(setting: Setting, authorities: readonly Authority[], place: Place): Competence[] {
  const { random, knobs } = setting
  return setting.areas
    .filter(({ id }) => (id === place.area ? random.chance(0.97) : random.chance(knobs.furtherCompetences)))
    .flatMap(({ id: area, roles }) => {
      const running = authorities
        .find(({ id }) => id === place.authority)
        ?.deployments.filter((deployment) => deployment.area === area)
        .map(({ product }) => product)
      const known = new Set([...random.some(running ?? [], 0.9), ...random.some(productsOf(setting, area), 0.65)])
      const able = random.atLeastOne(roles, 0.85).map(({ id }) => id)
      const whole = { area, roles: able, products: [...known] }
      if (!random.chance(knobs.splitCompetences)) return [whole]
      const further = random.atLeastOne(roles, 0.5).map(({ id }) => id)
      return [whole, { area, roles: further, products: random.some(productsOf(setting, area), 0.6) }]
    })
}

/** Authorisations and accesses at the places where the person's competences are of use, their own included. */
function drawPapers(
  setting: Setting,
  authorities: readonly Authority[],
  competences: readonly Competence[],
): Pick<Specialist, 'authorisations' | 'access'> {
  const { random, knobs } = setting
  const papers = competences.flatMap(({ area, products }) =>
    random.some(authorities, knobs.papers).flatMap(({ id: authority, deployments }) => {
      const running = deployments.filter((deployment) => deployment.area === area).map(({ product }) => product)
      const usable = running.filter((product) => products.includes(product))
      return {
        authorisations: random.chance(0.85) ? [{ authority, area, ...drawPeriod(setting, horizonDays(setting)) }] : [],
        access: random
          .some(usable, 0.6)
          .map((product) => ({ authority, product, ...drawPeriod(setting, horizonDays(setting)) })),
      }
    }),
  )
  return {
    authorisations: papers.flatMap(({ authorisations }) => authorisations),
    access: papers.flatMap(({ access }) => access),
  }
}

/** One to four rotating weeks; a later pattern may begin on any day, before the first one ends or for a while only. */
function drawPatterns(setting: Setting): Pattern[] {
  const { random } = setting
  const first: Pattern = { validFrom: addDays('2025-01-06', random.int(0, 20)), weeks: drawWeeks(setting) }
  if (random.chance(0.75)) return [first]
  const change = drawDate(setting, horizonDays(setting))
  const second = { validFrom: change, weeks: drawWeeks(setting) }
  const patterns = random.pick<Pattern[]>([
    [{ ...first, validTo: addDays(change, -1) }, second],
    [first, second],
    [first, { ...second, validTo: addDays(change, random.int(0, 5)) }],
    [{ ...first, validTo: change }],
  ])
  return random.chance(0.5) ? patterns : patterns.toReversed()
}

function drawWeeks({ random }: Setting): PatternWeek[] {
  const isFullTime = random.chance(0.55)
  const count = isFullTime ? 1 : random.pick([1, 1, 2, 3, 4])
  const worked = () => (isFullTime ? 'full' : random.pick(['full', 'full', 'full', 'am', 'pm', undefined] as const))
  return Array.from({ length: count }, () => {
    const days = (['mo', 'tu', 'we', 'th', 'fr'] as const).map((day) => [day, worked()] as const)
    return Object.fromEntries(days.filter(([, half]) => half !== undefined))
  })
}

const horizonDays = ({ horizon }: Setting): number => daysBetween(horizon.from, horizon.to)
