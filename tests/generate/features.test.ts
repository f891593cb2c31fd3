import type { Region } from '@vertretbar/domain/region'
import { describe, expect, it } from 'vitest'
import { type OracleGap, oracleGaps } from '../oracle/gaps.ts'
import { type Horizon, needOf, requirementOf, samePlace, within } from '../oracle/region.ts'
import { type Knobs, medium, small } from './knobs.ts'
import { type Generated, generateRegion } from './region.ts'

interface Looked extends Generated {
  readonly gaps: readonly OracleGap[]
}

const looked = (count: number, knobs: Knobs): Looked[] =>
  Array.from({ length: count }, (_, seed) => {
    const { region, ...horizon } = generateRegion(seed, knobs)
    return { region, ...horizon, ...oracleGaps(region, horizon) }
  })

/** What the tests of gaps and plans rely on meeting again and again. */
const features: readonly (readonly [name: string, isMet: (one: Looked) => boolean])[] = [
  [
    'software that changes in the horizon',
    ({ region, from, to }) =>
      region.authorities.some(({ deployments }) =>
        deployments.some(({ validFrom }) => validFrom > from && validFrom <= to),
      ),
  ],
  [
    'a place without software',
    ({ region }) =>
      region.requirements.some(({ authority, area }) =>
        region.authorities.some(
          ({ id, deployments }) => id === authority && !deployments.some((one) => one.area === area),
        ),
      ),
  ],
  ...[1, 2, 3, 4].map((weeks): [string, (one: Looked) => boolean] => [
    `a pattern of ${weeks} weeks`,
    ({ region }) => region.specialists.some(({ workPattern }) => workPattern.some((one) => one.weeks.length === weeks)),
  ]),
  [
    'several patterns of one person',
    ({ region }) => region.specialists.some(({ workPattern }) => workPattern.length > 1),
  ],
  [
    'a half closure',
    ({ region }) => region.authorities.some(({ closures }) => closures.some(({ half }) => half !== undefined)),
  ],
  ['several states', ({ region }) => new Set(region.authorities.map(({ state }) => state)).size > 1],
  ['open on 24 and 31 December', ({ region }) => region.authorities.some((one) => one.openOnDefaultClosures === true)],
  ['several collection offices', ({ region }) => region.region.collectionOffices.length > 1],
  ['an indivisible need', ({ region }) => needsOf(region).some((need) => need.indivisible === true && need.count > 1)],
  ['a need over several roles', ({ region }) => needsOf(region).some(({ anyOf }) => anyOf.length > 1)],
  [
    'several requirements at a place',
    ({ region }) =>
      new Set(region.requirements.map(({ authority, area }) => `${authority} ${area}`)).size <
      region.requirements.length,
  ],
  ...(['contribution-statement', 'contributions', 'payday', 'wage-tax-return'] as const).map(
    (deadline): [string, (one: Looked) => boolean] => [
      deadline,
      ({ region }) => region.requirements.some(({ when }) => when.kind === 'deadline' && when.deadline === deadline),
    ],
  ),
  ['dates', ({ region }) => region.requirements.some(({ when }) => when.kind === 'dates')],
  [
    'weekly',
    ({ region }) => region.requirements.some(({ when }) => when.kind === 'weekly' && when.validFrom === undefined),
  ],
  [
    'weekly for a time',
    ({ region }) => region.requirements.some(({ when }) => when.kind === 'weekly' && when.validFrom !== undefined),
  ],
  ...(['requested', 'confirmed', 'active', 'done', 'reconciled', 'ended'] as const).map(
    (status): [string, (one: Looked) => boolean] => [
      `a booking that is ${status}`,
      ({ region }) => region.bookings.some((booking) => booking.status === status),
    ],
  ),
  ['in-house cover', ({ region }) => region.bookings.some(({ agreement }) => agreement === undefined)],
  ['a refusal', ({ region }) => region.refusals.length > 0],
  ['two agreements between one pair', hasTwoAgreements],
  ['a monthly limit', ({ region }) => region.agreements.some((one) => one.monthlyHalfDayLimit !== undefined)],
  ['notice', ({ region }) => region.agreements.some((one) => one.noticeWorkingDays !== undefined)],
  ['an exclusion', ({ region }) => region.specialists.some(({ exclusions }) => exclusions.length > 0)],
  ['a conflict on the same day only', ({ region }) => region.region.conflicts.some((one) => one.lookBackDays === 0)],
  ['a conflict for a year', ({ region }) => region.region.conflicts.some((one) => one.lookBackDays === 365)],
  ['a cover limit of none', ({ region }) => region.specialists.some((one) => one.coverLimitHalfDaysPerWeek === 0)],
  ['a small cover limit', ({ region }) => region.specialists.some((one) => one.coverLimitHalfDaysPerWeek === 2)],
  ['no cover limit', ({ region }) => region.specialists.some((one) => one.coverLimitHalfDaysPerWeek === undefined)],
  ['employment that ends in the horizon', (one) => someEdge(one, ({ employment }) => employment.validTo)],
  ['employment that begins in the horizon', (one) => someEdge(one, ({ employment }) => employment.validFrom)],
  ['an open-ended absence', ({ region }) => region.absences.some(({ to }) => to === undefined)],
  ['an authorisation that ends', (one) => someEdge(one, (person) => person.authorisations[0]?.validTo)],
  ['an authorisation that begins', (one) => someEdge(one, (person) => person.authorisations[0]?.validFrom)],
  ['an access that ends', (one) => someEdge(one, (person) => person.access[0]?.validTo)],
  ['an access that begins', (one) => someEdge(one, (person) => person.access[0]?.validFrom)],
  [
    'a person with several competences',
    ({ region }) => region.specialists.some(({ competences }) => competences.length > 1),
  ],
  ['a person with other roles on other products of an area', hasSplitCompetence],
  ['today before the first day', ({ today, from }) => today < from],
  ['today after the first day', ({ today, from }) => today > from],
  ['Christmas', ({ from, to }) => covers({ from, to }, '-12-25')],
  ['a gap', ({ gaps }) => gaps.length > 0],
  [
    'a gap because the software changed',
    ({ gaps }) => gaps.some(({ causes }) => causes.some(({ cause }) => cause === 'product-missing')),
  ],
  ['a gap that another pattern would close', ({ gaps }) => gaps.some(({ structural }) => structural)],
  ['a gap that somebody is requested into', hasRequestedGap],
  ['a gap that was refused', hasRefusedGap],
  ['an indivisible need that lacks several people', hasWholeGap],
]

