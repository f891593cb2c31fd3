import * as z from 'zod'
import type { Agreement } from './agreement.ts'
import { type CoverState, homeSurpluses, monthKey, otherCoverInWeek, refusalKey } from './cover.ts'
import { type Day, dateOf, type HalfDayNumber } from './half-day.ts'
import { covers } from './period.ts'
import type { NeedRef, Place } from './region-index.ts'
import { competencesIn, effectiveRoles, hasPostAt, isCompetent, rolesKnowingSoftware } from './role.ts'
import type { Specialist } from './specialist.ts'

/** Why a candidate may not cover. The codes are part of the API: add to them, never rename one. */
export const ReasonCode = z
  .enum([
    'not-competent',
    'product-unknown',
    'no-authorisation',
    'not-available',
    'no-agreement',
    'no-access-in-time',
    'conflict',
    'home-short',
    'weekly-limit',
    'agreement-limit',
    'refused',
    'used-elsewhere',
    'not-enough',
    'short-notice',
  ])
  .meta({ id: 'ReasonCode' })
export type ReasonCode = z.infer<typeof ReasonCode>

/** All codes bar but this one: the lender waives it by consenting. */
export const isBar = (code: ReasonCode): boolean => code !== 'short-notice'

/** Somebody who might cover for a need at a half-day. */
export interface Candidacy {
  readonly state: CoverState
  readonly candidate: Specialist
  readonly ref: NeedRef
  readonly halfDay: HalfDayNumber
}

/** Whether somebody is asked about at all: nobody is a candidate for their own post. */
export const isCandidate = (specialist: Specialist, place: Place): boolean => !hasPostAt(specialist, place)

/** Every code that applies to a candidate, not only the first: people must see all that would have to change. */
export const reasonsAgainst = (candidacy: Candidacy): ReasonCode[] =>
  rules.filter(({ applies }) => applies(candidacy)).map(({ code }) => code)

/** The one code that bars a candidate; undefined if there is none or more than one, which ends the look at once. */
export function onlyBar(candidacy: Candidacy): ReasonCode | undefined {
  let only: ReasonCode | undefined
  for (const { code, applies } of rules) {
    if (!isBar(code) || !applies(candidacy)) continue
    if (only !== undefined) return undefined
    only = code
  }
  return only
}

/** Whether no code bars the candidate; stops at the first that does. */
export const mayCover = (candidacy: Candidacy): boolean =>
  !rules.some(({ code, applies }) => isBar(code) && applies(candidacy))

/** The codes of all rules that have anything to look at: who passes passes these. */
export const rulesConcerning = (candidacy: Candidacy): ReasonCode[] =>
  rules.filter(({ concerns }) => concerns === undefined || concerns(candidacy)).map(({ code }) => code)

interface Rule {
  readonly code: ReasonCode
  readonly applies: (candidacy: Candidacy) => boolean
  /** Where there is anything to look at; everywhere if it is not said. */
  readonly concerns?: (candidacy: Candidacy) => boolean
}

const rules: readonly Rule[] = [
  { code: 'not-competent', applies: ({ candidate, ref }) => !competent(candidate, ref) },
  {
    code: 'product-unknown',
    applies: (one) => competent(one.candidate, one.ref) && !knowsSoftware(one),
    concerns: ({ state, ref, halfDay }) => state.index.deployed(ref.requirement, halfDay >> 1).length > 0,
  },
  {
    code: 'no-authorisation',
    applies: (one) => competent(one.candidate, one.ref) && knowsSoftware(one) && !hasEffectiveRole(one),
    concerns: asksForAuthorisation,
  },
  {
    code: 'not-available',
    applies: ({ state, candidate, halfDay }) => !state.available.isAvailable(candidate.id, halfDay),
  },
  {
    code: 'no-agreement',
    applies: (one) => isOutside(one) && agreementsFor(one).length === 0,
    concerns: (one) => isOutside(one),
  },
  {
    code: 'no-access-in-time',
    applies: (one) => isOutside(one) && lacksAccess(one),
    concerns: (one) => isOutside(one) && knownSoftware(one).length > 0,
  },
  { code: 'conflict', applies: (one) => isExcluded(one) || hasConflictingPost(one) || hasConflictingCover(one) },
  {
    code: 'home-short',
    applies: ({ state, candidate, halfDay }) =>
      homeSurpluses(state, candidate.id, halfDay).some(({ surplus }) => surplus === 0),
    concerns: ({ state, candidate, halfDay }) => homeSurpluses(state, candidate.id, halfDay).length > 0,
  },
  {
    code: 'weekly-limit',
    applies: exceedsWeeklyLimit,
    concerns: ({ candidate }) => candidate.coverLimitHalfDaysPerWeek !== undefined,
  },
  {
    code: 'agreement-limit',
    applies: (one) => isOutside(one) && everyAgreement(one, exceedsMonthlyLimit),
    concerns: (one) =>
      isOutside(one) && everyAgreement(one, (_, { monthlyHalfDayLimit }) => monthlyHalfDayLimit !== undefined),
  },
  {
    code: 'refused',
    applies: ({ state, candidate, ref, halfDay }) =>
      state.refused.has(refusalKey(candidate.id, ref.requirement, halfDay)),
  },
  {
    code: 'short-notice',
    applies: (one) => isOutside(one) && everyAgreement(one, asksForMoreNotice),
    concerns: (one) => isOutside(one) && everyAgreement(one, (_, { noticeWorkingDays = 0 }) => noticeWorkingDays > 0),
  },
]

const competent = (candidate: Specialist, { requirement, need }: NeedRef): boolean =>
  isCompetent(candidate, requirement.area, need.anyOf)

