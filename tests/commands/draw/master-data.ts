import type { Agreement } from '@vertretbar/domain/agreement'
import type { Requirement } from '@vertretbar/domain/requirement'
import { addDays } from '../../oracle/dates.ts'
import { type Draw, idOf, oneOf, type View } from './view.ts'

/** An agreement ends or goes on, for other areas, with another limit or another rate. */
export const drawAgreement: Draw = (view) => {
  const { random } = view
  const agreement = oneOf(random, view.region.agreements)
  if (agreement === undefined) return undefined
  return {
    kind: 'put-entry',
    in: 'agreements',
    member: { ...agreement, ...random.pick(agreementChanges)(view, agreement) },
  }
}

const agreementChanges: readonly ((view: View, agreement: Agreement) => Partial<Agreement>)[] = [
  ({ today, random }) => ({ validFrom: '2024-01-01', validTo: addDays(today, random.int(-2, 14)) }),
  () => ({ validFrom: '2024-01-01', validTo: undefined }),
  ({ random }, { areas }) => ({ areas: random.atLeastOne(areas, 0.5) }),
  ({ random }) => ({ monthlyHalfDayLimit: random.pick([undefined, 0, 2, 5, 20]) }),
  ({ random }, { areas }) => ({
    ratesCentsPerHour: Object.fromEntries(areas.map((area) => [area, random.int(4000, 9000)])),
  }),
  ({ region, random }) => ({ givers: random.atLeastOne(region.authorities, 0.7).map(({ id }) => id) }),
  (_, { givers }) => ({ givers: givers.slice(0, 1), receivers: givers.slice(0, 1) }),
]

/** What was settled under an agreement is not changed by another rate. */
export const drawRate: Draw = ({ region, random }) => {
  const settled = region.bookings.filter(({ status }) => status === 'reconciled').map(({ agreement }) => agreement)
  const member = oneOf(
    random,
    region.agreements.filter(({ id }) => settled.includes(id)),
  )
  if (member === undefined) return undefined
  const rates = Object.fromEntries(member.areas.map((area) => [area, random.int(4000, 9000)]))
  return { kind: 'put-entry', in: 'agreements', member: { ...member, ratesCentsPerHour: rates } }
}

/** An office closes a day or changes its software. */
export const drawAuthority: Draw = ({ region, today, random }) => {
  const authority = random.pick(region.authorities)
  const day = addDays(today, random.int(0, 12))
  const isClosed = authority.closures.some(({ date }) => date === day)
  const changed = random.chance(0.5)
    ? { closures: isClosed ? authority.closures : [...authority.closures, { date: day }] }
    : { deployments: authority.deployments.map((one) => ({ ...one, product: random.pick(region.products).id })) }
  return { kind: 'put-entry', in: 'authorities', member: { ...authority, ...changed } }
}

/** A requirement asks for more or fewer people, or for others. */
export const drawRequirement: Draw = ({ region, random }) => {
  const requirement = oneOf(random, region.requirements)
  if (requirement === undefined) return undefined
  const { needs, area } = requirement
  const roles = region.serviceAreas.find(({ id }) => id === area)?.roles.map(({ id }) => id) ?? []
  const changed = random.pick<Partial<Requirement>>([
    { needs: needs.map((need) => ({ ...need, count: random.int(1, 3) })) },
    { needs: needs.map((need) => ({ ...need, anyOf: random.atLeastOne(roles, 0.5) })) },
    { needs: needs.slice(0, 1) },
    { when: { kind: 'weekly', days: ['mo', 'tu', 'we', 'th', 'fr'], halves: [random.pick(['am', 'pm'])] } },
  ])
  return { kind: 'put-entry', in: 'requirements', member: { ...requirement, ...changed } }
}

/** Something is to go that others may need. */
export const drawRemoval: Draw = ({ region, random }) => {
  const list = random.pick([
    'agreements',
    'specialists',
    'requirements',
    'products',
    'authorities',
    'serviceAreas',
  ] as const)
  return { kind: 'remove-entry', in: list, id: idOf(random, region[list]) }
}

/** The cooperation looks further or less far ahead, waits longer or less, or takes itself for another. */
export const drawHead: Draw = ({ region: { region, serviceAreas }, random }) => ({
  kind: 'put-head',
  head: {
    ...region,
    ...(random.chance(0.1) ? { id: 'another' } : {}),
    ...(random.chance(0.3)
      ? { conflicts: [{ areas: [idOf(random, serviceAreas), idOf(random, serviceAreas)], lookBackDays: 2 }] }
      : {}),
    settings: { horizonDays: random.pick([7, 14, 28]), requestExpiryWorkingDays: random.int(0, 5) },
  },
})
