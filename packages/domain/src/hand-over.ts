import * as z from 'zod'
import type { Booking } from './booking.ts'
import { receiverOf } from './booking-change.ts'
import { deadlineDays } from './deadline.ts'
import { type Day, dateOf, dayOf, LocalDate } from './half-day.ts'
import { AuthorityId, Name, ProductId, SpecialistId } from './identifier.ts'
import { Audience } from './message.ts'
import type { Days } from './occurrence.ts'
import { covers } from './period.ts'
import type { RegionIndex } from './region-index.ts'
import { DeadlineKind } from './requirement.ts'
import { competencesIn } from './role.ts'

/** Access to a product of the receiver: open on the first day or not, and if not, by when it must be asked for. */
export const NeededAccess = z
  .strictObject({
    authority: AuthorityId,
    product: ProductId,
    isOpen: z.boolean(),
    leadWorkingDays: z.int().min(0),
    /** The last day on which asking for it is early enough. */
    askBy: LocalDate,
  })
  .readonly()
  .meta({ id: 'NeededAccess' })
export type NeededAccess = z.infer<typeof NeededAccess>

/** What is to be settled before somebody covers: a list to tick off, never payroll data. */
export const HandOver = z
  .strictObject({
    /** Whom to call: who asked, and the colleagues whose post is there. */
    contacts: z.array(Audience).readonly(),
    colleagues: z.array(SpecialistId).readonly(),
    deadlines: z.array(z.strictObject({ deadline: DeadlineKind, date: LocalDate }).readonly()).readonly(),
    accesses: z.array(NeededAccess).readonly(),
    /** How many cases are open; undefined as long as nobody has said. */
    openCases: z.int().min(0).optional(),
    points: z.array(z.strictObject({ point: Name, isDone: z.boolean() }).readonly()).readonly(),
  })
  .readonly()
  .meta({ id: 'HandOver' })
export type HandOver = z.infer<typeof HandOver>

/** The hand-over of a cover, made from what is known today and what was ticked off. */
export function handOverOf(index: RegionIndex, booking: Booking): HandOver {
  const { authority, area, handOver } = booking
  const deadlines = deadlinesIn(index, booking)
  const accesses = neededAccesses(index, booking)
  const done = new Set(handOver?.done)
  const points = [
    'contacts',
    ...deadlines.map(({ deadline, date }) => `deadline ${deadline} ${date}`),
    ...accesses.filter(({ isOpen }) => !isOpen).map(({ product }) => `access ${product}`),
    'open-cases',
  ]
  return {
    contacts: [receiverOf(booking)],
    colleagues: index.staffAt({ authority, area }).map(({ id }) => id),
    deadlines,
    accesses,
    ...(handOver?.openCases === undefined ? {} : { openCases: handOver.openCases }),
    points: points.map((point) => ({ point, isDone: done.has(point) })),
  }
}

/** The days from the first to the last half-day of a booking; none where all half-days have left it. */
function daysOf({ halfDays }: Booking): Days | undefined {
  if (halfDays.length === 0) return undefined
  const days = halfDays.map((halfDay) => dayOf(halfDay.slice(0, 10)))
  return { first: Math.min(...days), last: Math.max(...days) }
}

/** The deadlines that the requirements of the place watch, as they fall into the days. */
function deadlinesIn(index: RegionIndex, booking: Booking): HandOver['deadlines'] {
  const days = daysOf(booking)
  if (days === undefined) return []
  const { authority, area } = booking
  const { state } = index.authority(authority)
  const collectionSeats = index.region.region.collectionOffices.map((office) => office.state)
  const watched = new Set(
    index
      .needsAt({ authority, area })
      .flatMap(({ requirement: { when } }) => (when.kind === 'deadline' ? [when.deadline] : [])),
  )
  return [...watched]
    .flatMap((deadline) =>
      deadlineDays(deadline, { state, collectionSeats }, days).map((day) => ({ deadline, date: dateOf(day) })),
    )
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

/** The products of the place on its first day that the person knows; cover from the same authority needs no access. */
export function neededAccesses(index: RegionIndex, booking: Booking): NeededAccess[] {
  const { authority, area, specialist } = booking
  const person = index.specialist(specialist)
  const days = daysOf(booking)
  if (person.authority === authority || days === undefined) return []
  const { first } = days
  const known = new Set(competencesIn(person, area).flatMap(({ products }) => products))
  return index
    .deployed({ authority, area }, first)
    .filter((product) => known.has(product))
    .map((product) => {
      const leadWorkingDays = index.product(product).accessLeadWorkingDays
      return {
        authority,
        product,
        isOpen: person.access.some(
          (access) => access.authority === authority && access.product === product && covers(access, dateOf(first)),
        ),
        leadWorkingDays,
        askBy: dateOf(askBy(index, authority, { first, leadWorkingDays })),
      }
    })
}

/** The last day from which so many working days of the receiver pass until the first day, that day included. */
function askBy(
  index: RegionIndex,
  authority: string,
  { first, leadWorkingDays }: { readonly first: Day; readonly leadWorkingDays: number },
): Day {
  const { isWorkingDay } = index.calendar(authority)
  let day = first
  for (let left = leadWorkingDays; left > 0 && first - day < longestWait; day -= 1) if (isWorkingDay(day)) left -= 1
  return day
}

/** An office that is closed for good would be looked for in vain. */
const longestWait = 3660
