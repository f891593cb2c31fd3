import type { HalfDay, LocalDate } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import ICAL from 'ical.js'
import * as z from 'zod'
import { addDays, dateOf } from '../oracle/dates.ts'
import { areaOf, specialistOf } from '../oracle/region.ts'
import type { Booking } from './model/sorted-region.ts'

/** An event as a calendar has it; of a whole day where its days are dates without a time. */
const Event = z.strictObject({
  uid: z.string(),
  dtstart: z.iso.date(),
  dtend: z.iso.date(),
  summary: z.string(),
  status: z.enum(['TENTATIVE', 'CONFIRMED', 'CANCELLED']),
  transp: z.literal('TRANSPARENT'),
  sequence: z.coerce.number().pipe(z.int().min(0)),
})
type Event = z.infer<typeof Event>

/** What another program reads in a calendar, in the order of the ids of its events. */
export function eventsIn(text: string): Event[] {
  return ICAL.Component.fromString(text)
    .getAllSubcomponents('vevent')
    .map((event) => {
      const names = Object.keys(Event.shape)
      return Event.parse(Object.fromEntries(names.map((name) => [name, String(event.getFirstPropertyValue(name))])))
    })
    .toSorted(byId)
}

/** The events of bookings by the specification alone, but for how often they changed. */
export const expectedEvents = (region: Region, bookings: readonly Booking[], by: 'name' | 'nobody') =>
  bookings.flatMap((booking) => datesOf(booking).map((date) => eventOn(region, booking, { date, by }))).toSorted(byId)

const byId = (one: { readonly uid: string }, other: { readonly uid: string }): number => (one.uid < other.uid ? -1 : 1)

const datesOf = ({ halfDays, released = [] }: Booking): LocalDate[] => [
  ...new Set([...halfDays, ...released.flatMap((one) => one.halfDays)].map(dateOf)),
]

function eventOn(
  region: Region,
  booking: Booking,
  { date, by }: { readonly date: LocalDate; readonly by: 'name' | 'nobody' },
): Omit<Event, 'sequence'> {
  const on = (halfDays: readonly HalfDay[]) => halfDays.filter((halfDay) => dateOf(halfDay) === date)
  const left = on(booking.halfDays)
  const isOff = left.length === 0 || booking.status === 'ended'
  const isAsked = booking.status === 'requested'
  const gone = (booking.released ?? []).map((one) => on(one.halfDays)).filter((some) => some.length > 0)
  const name = by === 'nobody' ? '' : `, durch ${specialistOf(region, booking.specialist).displayName}`
  const place = `${areaOf(region, booking.area).name.de}, ${nameOf(region, booking.authority)}${name}`
  const stage = isOff ? 'entfällt, ' : isAsked ? 'angefragt, ' : ''
  return {
    uid: `${booking.id}/${date}@${region.region.id}.vertretbar`,
    dtstart: date,
    dtend: addDays(date, 1),
    summary: `${stage}${partOf(left.length > 0 ? left : (gone.at(-1) ?? []))}: Vertretung ${place}`,
    status: isOff ? 'CANCELLED' : isAsked ? 'TENTATIVE' : 'CONFIRMED',
    transp: 'TRANSPARENT',
  }
}

const nameOf = ({ authorities }: Region, id: string): string => authorities.find((one) => one.id === id)?.name ?? ''

const partOf = (halfDays: readonly HalfDay[]): string =>
  halfDays.every((halfDay) => halfDay.endsWith('am'))
    ? 'vormittags'
    : halfDays.every((halfDay) => halfDay.endsWith('pm'))
      ? 'nachmittags'
      : 'ganztags'
