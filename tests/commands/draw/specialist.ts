import type { Specialist } from '@vertretbar/domain/specialist'
import { addDays } from '../../oracle/dates.ts'
import { type Draw, oneOf, type View } from './view.ts'

/** A person leaves or comes back, learns or forgets, works other hours or elsewhere; often one who is to cover. */
export const drawSpecialist: Draw = (view) => {
  const { region, random } = view
  const live = region.bookings.filter(({ status }) => status !== 'ended')
  const covering = random.chance(0.5) ? oneOf(random, live)?.specialist : undefined
  const person = region.specialists.find(({ id }) => id === covering) ?? oneOf(random, region.specialists)
  if (person === undefined) return undefined
  const member = { ...person, ...random.pick(changes)(view, person) }
  return { kind: 'put-entry', in: 'specialists', member }
}

type Change = (view: View, person: Specialist) => Partial<Specialist>

const since = { validFrom: '2019-01-01' }

const fullTime = { mo: 'full', tu: 'full', we: 'full', th: 'full', fr: 'full' } as const

/** What a change of a person may be; what makes them able again keeps the region from running dry. */
const changes: readonly Change[] = [
  ({ region }) => ({
    competences: region.serviceAreas.map(({ id, roles }) => ({
      area: id,
      roles: roles.map((role) => role.id),
      products: region.products.map((product) => product.id),
    })),
  }),
  ({ region }) => ({
    authorisations: region.authorities.flatMap(({ id: authority }) =>
      region.serviceAreas.map(({ id: area }) => ({ authority, area, ...since })),
    ),
  }),
  () => ({ workPattern: [{ ...since, weeks: [fullTime] }] }),
  () => ({ employment: since, exclusions: [], coverLimitHalfDaysPerWeek: undefined }),
  ({ today, random }) => ({ employment: { ...since, validTo: addDays(today, random.int(-3, 12)) } }),
  ({ random }, { competences }) => ({ competences: random.some(competences, 0.5) }),
  ({ random }, { competences }) => ({
    competences: competences.map((one) => ({ ...one, products: random.some(one.products, 0.6) })),
  }),
  ({ random }, { authorisations }) => ({ authorisations: random.some(authorisations, 0.5) }),
  ({ region, today, random }, { authorisations, homeArea }) => ({
    authorisations: [
      ...authorisations,
      { authority: random.pick(region.authorities).id, area: homeArea, validFrom: addDays(today, random.int(-9, 9)) },
    ],
  }),
  ({ random }, { workPattern }) => ({ workPattern: random.some(workPattern, 0.5) }),
  ({ random }) => ({ weeklyMinutes: [{ ...since, minutes: random.int(600, 2400) }] }),
  ({ random }) => ({ coverLimitHalfDaysPerWeek: random.int(0, 6) }),
  ({ region, random }) => ({ exclusions: [{ authority: random.pick(region.authorities).id, ...since }] }),
  ({ region, random }) => ({
    access: region.products.map(({ id }) => ({ authority: random.pick(region.authorities).id, product: id, ...since })),
  }),
  ({ region, random }) => ({ homeArea: random.pick(region.serviceAreas).id }),
  ({ region, random }) => ({ authority: random.pick(region.authorities).id }),
  () => ({ authority: 'nowhere' }),
  ({ random }, { id }) => ({ id: `${id}-${random.int(2, 3)}` }),
  ({ today }) => ({ employment: { validFrom: today, validTo: addDays(today, -1) } }),
]
