import type { Agreement } from '@vertretbar/domain/agreement'
import type { Authority } from '@vertretbar/domain/authority'
import type { Region } from '@vertretbar/domain/region'
import type { Product, ServiceArea } from '@vertretbar/domain/service-area'
import { addDays } from '../oracle/dates.ts'
import { drawDuties } from './country-duties.ts'
import { drawPeople } from './country-people.ts'
import { type Random, randomOf } from './random.ts'
import type { Generated } from './region.ts'

/** How a country differs from many districts like the reference region; shares are probabilities. */
export interface CountryKnobs {
  readonly authorities: number
  readonly weeks: number
  /** How many districts further an agreement of a district reaches to either side: 0 keeps to the district. */
  readonly reach: number
  /** From how many of those within reach a commune may be helped in payroll, the nearest ones by number. */
  readonly helpers: number
  /** How many people an office has, against the reference region. */
  readonly people: number
  /** Absences a person has in twelve weeks; 0.68 in the reference region. */
  readonly absences: number
  /** That a person has the authorisation, and the access, to cover at a given other office. */
  readonly papers: number
  /** That an office has a further requirement a day on top of those of the law. */
  readonly furtherRequirements: number
}

/** As the reference region is: eight authorities a district, who all help each other within it. */
export const pooled: CountryKnobs = {
  authorities: 30,
  weeks: 12,
  reach: 0,
  helpers: Number.POSITIVE_INFINITY,
  people: 1,
  absences: 0.68,
  papers: 0.35,
  furtherRequirements: 0.35,
}

/** Few agreements: a commune has three neighbours to ask, and not the whole district. */
export const sparse: CountryKnobs = { ...pooled, helpers: 3 }

/** Everybody may help far beyond their district and has the papers: one web without a seam. */
export const dense: CountryKnobs = { ...pooled, reach: 1, papers: 0.9, furtherRequirements: 0.6 }

/** A district [Kreis] with its seat, the city, and six communes: which offices there are, and how many people each has. */
const offices = [
  { payroll: 7, audit: 4, procurement: 3 },
  { payroll: 5, audit: 3, procurement: 3 },
  { payroll: 1, audit: 0, procurement: 1 },
  { payroll: 2, audit: 0, procurement: 1 },
  { payroll: 1, audit: 0, procurement: 0 },
  { payroll: 1, audit: 0, procurement: 0 },
  { payroll: 1, audit: 0, procurement: 0 },
  { payroll: 1, audit: 0, procurement: 0 },
] as const

/** An area of an authority, and how many people work there. */
export interface Office {
  readonly authority: string
  readonly area: Area
  readonly people: number
  readonly product: string
}

/** The areas of the reference region. */
export const areas = ['payroll', 'audit', 'procurement'] as const
export type Area = (typeof areas)[number]

const today = '2026-11-23'

/** Many districts like the reference region, the same for the same seed; it holds together (spec § 14). */
export function country(seed: number, knobs: Partial<CountryKnobs> = {}): Generated {
  const all = { ...pooled, ...knobs }
  const random = randomOf(seed)
  const horizon = { today, from: today, to: addDays(today, 7 * all.weeks - 1) }
  const found = drawOffices(random, all)
  const region: Region = {
    format: 'vertretbar-region/1',
    asOf: today,
    region: head,
    serviceAreas: areas.map(serviceArea),
    products: areas.flatMap((area) => [product(area, 'a', 5), product(area, 'b', 10)]),
    authorities: authoritiesOf(found, all.authorities),
    agreements: agreementsOf(all),
    ...drawPeople(random, { ...all, from: horizon.from, offices: found, neighbours: neighboursOf(all) }),
    requirements: drawDuties(random, { ...all, from: horizon.from, offices: found }),
    bookings: [],
    refusals: [],
  }
  return { region, ...horizon }
}

const head: Region['region'] = {
  id: 'country',
  name: 'Erzeugtes Land',
  timeZone: 'Europe/Berlin',
  collectionOffices: [{ id: 'seat-ni', name: 'Einzugsstelle mit Sitz in Niedersachsen', state: 'DE-NI' }],
  conflicts: [
    { areas: ['audit', 'procurement'], lookBackDays: 365 },
    { areas: ['audit', 'payroll'], lookBackDays: 365 },
  ],
  settings: { horizonDays: 90, requestExpiryWorkingDays: 3 },
}

const serviceArea = (id: Area): ServiceArea => ({
  id,
  name: { de: id, en: id },
  roles: [
    { id: `${id}-clerk`, name: { de: id, en: id }, authorisation: 'none' },
    { id: `${id}-head`, name: { de: id, en: id }, authorisation: 'required' },
  ],
  lenderConsent: id === 'audit' ? 'area-head' : 'hr-manager',
  blocks: id === 'audit' ? ['procurement'] : [],
})

