import type { HalfDay, LocalDate } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { givenInMonth, validAgreements } from '../../oracle/agreements.ts'
import { allNeeds, shortageOf } from '../../oracle/counting.ts'
import { dateOf, monthOf } from '../../oracle/dates.ts'
import { oracleCodes } from '../../oracle/eligibility.ts'
import { barsOf } from '../../oracle/eligibility-codes.ts'
import { occurrenceAt } from '../../oracle/occurrences.ts'
import { agreementOf, type Horizon, type Place, requirementOf, samePlace, specialistOf } from '../../oracle/region.ts'
import { horizonOver, refusedGap } from './gaps.ts'
import type { Bar } from './state.ts'

/** A cover by one person, under one agreement unless it is in-house. */
export interface Asked extends Place {
  readonly specialist: string
  readonly agreement: string | undefined
  readonly halfDays: readonly HalfDay[]
}

/** When it is asked for, and whether it must serve a need that is short, or just one that applies. */
export interface Question {
  readonly today: LocalDate
  readonly wanted: 'short' | 'any'
}

/**
 * What bars a cover by the rules of § 6: half-day by half-day, each beside those before it that may be booked, as if they
 * were asked for already.
 */
export function barsAgainst(region: Region, asked: Asked, { today, wanted }: Question): Omit<Bar, 'proposal'>[] {
  const horizon = horizonOver(region, today, asked.halfDays.map(dateOf))
  const refused = refusedHalfDays(region, horizon, asked)
  const taken: HalfDay[] = []
  const bars: Omit<Bar, 'proposal'>[] = []
  for (const halfDay of asked.halfDays.toSorted()) {
    // The oracle would look the refusals up for every question; here they were looked up once.
    const beside = { ...region, refusals: [], bookings: [...region.bookings, request(asked, [...taken])] }
    const further = [...(refused.has(halfDay) ? ['refused'] : []), ...agreementBars(beside, asked, halfDay)]
    const lists = needsAt(region, asked, { halfDay, wanted }).map((need) => {
      const codes = barsOf(oracleCodes(beside, horizon, asked.specialist, need, halfDay))
      return [...new Set([...codes, ...further])]
    })
    const fewest = Math.min(...lists.map(({ length }) => length))
    if (dateOf(halfDay) < today) bars.push({ halfDay, codes: [['over']] })
    else if (lists.length === 0) bars.push({ halfDay, codes: [['not-short']] })
    else if (fewest > 0) bars.push({ halfDay, codes: lists.filter(({ length }) => length === fewest) })
    else taken.push(halfDay)
  }
  return bars
}

/** The needs of the place that can be served then. */
const needsAt = (
  region: Region,
  place: Place,
  { halfDay, wanted }: Pick<Question, 'wanted'> & { readonly halfDay: HalfDay },
) =>
  allNeeds(region)
    .filter(({ requirement }) => samePlace(requirement, place))
    .filter(({ requirement }) => occurrenceAt(region, requirement, halfDay) !== undefined)
    .filter((need) => wanted === 'any' || shortageOf(region, need, halfDay) > 0)
    .map(({ requirement, need }) => ({ requirement: requirement.id, need }))

const request = ({ specialist, authority, area, agreement }: Asked, halfDays: readonly HalfDay[]) => ({
  id: 'asked-for',
  specialist,
  authority,
  area,
  ...(agreement === undefined ? {} : { agreement }),
  halfDays,
  status: 'requested' as const,
})

/** Refused is a gap of the place, as it is now, whole and for every need. */
const refusedHalfDays = (region: Region, horizon: Horizon, { specialist, ...place }: Asked): ReadonlySet<HalfDay> =>
  new Set(
    region.refusals
      .filter((refusal) => refusal.specialist === specialist)
      .filter((refusal) => samePlace(requirementOf(region, refusal.requirement), place))
      .flatMap((refusal) => refusedGap(region, horizon, refusal)?.halfDays ?? [])
      .map(({ halfDay }) => halfDay),
  )

/** What bars the agreement that is named, if one is: not valid that day between the two, or used up. */
function agreementBars(region: Region, { specialist: id, agreement, ...place }: Asked, halfDay: HalfDay): string[] {
  if (agreement === undefined) return []
  const specialist = specialistOf(region, id)
  const date = dateOf(halfDay)
  const isValid = validAgreements(region, specialist, place, date).some((valid) => valid.id === agreement)
  if (!isValid || specialist.authority === place.authority) return ['no-agreement']
  const withThis = [{ specialist: id, agreement, ...place, halfDay, date }]
  const given = givenInMonth(region, withThis, { agreement, giver: specialist.authority, month: monthOf(date) })
  return given > (agreementOf(region, agreement).monthlyHalfDayLimit ?? Infinity) ? ['agreement-limit'] : []
}
