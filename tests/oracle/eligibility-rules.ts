import type { LocalDate } from '@vertretbar/domain/half-day'
import { canBeOpened, hasAccess, knownProducts } from './access.ts'
import { givenInMonth, isShortNotice, validAgreements } from './agreements.ts'
import { liveCovers } from './assignments.ts'
import { allNeeds, lendable, type NeedRef, spareOf } from './counting.ts'
import { dateOf, daysBetween, mondayOf, monthOf } from './dates.ts'
import type { Question, Rule } from './eligibility-question.ts'
import { type OracleGap, oracleGaps } from './gaps.ts'
import { occurrenceAt } from './occurrences.ts'
import { canServe, competencesIn, deployedProducts, fitsProducts, isAvailable } from './people.ts'
import { agreementOf, type Horizon, postOf, requirementOf, samePlace, within } from './region.ts'

/** All reason codes of the specification (§ 6) in its order, but for `not-enough`, which looks at everybody. */
export const rules: readonly Rule[] = [
  ['not-competent', (question) => competences(question).length === 0],
  ['product-unknown', (question) => competences(question).length > 0 && !knowsProduct(question)],
  ['no-authorisation', (question) => knowsProduct(question) && !canServe(question.region, question, question.date)],
  ['not-available', ({ region, specialist, halfDay }) => !isAvailable(region, specialist, halfDay)],
  ['no-agreement', (question) => isOtherAuthority(question) && agreements(question).length === 0],
  ['no-access-in-time', isWithoutAccess],
  ['conflict', (question) => isExcluded(question) || isPostConflicting(question) || isCoverConflicting(question)],
  ['home-short', (question) => homeNeeds(question).some((need) => spareAt(question, need) <= 0)],
  ['weekly-limit', isOverWeeklyLimit],
  ['agreement-limit', isOverEveryAgreementLimit],
  ['refused', wasRefused],
  ['used-elsewhere', isUsedElsewhere],
  ['short-notice', isTooShortNotice],
]

/** The competences in the area with a role that is asked for. */
const competences = ({ specialist, place, anyOf }: Question) =>
  competencesIn(specialist, place.area).filter(({ roles }) => roles.some((role) => anyOf.includes(role)))

const knowsProduct = (question: Question) =>
  competences(question).some((competence) => fitsProducts(question.region, competence, question.place, question.date))

const isOtherAuthority = ({ specialist, place }: Question) => specialist.authority !== place.authority

const agreements = ({ region, specialist, place, date }: Question) => validAgreements(region, specialist, place, date)

function isWithoutAccess(question: Question): boolean {
  const { region, horizon, specialist, place, date } = question
  if (!isOtherAuthority(question) || deployedProducts(region, place, date).length === 0) return false
  const known = knownProducts(region, specialist, place, date)
  return (
    known.length > 0 &&
    !known.some(
      (product) =>
        hasAccess(specialist, place.authority, product, date) || canBeOpened(region, horizon, place, product, date),
    )
  )
}

const isExcluded = ({ specialist, place, date }: Question) =>
  specialist.exclusions.some(
    (exclusion) =>
      exclusion.authority === place.authority &&
      (exclusion.area === undefined || exclusion.area === place.area) &&
      within(exclusion, date),
  )

/** Each conflict that the area is in: the other area, and the days to keep between. */
const conflictsOf = ({ region, place }: Question) =>
  region.region.conflicts.flatMap(({ areas: [one, other], lookBackDays }) => [
    ...(one === place.area ? [{ area: other, lookBackDays }] : []),
    ...(other === place.area ? [{ area: one, lookBackDays }] : []),
  ])

/** Who has the post is there every day: no look-back frees them. */
const isPostConflicting = (question: Question) =>
  conflictsOf(question).some(({ area }) =>
    samePlace(postOf(question.specialist), { authority: question.place.authority, area }),
  )

const isCoverConflicting = (question: Question) =>
  [...liveCovers(question.region), ...question.plan].some(
    (cover) =>
      cover.specialist === question.specialist.id &&
      cover.authority === question.place.authority &&
      conflictsOf(question).some(
        ({ area, lookBackDays }) =>
          cover.area === area && Math.abs(daysBetween(cover.date, question.date)) <= lookBackDays,
      ),
  )

