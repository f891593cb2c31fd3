import { bothSides } from '@vertretbar/domain/access-subject'
import { Booking, BookingStatus, statusOn } from '@vertretbar/domain/booking'
import { expiryOf } from '@vertretbar/domain/booking-lookup'
import { dateInGermany } from '@vertretbar/domain/calendar'
import { dayOf } from '@vertretbar/domain/half-day'
import * as z from 'zod'
import type { Snapshot } from './ports.ts'
import type { Viewer } from './viewer.ts'

/** A booking with its status as of today; of a request, also when it ends if nobody answers. */
export const BookingView = Booking.unwrap().readonly().meta({ id: 'BookingView' })
export type BookingView = z.infer<typeof BookingView>

/** Bookings at one version of the region. */
export const BookingsView = z
  .strictObject({ version: z.int().min(1), bookings: z.array(BookingView).readonly() })
  .readonly()
  .meta({ id: 'BookingsView' })
export type BookingsView = z.infer<typeof BookingsView>

/** Which bookings are asked for; all that is given must hold. */
export const BookingFilter = z.strictObject({
  status: BookingStatus.optional(),
  specialist: Booking.unwrap().shape.specialist.optional(),
  authority: Booking.unwrap().shape.authority.optional(),
  area: Booking.unwrap().shape.area.optional(),
})
type BookingFilter = z.infer<typeof BookingFilter>

/** A booking as it is told today. */
export function bookingView({ index }: Snapshot, booking: Booking, now: number): BookingView {
  const status = statusOn(booking, dayOf(dateInGermany(now)))
  return {
    ...booking,
    status,
    ...(status === 'requested' && booking.halfDays.length > 0 && { expiresAt: expiryOf(index, booking) }),
  }
}

/** The bookings that a filter lets through and somebody may see, in the order of their ids. */
export function bookingsView(viewer: Viewer, filter: BookingFilter): BookingsView {
  const { snapshot, now } = viewer
  const fields = Object.entries(filter).filter(([, wanted]) => wanted !== undefined)
  return {
    version: snapshot.version,
    bookings: snapshot.region.bookings
      .filter((booking) => maySee(viewer, booking))
      .map((booking) => bookingView(snapshot, booking, now))
      .filter((booking) => fields.every(([field, wanted]) => Reflect.get(booking, field) === wanted)),
  }
}

/** A booking if it is there and somebody may see it; whoever may not is told no more than if it were not there. */
export const visibleBooking = (viewer: Viewer, id: string): Booking | undefined =>
  viewer.snapshot.region.bookings.find((booking) => booking.id === id && maySee(viewer, booking))

const maySee = ({ snapshot: { index }, access }: Viewer, booking: Booking): boolean =>
  access.may('see-booking', bothSides(index, booking))
