import * as z from 'zod'
import { type Availability, isAbsent, isEmployed, patternHalves } from './availability.ts'
import { type Booking, isBinding } from './booking.ts'
import type { FoundGap } from './gap.ts'
import { type HalfDay, type HalfDayNumber, halfDayOf } from './half-day.ts'
import { holds } from './half-day-set.ts'
import type { RegionIndex } from './region-index.ts'
import { isCompetent, rolesKnowingSoftware } from './role.ts'
import type { Specialist } from './specialist.ts'
import { countsAt } from './supply.ts'

/** The causes that hold a person back, in the order in which the first that applies is told. */
const personalCauses = ['absent', 'off-pattern', 'lent', 'product-missing', 'left'] as const
type PersonalCause = (typeof personalCauses)[number]

/** Why people are missing, and how many distinct people that concerns over the gap. */
export const GapCause = z
  .strictObject({
    cause: z.enum([...personalCauses, 'vacant', 'understaffed', 'cover-broken']),
    people: z.int().min(1),
  })
  .readonly()
  .meta({ id: 'GapCause' })
export type GapCause = z.infer<typeof GapCause>

/** The causes of a gap over its short half-days; each person is told once, with the first cause that applies. */
export function causesOf(index: RegionIndex, gap: FoundGap, available: Availability): GapCause[] {
  const { requirement, need } = gap.supply.ref
  const holders = index.staffAt(requirement).filter((person) => isCompetent(person, requirement.area, need.anyOf))
  const told = holders.map((holder) => firstCause(index, gap, available, holder))
  const missing = need.count - holders.length
  return [
    ...personalCauses.map((cause) => ({ cause, people: told.filter((one) => one === cause).length })),
    { cause: 'vacant' as const, people: holders.length === 0 ? missing : 0 },
    { cause: 'understaffed' as const, people: holders.length > 0 ? missing : 0 },
    { cause: 'cover-broken' as const, people: lostCover(index, gap, available) },
  ].filter(({ people }) => people > 0)
}

function firstCause(
  index: RegionIndex,
  gap: FoundGap,
  available: Availability,
  holder: Specialist,
): PersonalCause | undefined {
  const halfDays = [...gap.shortfalls.keys()]
  return personalCauses.find((cause) =>
    halfDays.some((halfDay) => applies[cause]({ index, gap, available, holder, halfDay })),
  )
}

interface Question {
  readonly index: RegionIndex
  readonly gap: FoundGap
  readonly available: Availability
  readonly holder: Specialist
  readonly halfDay: HalfDayNumber
}

const applies: Readonly<Record<PersonalCause, (question: Question) => boolean>> = {
  absent: ({ index, holder, halfDay }) => isAbsent(index, holder.id, halfDay),
  'off-pattern': ({ holder, halfDay }) => ((patternHalves(holder, halfDay >> 1) >> (halfDay & 1)) & 1) === 0,
  lent: ({ available, holder, halfDay }) => holds(available.of(holder.id).lent, available.span, halfDay),
  'product-missing': ({ index, gap, holder, halfDay }) => {
    const { requirement, need } = gap.supply.ref
    return !rolesKnowingSoftware(index, holder, requirement, halfDay >> 1).some((role) => need.anyOf.includes(role))
  },
  left: ({ holder, halfDay }) => !isEmployed(holder, halfDay >> 1),
}

/** People booked to cover in one of the roles who do not count at a short half-day any more, also where it left the booking. */
function lostCover(index: RegionIndex, { supply, shortfalls }: FoundGap, { span }: Availability): number {
  const { requirement, need } = supply.ref
  const short = [...shortfalls.keys()].map((number) => ({ number, halfDay: halfDayOf(number) }))
  const booked = index.bookingsInto(requirement).filter(isBinding)
  const covers = [
    ...booked.map(({ specialist, halfDays }) => ({ specialist, halfDays })),
    ...index
      .brokenInto(requirement)
      .map((booking) => ({ specialist: booking.specialist, halfDays: brokenOf(booking) })),
  ]
  const lost = covers
    .filter(({ specialist }) => isCompetent(index.specialist(specialist), requirement.area, need.anyOf))
    .filter(({ specialist, halfDays }) =>
      short.some(({ number, halfDay }) => halfDays.includes(halfDay) && !countsAt(supply, span, specialist, number)),
    )
  return new Set(lost.map(({ specialist }) => specialist)).size
}

/** The half-days that broke after they had been confirmed. */
const brokenOf = ({ released = [] }: Booking): readonly HalfDay[] =>
  released.filter(({ reason, confirmed }) => reason === 'broken' && confirmed).flatMap(({ halfDays }) => halfDays)
