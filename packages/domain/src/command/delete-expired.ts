import * as z from 'zod'
import type { Booking } from '../booking.ts'
import { dateInGermany } from '../calendar.ts'
import type { Change } from '../change.ts'
import { type Decide, decision } from '../decision.ts'
import { deputiesOfNone } from '../deputies.ts'
import { type Day, dateOf, type LocalDate } from '../half-day.ts'
import { millisecondsOf } from '../instant.ts'
import type { Region } from '../region.ts'
import { accept } from '../result.ts'

/** What has been kept for as long as it may be is to go. */
export const DeleteExpired = z
  .strictObject({ kind: z.literal('delete-expired') })
  .readonly()
  .meta({ id: 'DeleteExpired' })

/** How many months absences and bookings are kept after they ended or were settled. */
export const retentionMonths = 12

/** Nothing else follows from it: whatever it takes away is over for a year. */
export const deleteExpired: Decide<z.infer<typeof DeleteExpired>> = ({ index: { region } }, _, { today }) =>
  accept(decision(expired(region, today)))

/** All that has been kept for long enough on a day. */
export function expired(region: Region, today: Day): Change[] {
  const isExpired = expiredBefore(keptFrom(today))
  const members = (region.members ?? []).filter(({ validTo }) => isExpired(validTo))
  return [
    ...removals(
      'absences',
      region.absences.filter(({ to }) => to !== undefined && isExpired(to.slice(0, 10))),
    ),
    ...removals(
      'bookings',
      region.bookings.filter((one) => isExpired(closedOn(one))),
    ),
    ...removals(
      'gapMarks',
      (region.gapMarks ?? []).filter(({ halfDays }) => isExpired(lastOf(halfDays.map((one) => one.halfDay)))),
    ),
    ...removals('members', members),
    ...deputiesOfNone(region, members),
    ...region.refusals
      .filter(({ halfDay }) => isExpired(halfDay.slice(0, 10)))
      .map((refusal): Change => ({ kind: 'remove-refusal', refusal })),
  ]
}

const expiredBefore =
  (first: LocalDate) =>
  (date: LocalDate | undefined): boolean =>
    date !== undefined && date < first

/** The first date that is still kept: the same day of the month a year earlier, on 29 February the 28th. */
function keptFrom(today: Day): LocalDate {
  const [year = '', month = '', day = ''] = dateOf(today).split('-')
  const months = Number(year) * 12 + Number(month) - 1 - retentionMonths
  const before = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
  return `${before}-${month === '02' && day === '29' ? '28' : day}`
}

/** The day in Germany when a booking ended or was settled; what a file says less of, is over with its last half-day. */
function closedOn({ status, closedAt, halfDays, released = [] }: Booking): LocalDate | undefined {
  if (status !== 'ended' && status !== 'reconciled') return undefined
  return closedAt === undefined
    ? lastOf([...halfDays, ...released.flatMap((one) => one.halfDays)])
    : dateInGermany(millisecondsOf(closedAt))
}

const lastOf = (halfDays: readonly string[]): LocalDate | undefined => halfDays.toSorted().at(-1)?.slice(0, 10)

const removals = (
  list: 'absences' | 'bookings' | 'gapMarks' | 'members',
  gone: readonly { readonly id: string }[],
): Change[] => gone.map(({ id }) => ({ kind: 'remove', in: list, id }))
