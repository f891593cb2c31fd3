import type { Region } from '@vertretbar/domain/region'
import { regionProblems } from '@vertretbar/domain/region-rules'
import { expect, it } from 'vitest'
import { medium } from './knobs.ts'
import { generateRegion } from './region.ts'

const generated = Array.from({ length: 300 }, (_, seed) => generateRegion(seed))

it('gives the same region for the same seed', () => {
  expect(generateRegion(7)).toEqual(generateRegion(7))
  expect(generateRegion(7)).not.toEqual(generateRegion(8))
})

it('gives regions with members that hold together, and are the same without', () => {
  for (const [seed, { region }] of generated.entries()) {
    const peopled = generateRegion(seed, { members: [1, 6] }).region
    expect(peopled.members?.length).toBeGreaterThan(0)
    expect(regionProblems(peopled)).toEqual([])
    expect({ ...region, members: peopled.members }).toEqual(peopled)
  }
})

it('gives regions that hold together', () => {
  for (const { region } of [...generated, ...Array.from({ length: 10 }, (_, seed) => generateRegion(seed, medium))]) {
    expect(faultsOf(region)).toEqual([])
  }
})

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
