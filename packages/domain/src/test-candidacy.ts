import type { Agreement } from './agreement.ts'
import type { Authority } from './authority.ts'
import type { Booking } from './booking.ts'
import { coverState } from './cover.ts'
import { type ReasonCode, reasonsAgainst } from './eligibility.ts'
import type { Feed } from './feed.ts'
import type { GapMark } from './gap-mark.ts'
import { dayOf, numberOf } from './half-day.ts'
import type { Member } from './member.ts'
import type { RegionHead } from './region.ts'
import type { RegionIndex } from './region-index.ts'
import type { CoverRefusal, Requirement } from './requirement.ts'
import type { ServiceArea } from './service-area.ts'
import type { Absence, Specialist } from './specialist.ts'
import { agreement, authority, awayFor, requirement, runsA, since, specialist, testRegion } from './test-region.ts'

/**
 * The candidate, `city-p1`, is asked to cover payroll in the parish on Wednesday 10 June 2026, in the morning. `city-p2`
 * could hold the fort at home, where one clerk is needed in the mornings. `parish-p1` is away for long.
 */
export interface Case {
  readonly candidate?: Partial<Specialist>
  readonly colleague?: Partial<Specialist>
  readonly agreement?: Partial<Agreement>
  readonly furtherAgreement?: Partial<Agreement>
  readonly city?: Partial<Authority>
  readonly parish?: Partial<Authority>
  readonly absences?: readonly Absence[]
  readonly bookings?: readonly Booking[]
  readonly refusals?: readonly CoverRefusal[]
  readonly home?: Partial<Requirement>
  readonly wanted?: Partial<Requirement>
  /** People beside the three. */
  readonly others?: readonly Specialist[]
  readonly marks?: readonly GapMark[]
  readonly members?: readonly Member[]
  readonly feeds?: readonly Feed[]
  readonly serviceAreas?: readonly ServiceArea[]
  readonly head?: Partial<RegionHead>
  readonly today?: string
  readonly anyOf?: readonly string[]
  readonly halfDay?: string
}

/** What a case is at the boundary of, the case, and the codes it gives. */
export type Row = readonly [boundary: string, one: Case, codes: readonly ReasonCode[]]

/** The parish's only colleague is away. */
export const vacancy = awayFor('parish-p1', '2026-05-01/am')

/** The region of a case. */
export const regionOf = (one: Case): RegionIndex =>
  testRegion({
    ...(one.serviceAreas && { serviceAreas: one.serviceAreas }),
    ...(one.head && { region: { ...testRegion({}).region.region, ...one.head } }),
    authorities: [authority('city', one.city), authority('parish', { deployments: [runsA], ...one.parish })],
    agreements: [
      agreement('pool', one.agreement),
      ...(one.furtherAgreement ? [agreement('further', one.furtherAgreement)] : []),
    ],
    specialists: [
      specialist('city-p1', one.candidate),
      specialist('city-p2', one.colleague),
      specialist('parish-p1', { authority: 'parish' }),
      ...(one.others ?? []),
    ],
    requirements: [
      requirement('wanted', {
        needs: [
          { anyOf: one.anyOf ?? ['clerk'], count: 1 },
          { anyOf: ['approver'], count: 1 },
        ],
        ...one.wanted,
      }),
      requirement('home', {
        authority: 'city',
        when: { kind: 'weekly', days: ['mo', 'tu', 'we', 'th', 'fr'], halves: ['am'] },
        ...one.home,
      }),
    ],
    absences: one.absences ?? [vacancy],
    bookings: one.bookings ?? [],
    refusals: one.refusals ?? [],
    ...(one.marks && { gapMarks: one.marks }),
    ...(one.members && { members: one.members }),
    ...(one.feeds && { feeds: one.feeds }),
  })

/** Every code that applies to the candidate. */
export function reasonsIn(one: Case): ReasonCode[] {
  const index = regionOf(one)
  const days = { first: dayOf('2026-06-01'), last: dayOf('2026-06-30') }
  const state = coverState(index, days, dayOf(one.today ?? '2026-06-01'))
  const ref = index.needs.find(({ requirement: { id }, position }) => id === 'wanted' && position === 0)
  if (ref === undefined) throw new Error('no such need')
  const halfDay = numberOf(one.halfDay ?? '2026-06-10/am')
  return reasonsAgainst({ state, candidate: index.specialist('city-p1'), ref, halfDay })
}

/** The boundaries of something that holds for a period, around the day asked about. */
export const periodRows = (
  what: string,
  caseWith: (period: { readonly validFrom: string; readonly validTo?: string }) => Case,
  { valid, invalid }: { readonly valid: readonly ReasonCode[]; readonly invalid: readonly ReasonCode[] },
): Row[] => [
  [`${what} ends the day before`, caseWith({ ...since, validTo: '2026-06-09' }), invalid],
  [`${what} ends that day`, caseWith({ ...since, validTo: '2026-06-10' }), valid],
  [`${what} begins that day`, caseWith({ validFrom: '2026-06-10' }), valid],
  [`${what} begins the day after`, caseWith({ validFrom: '2026-06-11' }), invalid],
]