describe.each([
  { size: 'small', regions: looked(300, small), least: 5 },
  { size: 'medium', regions: looked(30, medium), least: 2 },
])('campaigns on $size regions', ({ regions, least }) => {
  it.each(features)('regularly have %s', (_, isMet) => {
    expect(regions.filter(isMet).length).toBeGreaterThanOrEqual(least)
  })
})

const needsOf = (region: Region) => region.requirements.flatMap(({ needs }) => needs)

const covers = ({ from, to }: Pick<Horizon, 'from' | 'to'>, monthAndDay: string) =>
  [from, to].some((date) => within({ validFrom: from, validTo: to }, `${date.slice(0, 4)}${monthAndDay}`))

const someEdge = (
  { region, from, to }: Generated,
  edge: (person: Region['specialists'][number]) => string | undefined,
) => region.specialists.some((person) => within({ validFrom: from, validTo: to }, edge(person) ?? ''))

function hasTwoAgreements({ region }: Generated): boolean {
  const pairs = region.agreements.flatMap(({ givers, receivers, areas }) =>
    givers.flatMap((giver) => receivers.flatMap((receiver) => areas.map((area) => [giver, receiver, area].join(' ')))),
  )
  return new Set(pairs).size < pairs.length
}

/** What one competence lacks, a role and a product, the other has: the two must never be taken for one. */
function hasSplitCompetence({ region }: Looked): boolean {
  return region.specialists.some(({ competences }) =>
    competences.some((one) =>
      competences.some(
        (other) =>
          one.area === other.area &&
          one.roles.some((role) => !other.roles.includes(role)) &&
          other.products.some((product) => !one.products.includes(product)),
      ),
    ),
  )
}

function hasRequestedGap({ region, gaps }: Looked): boolean {
  return gaps.some((gap) =>
    region.bookings.some(
      (booking) =>
        booking.status === 'requested' &&
        samePlace(booking, gap) &&
        gap.halfDays.some(({ halfDay }) => booking.halfDays.includes(halfDay)),
    ),
  )
}

function hasRefusedGap({ region, gaps }: Looked): boolean {
  return gaps.some(({ requirement, need, halfDays }) =>
    region.refusals.some(
      (refusal) =>
        refusal.requirement === requirement &&
        refusal.need === need &&
        halfDays.some(({ halfDay }) => halfDay === refusal.halfDay),
    ),
  )
}

function hasWholeGap({ region, gaps }: Looked): boolean {
  return gaps.some(
    ({ requirement, need, halfDays }) =>
      needOf(requirementOf(region, requirement), need).indivisible === true &&
      halfDays.some(({ shortage }) => shortage > 1),
  )
}