const product = (area: Area, letter: string, accessLeadWorkingDays: number): Product => ({
  id: `${area}-${letter}`,
  name: `Verfahren ${letter}`,
  vendor: 'illustrative',
  accessLeadWorkingDays,
})

const authorityId = (number: number): string => `a${number}`

const districtOf = (number: number): number => Math.floor(number / offices.length)

function drawOffices(random: Random, { authorities, people }: CountryKnobs): Office[] {
  return Array.from({ length: authorities }, (_, number) => number).flatMap((number) =>
    areas.flatMap((area) => {
      const usual = offices[number % offices.length]?.[area] ?? 0
      if (usual === 0) return []
      const staff = Math.max(1, Math.round(usual * people + random.pick([-1, 0, 0, 0, 1])))
      // Neighbours mostly run the same software: that is why they can help each other.
      const letter = random.chance(0.8) ? 'a' : 'b'
      return [{ authority: authorityId(number), area, people: staff, product: `${area}-${letter}` }]
    }),
  )
}

const authoritiesOf = (found: readonly Office[], count: number): Authority[] => {
  const byAuthority = Map.groupBy(found, ({ authority }) => authority)
  return Array.from({ length: count }, (_, number) => ({
    id: authorityId(number),
    name: `Behörde ${number + 1}`,
    kind: number % offices.length === 0 ? 'district' : 'municipality',
    keys: [{ key: String(number).padStart(8, '0'), validFrom: '2015-01-01' }],
    state: 'DE-NI',
    closures: [],
    deployments: (byAuthority.get(authorityId(number)) ?? []).map(({ area, product: deployed }) => ({
      area,
      product: deployed,
      validFrom: '2020-01-01',
    })),
  }))
}

/** The authorities of a district and of those within reach. */
const neighboursOf =
  ({ authorities, reach }: CountryKnobs) =>
  (authority: string): string[] =>
    within(authorities, districtOf(Number(authority.slice(1))), reach)

function within(authorities: number, district: number, reach: number): string[] {
  const first = Math.max(0, district - reach) * offices.length
  const end = Math.min(authorities, (district + reach + 1) * offices.length)
  return Array.from({ length: Math.max(0, end - first) }, (_, at) => authorityId(first + at))
}

const rank = (id: string): number => number(id) % offices.length

/** As in the reference region: a payroll pool for the communes, district and city for each other, a tender office for all. */
function agreementsOf({ authorities, reach, helpers }: CountryKnobs): Agreement[] {
  const districts = Array.from({ length: Math.ceil(authorities / offices.length) }, (_, district) => district)
  return districts.flatMap((district) => {
    const all = within(authorities, district, reach)
    const large = all.filter((id) => rank(id) < 2)
    const communes = all.filter((id) => rank(id) >= 2)
    const city = all.filter((id) => rank(id) === 1)
    const payroll = { areas: ['payroll' as const], monthlyHalfDayLimit: 12 }
    const pools = communes.map((id) =>
      agreement(`help-${id}`, { givers: nearest(all, id, helpers), receivers: [id], ...payroll }),
    )
    return [
      ...(helpers < all.length
        ? pools
        : [agreement(`pool-${district}`, { givers: all, receivers: communes, ...payroll })]),
      agreement(`large-${district}`, { givers: large, receivers: large, areas: [...areas], monthlyHalfDayLimit: 20 }),
      agreement(`tender-${district}`, { givers: city, receivers: communes, areas: ['procurement'] }),
    ].filter(({ givers, receivers }) => receivers.some((receiver) => givers.some((giver) => giver !== receiver)))
  })
}

const nearest = (all: readonly string[], id: string, count: number): string[] =>
  all
    .filter((other) => other !== id)
    .toSorted((a, b) => Math.abs(number(a) - number(id)) - Math.abs(number(b) - number(id)))
    .slice(0, count)

const number = (id: string): number => Number(id.slice(1))

const agreement = (
  id: string,
  terms: Pick<Agreement, 'givers' | 'receivers' | 'areas' | 'monthlyHalfDayLimit'>,
): Agreement => ({
  id,
  ...terms,
  legalForm: 'assistance',
  validFrom: '2024-01-01',
  ratesCentsPerHour: Object.fromEntries(terms.areas.map((area) => [area, 6500])),
  noticeWorkingDays: 2,
  document: 'illustrative',
  vat: 'section-2b',
})