/** The needs at home that apply at the half-day and for which the person counts, requested bookings counting as gone. */
const homeNeeds = ({ region, specialist, halfDay }: Question): NeedRef[] =>
  allNeeds(region).filter(
    (need) =>
      samePlace(postOf(specialist), need.requirement) &&
      occurrenceAt(region, need.requirement, halfDay) !== undefined &&
      lendable(region, need, halfDay).includes(specialist.id),
  )

const spareAt = ({ region, halfDay }: Question, need: NeedRef) => spareOf(region, need, halfDay)

function isOverWeeklyLimit({ region, specialist, plan, halfDay, date }: Question): boolean {
  const limit = specialist.coverLimitHalfDaysPerWeek
  if (limit === undefined) return false
  const halfDays = [...liveCovers(region), ...plan]
    .filter((cover) => cover.specialist === specialist.id && mondayOf(cover.date) === mondayOf(date))
    .map((cover) => cover.halfDay)
  return new Set([...halfDays, halfDay]).size > limit
}

function isOverEveryAgreementLimit(question: Question): boolean {
  const { region, specialist, place, plan, halfDay, date } = question
  if (!isOtherAuthority(question)) return false
  const valid = agreements(question)
  return (
    valid.length > 0 &&
    valid.every(({ id, monthlyHalfDayLimit }) => {
      const withThis = [...plan, { ...place, specialist: specialist.id, agreement: id, halfDay, date }]
      const given = givenInMonth(region, withThis, { agreement: id, giver: specialist.authority, month: monthOf(date) })
      return monthlyHalfDayLimit !== undefined && given > monthlyHalfDayLimit
    })
  )
}

/**
 * A refusal holds for the gap, as it is now, that contains the half-day it names; with no such gap it is forgotten. The
 * gap is looked up over the horizon widened to the refusal's day: where a view ends brings no refusal back to life.
 */
function wasRefused({ region, horizon, specialist, place, halfDay }: Question): boolean {
  const refusals = region.refusals.filter(
    (refusal) => refusal.specialist === specialist.id && samePlace(requirementOf(region, refusal.requirement), place),
  )
  if (refusals.length === 0) return false
  return refusals.some((refusal) =>
    oracleGaps(region, widened(horizon, dateOf(refusal.halfDay))).gaps.some(
      (gap) =>
        gap.requirement === refusal.requirement &&
        gap.need === refusal.need &&
        contains(gap, refusal.halfDay) &&
        contains(gap, halfDay),
    ),
  )
}

const widened = ({ today, from, to }: Horizon, date: LocalDate): Horizon => ({
  today,
  from: date < from ? date : from,
  to: date > to ? date : to,
})

const contains = (gap: OracleGap, halfDay: string) => gap.halfDays.some((short) => short.halfDay === halfDay)

/** Free by the state, but the plan has the person elsewhere then, or colleagues of theirs: nobody is left to spare. */
function isUsedElsewhere(question: Question): boolean {
  const { region, specialist, plan, halfDay } = question
  if (!isAvailable(region, specialist, halfDay)) return false
  const usedThen = new Set(plan.filter((cover) => cover.halfDay === halfDay).map((cover) => cover.specialist))
  if (usedThen.has(specialist.id)) return true
  return homeNeeds(question).some((need) => {
    const lent = lendable(region, need, halfDay).filter((colleague) => usedThen.has(colleague))
    return spareAt(question, need) > 0 && spareAt(question, need) - lent.length <= 0
  })
}

/** A plan says by which agreement it goes; else every valid one must ask for more notice. */
function isTooShortNotice(question: Question): boolean {
  const { region, horizon, specialist, own, date } = question
  if (!isOtherAuthority(question)) return false
  const asked = own?.agreement === undefined ? agreements(question) : [agreementOf(region, own.agreement)]
  return (
    asked.length > 0 &&
    asked.every((agreement) => isShortNotice(region, horizon, { agreement, giver: specialist.authority, date }))
  )
}
