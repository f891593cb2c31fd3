import type { Region } from '@vertretbar/domain/region'
import { agreement, authority, requirement, runsA, specialist, testRegion } from '@vertretbar/domain/test-region'

/** The places that are short of a clerk on every working half-day: nobody has a post there. */
export const parishes = ['parish-1', 'parish-2', 'parish-3', 'parish-4'] as const

/** How a race is set up: what may be exceeded, and by whom. */
export interface RaceSetting {
  readonly people?: number
  readonly coverLimitHalfDaysPerWeek?: number
  readonly monthlyHalfDayLimit?: number
  /** How many of its people the city needs on every working half-day. */
  readonly neededAtHome?: number
  /** Whether payroll and audit must not be served by one person at one place within five days. */
  readonly withAudit?: boolean
}

/** A city whose people may cover at four parishes, under one agreement. */
export function raceRegion(id: string, setting: RaceSetting = {}): Region {
  const { people = 1, coverLimitHalfDaysPerWeek, monthlyHalfDayLimit, neededAtHome, withAudit } = setting
  const areas = withAudit ? ['payroll', 'audit'] : ['payroll']
  const { region } = testRegion({
    authorities: [authority('city'), ...parishes.map((parish) => authority(parish, { deployments: [runsA] }))],
    agreements: [
      agreement('pool', {
        receivers: [...parishes],
        areas,
        ratesCentsPerHour: { payroll: 6150 },
        ...(monthlyHalfDayLimit === undefined ? {} : { monthlyHalfDayLimit }),
      }),
    ],
    specialists: Array.from({ length: people }, (_, number) =>
      specialist(`city-p${number + 1}`, {
        competences: areas.map((area) => ({
          area,
          roles: area === 'audit' ? ['auditor'] : ['clerk'],
          products: ['a'],
        })),
        authorisations: [],
        access: parishes.map((parish) => ({ authority: parish, product: 'a', validFrom: '2025-01-01' })),
        ...(coverLimitHalfDaysPerWeek === undefined ? {} : { coverLimitHalfDaysPerWeek }),
      }),
    ),
    requirements: [
      ...parishes.flatMap((parish) =>
        areas.map((area) =>
          requirement(`${parish}.${area}`, {
            authority: parish,
            area,
            needs: [{ anyOf: [area === 'audit' ? 'auditor' : 'clerk'], count: 1 }],
          }),
        ),
      ),
      ...(neededAtHome === undefined
        ? []
        : [requirement('home', { authority: 'city', needs: [{ anyOf: ['clerk'], count: neededAtHome }] })]),
    ],
  })
  return { ...region, region: { ...region.region, id } }
}