const knowsSoftware = ({ state, candidate, ref, halfDay }: Candidacy): boolean =>
  rolesKnowingSoftware(state.index, candidate, ref.requirement, halfDay >> 1).some((role) =>
    ref.need.anyOf.includes(role),
  )

const hasEffectiveRole = ({ state, candidate, ref, halfDay }: Candidacy): boolean =>
  effectiveRoles(state.index, candidate, ref.requirement, halfDay >> 1).some((role) => ref.need.anyOf.includes(role))

/** Whether a role that the need may be served in needs an authorisation, and the person knows the software for it. */
function asksForAuthorisation({ state, candidate, ref, halfDay }: Candidacy): boolean {
  const known = rolesKnowingSoftware(state.index, candidate, ref.requirement, halfDay >> 1)
  return state.index
    .area(ref.requirement.area)
    .roles.some(
      ({ id, authorisation }) => authorisation === 'required' && ref.need.anyOf.includes(id) && known.includes(id),
    )
}

/** In-house cover needs no agreement, access or notice (NKomZG § 2 concerns other authorities). */
const isOutside = ({ candidate, ref }: Candidacy): boolean => candidate.authority !== ref.requirement.authority

/** The agreements under which the candidate's authority may serve the place that day. */
export const agreementsFor = ({ state, candidate, ref, halfDay }: Candidacy): readonly Agreement[] =>
  state.index.agreements(candidate.authority, ref.requirement, halfDay >> 1)

const everyAgreement = (one: Candidacy, test: (one: Candidacy, agreement: Agreement) => boolean): boolean => {
  const agreements = agreementsFor(one)
  return agreements.length > 0 && agreements.every((agreement) => test(one, agreement))
}

const lacksAccess = (one: Candidacy): boolean => {
  const known = knownSoftware(one)
  return known.length > 0 && !known.some((product) => hasAccess(one, product) || accessInTime(one, product))
}

/** The products deployed at the place that day which the candidate knows. */
export function knownSoftware({ state, candidate, ref, halfDay }: Candidacy): readonly string[] {
  const deployed = state.index.deployed(ref.requirement, halfDay >> 1)
  const known = competencesIn(candidate, ref.requirement.area).flatMap(({ products }) => products)
  return deployed.filter((product) => known.includes(product))
}

/** Whether the candidate can log in to a product of the place that day. */
export const hasAccess = ({ candidate, ref, halfDay }: Candidacy, product: string): boolean =>
  candidate.access.some(
    (access) =>
      access.authority === ref.requirement.authority &&
      access.product === product &&
      covers(access, dateOf(halfDay >> 1)),
  )

/** Whether an access asked for today is there by the day: lead time in working days of the receiver, in (today, day]. */
export const accessInTime = ({ state, ref, halfDay }: Candidacy, product: string): boolean =>
  state.index.calendar(ref.requirement.authority).workingDays(state.today, halfDay >> 1) >=
  state.index.product(product).accessLeadWorkingDays

/** The products of which one must be opened for a candidate first; none if they can log in to one already. */
export function productsToOpen(candidacy: Candidacy): readonly string[] {
  const known = knownSoftware(candidacy)
  return known.some((product) => hasAccess(candidacy, product))
    ? []
    : known.filter((product) => accessInTime(candidacy, product)).toSorted()
}

const isExcluded = ({ candidate, ref, halfDay }: Candidacy): boolean =>
  candidate.exclusions.some(
    (exclusion) =>
      exclusion.authority === ref.requirement.authority &&
      (exclusion.area === undefined || exclusion.area === ref.requirement.area) &&
      covers(exclusion, dateOf(halfDay >> 1)),
  )

const hasConflictingPost = ({ state, candidate, ref }: Candidacy): boolean =>
  !isOutside({ state, candidate, ref, halfDay: 0 }) &&
  state.index.conflictsOf(ref.requirement.area).has(candidate.homeArea)

const hasConflictingCover = ({ state, candidate, ref, halfDay }: Candidacy): boolean => {
  const conflicting = state.index.conflictsOf(ref.requirement.area)
  return state
    .coverOf(candidate.id)
    .filter(({ place }) => place.authority === ref.requirement.authority)
    .some((cover) => distance(cover.halfDay >> 1, halfDay >> 1) <= (conflicting.get(cover.place.area) ?? -1))
}

const distance = (one: Day, other: Day): number => Math.abs(one - other)

function exceedsWeeklyLimit({ state, candidate, halfDay }: Candidacy): boolean {
  const limit = candidate.coverLimitHalfDaysPerWeek
  return limit !== undefined && otherCoverInWeek(state, candidate.id, halfDay) + 1 > limit
}

/** The cover half-days that a giver has under an agreement in the month of a half-day, the candidate's own one aside. */
export const otherCoverInMonth = ({ state, candidate, halfDay }: Candidacy, agreement: string): number =>
  state
    .coverInMonth(monthKey(agreement, candidate.authority, halfDay))
    .filter((cover) => cover.specialist !== candidate.id || cover.halfDay !== halfDay).length

/** Whether one half-day more would be beyond what an agreement lets the giver lend in that month. */
export const exceedsMonthlyLimit = (one: Candidacy, { id, monthlyHalfDayLimit }: Agreement): boolean =>
  monthlyHalfDayLimit !== undefined && otherCoverInMonth(one, id) + 1 > monthlyHalfDayLimit

/** Whether an agreement asks for more notice than there is: working days of the giver in (today, day]. */
export const asksForMoreNotice = (
  { state, candidate, halfDay }: Candidacy,
  { noticeWorkingDays = 0 }: Agreement,
): boolean => state.index.calendar(candidate.authority).workingDays(state.today, halfDay >> 1) < noticeWorkingDays
