import type { Period } from '@vertretbar/domain/period'
import type { Region } from '@vertretbar/domain/region'
import { postOf, samePlace } from '../../oracle/region.ts'

/** Whether a region holds together (spec § 14), as far as a change of its master data could part it. */
export const holdsTogether = (region: Region): boolean =>
  rules.every((isKept) => isKept(region)) && periodsOf(region).every(isForward)

type Rule = (region: Region) => boolean

const rules: readonly Rule[] = [
  ({ region: { conflicts }, ...region }) =>
    conflicts.every(({ areas: [one, other] }) => one !== other && isArea(region, one) && isArea(region, other)),
  (region) => region.serviceAreas.every(({ blocks }) => blocks.every((id) => isArea(region, id))),
  (region) =>
    region.authorities.every(({ deployments }) =>
      deployments.every(({ area, product }) => isArea(region, area) && isProduct(region, product)),
    ),
  (region) =>
    region.agreements.every(
      ({ givers, receivers, areas, ratesCentsPerHour }) =>
        [...givers, ...receivers].every((id) => isAuthority(region, id)) &&
        [...areas, ...Object.keys(ratesCentsPerHour)].every((id) => isArea(region, id)) &&
        givers.some((giver) => receivers.some((receiver) => receiver !== giver)),
    ),
  (region) =>
    region.specialists.every(
      ({ authority, homeArea, competences, authorisations, access, exclusions }) =>
        isAuthority(region, authority) &&
        isArea(region, homeArea) &&
        competences.every(
          ({ area, roles, products }) =>
            hasRoles(region, area, roles) && products.every((product) => isProduct(region, product)),
        ) &&
        authorisations.every((paper) => isAuthority(region, paper.authority) && isArea(region, paper.area)) &&
        access.every((paper) => isAuthority(region, paper.authority) && isProduct(region, paper.product)) &&
        exclusions.every(
          (exclusion) =>
            isAuthority(region, exclusion.authority) &&
            (exclusion.area === undefined || isArea(region, exclusion.area)),
        ),
    ),
  (region) =>
    region.requirements.every(
      ({ authority, area, needs }) =>
        isAuthority(region, authority) && needs.every(({ anyOf }) => hasRoles(region, area, anyOf)),
    ),
  (region) => region.absences.every(({ specialist }) => isSpecialist(region, specialist)),
  (region) =>
    region.bookings.every(({ specialist, authority, area, agreement }) => {
      const person = region.specialists.find(({ id }) => id === specialist)
      return (
        person !== undefined &&
        isAuthority(region, authority) &&
        isArea(region, area) &&
        (agreement === undefined || region.agreements.some(({ id }) => id === agreement)) &&
        !samePlace(postOf(person), { authority, area })
      )
    }),
  (region) => region.refusals.every(({ specialist }) => isSpecialist(region, specialist)),
  ({ members = [], ...region }) =>
    members.every(
      ({ id, roles, specialist, deputyOf = [] }) =>
        (specialist === undefined
          ? roles.every(({ role }) => role !== 'specialist')
          : isSpecialist(region, specialist)) &&
        roles.every(
          (grant) =>
            (!('authority' in grant) || isAuthority(region, grant.authority)) &&
            (!('area' in grant) || isArea(region, grant.area)),
        ) &&
        deputyOf.every((other) => other !== id && members.some((member) => member.id === other)),
    ),
  (region) =>
    [...region.refusals, ...(region.gapMarks ?? [])].every(({ requirement, need }) =>
      region.requirements.some(({ id, needs }) => id === requirement && need < needs.length),
    ),
]

const isAuthority = ({ authorities }: Pick<Region, 'authorities'>, wanted: string): boolean =>
  authorities.some(({ id }) => id === wanted)

const isArea = ({ serviceAreas }: Pick<Region, 'serviceAreas'>, wanted: string): boolean =>
  serviceAreas.some(({ id }) => id === wanted)

const isProduct = ({ products }: Region, wanted: string): boolean => products.some(({ id }) => id === wanted)

const isSpecialist = ({ specialists }: Pick<Region, 'specialists'>, wanted: string): boolean =>
  specialists.some(({ id }) => id === wanted)

const hasRoles = ({ serviceAreas }: Region, area: string, wanted: readonly string[]): boolean =>
  serviceAreas.some(({ id, roles }) => id === area && wanted.every((role) => roles.some((known) => known.id === role)))

const periodsOf = ({ agreements, authorities, specialists, requirements, members = [] }: Region): Period[] => [
  ...agreements,
  ...members,
  ...authorities.flatMap(({ keys, deployments }) => [...keys, ...deployments]),
  ...specialists.flatMap(({ employment, weeklyMinutes, workPattern, authorisations, access, exclusions }) => [
    employment,
    ...weeklyMinutes,
    ...workPattern,
    ...authorisations,
    ...access,
    ...exclusions,
  ]),
  ...requirements.flatMap(({ when }) => (when.kind === 'weekly' ? [when] : [])),
]

const isForward = ({ validFrom, validTo }: Period): boolean =>
  validFrom === undefined || validTo === undefined || validFrom <= validTo
