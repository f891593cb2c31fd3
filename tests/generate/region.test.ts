import type { Region } from '@vertretbar/domain/region'
import { expect, it } from 'vitest'
import { oracleGaps } from '../oracle/gaps.ts'
import { type Horizon, within } from '../oracle/region.ts'
import { medium } from './knobs.ts'
import { type Generated, generateRegion } from './region.ts'

const generated = Array.from({ length: 300 }, (_, seed) => generateRegion(seed))

it('gives the same region for the same seed', () => {
  expect(generateRegion(7)).toEqual(generateRegion(7))
  expect(generateRegion(7)).not.toEqual(generateRegion(8))
})

it('gives regions that hold together', () => {
  for (const { region } of [...generated, ...Array.from({ length: 10 }, (_, seed) => generateRegion(seed, medium))]) {
    expect(faultsOf(region)).toEqual([])
  }
})

/** What the tests of gaps and plans rely on meeting again and again. */
const features: readonly (readonly [name: string, isMet: (one: Generated) => boolean])[] = [
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
  ...[1, 2, 3, 4].map((weeks): [string, (one: Generated) => boolean] => [
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
    (deadline): [string, (one: Generated) => boolean] => [
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
    (status): [string, (one: Generated) => boolean] => [
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
  ['today before the first day', ({ today, from }) => today < from],
  ['today after the first day', ({ today, from }) => today > from],
  ['Christmas', ({ from, to }) => covers({ from, to }, '-12-25')],
  ['a gap', ({ region, ...days }) => oracleGaps(region, days).gaps.length > 0],
]

it.each(features)('regularly has %s', (_, isMet) => {
  expect(generated.filter(isMet).length).toBeGreaterThanOrEqual(5)
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

/** What the specification forbids a region file (§ 14), as far as the schema cannot see it. */
function faultsOf(region: Region): string[] {
  const live = region.bookings.filter(({ status }) => status !== 'ended')
  const lists = [
    region.authorities,
    region.agreements,
    region.specialists,
    region.requirements,
    region.absences,
    region.bookings,
  ]
  return [
    ...lists.flatMap((list) => repeated(list.map(({ id }: { id: string }) => id))),
    ...repeated(live.flatMap(({ specialist, halfDays }) => halfDays.map((halfDay) => `${specialist} ${halfDay}`))),
    ...region.bookings.filter((booking) => isAtOwnPost(region, booking)).map(({ id }) => id),
    ...region.absences.filter((absence) => overlapsOther(region, absence)).map(({ id }) => id),
    ...region.absences.filter(({ from, to }) => to !== undefined && to < from).map(({ id }) => id),
    ...region.agreements
      .filter(({ givers, receivers }) => !givers.some((giver) => receivers.some((one) => one !== giver)))
      .map(({ id }) => id),
    ...periodsOf(region)
      .filter(({ validFrom, validTo }) => validTo !== undefined && validTo < (validFrom ?? ''))
      .map((one) => JSON.stringify(one)),
  ]
}

const repeated = (list: readonly string[]) => list.filter((item, index) => list.indexOf(item) !== index)

const isAtOwnPost = (region: Region, { specialist, authority, area }: Region['bookings'][number]) =>
  region.specialists.some((one) => one.id === specialist && one.authority === authority && one.homeArea === area)

const overlapsOther = (region: Region, absence: Region['absences'][number]) =>
  region.absences.some(
    (other) =>
      other !== absence &&
      other.specialist === absence.specialist &&
      (other.to === undefined || other.to >= absence.from) &&
      (absence.to === undefined || absence.to >= other.from),
  )

const periodsOf = (region: Region): readonly { validFrom?: string | undefined; validTo?: string | undefined }[] => [
  ...region.authorities.flatMap(({ deployments }) => deployments),
  ...region.agreements,
  ...region.specialists.flatMap(({ employment, workPattern, authorisations, access, exclusions }) => [
    employment,
    ...workPattern,
    ...authorisations,
    ...access,
    ...exclusions,
  ]),
  ...region.requirements.flatMap(({ when }) => (when.kind === 'weekly' ? [when] : [])),
]
