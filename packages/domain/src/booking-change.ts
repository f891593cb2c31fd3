import { type Booking, type EndReason, isBinding } from './booking.ts'
import type { Change } from './change.ts'
import type { HalfDay } from './half-day.ts'
import type { Instant } from './instant.ts'
import type { Audience, Notice } from './message.ts'
import type { RegionIndex } from './region-index.ts'

/** The change that stores a booking. */
export const putBooking = (member: Booking): Change => ({ kind: 'put', in: 'bookings', member })

/** A booking that ends as it is. */
export const ended = (booking: Booking, reason: EndReason, at: Instant): Booking => ({
  ...booking,
  status: 'ended',
  reason,
  closedAt: at,
})

/** A booking that some half-days leave, visibly; where none are left it ends for that reason. */
export function without(booking: Booking, gone: readonly HalfDay[], { reason, at }: Leaving): Booking {
  const halfDays = booking.halfDays.filter((halfDay) => !gone.includes(halfDay))
  const leaving = { halfDays: gone, reason, at, confirmed: isBinding(booking) }
  const left = { ...booking, halfDays, released: [...(booking.released ?? []), leaving] }
  return halfDays.length === 0 ? ended(left, reason, at) : left
}

/** Why half-days leave a booking, and when. */
export interface Leaving {
  readonly reason: EndReason
  readonly at: Instant
}

/** Whether person and place belong to one authority: no lender, no agreement, nothing to settle. */
export const isInHouse = (index: RegionIndex, { specialist, authority }: Booking): boolean =>
  index.specialist(specialist).authority === authority

/** Who says yes for the lender: the HR manager or, where the area asks for it, the head of the person's own area. */
export function lenderOf(index: RegionIndex, { specialist, area }: Booking): Audience {
  const { authority, homeArea } = index.specialist(specialist)
  return index.area(area).lenderConsent === 'area-head'
    ? { kind: 'area-head', authority, area: homeArea }
    : { kind: 'hr-manager', authority }
}

/** The head of the area that a person is lent from. */
export function headOfHome(index: RegionIndex, { specialist }: Booking): Audience {
  const { authority, homeArea } = index.specialist(specialist)
  return { kind: 'area-head', authority, area: homeArea }
}

/** Who asked for the cover. */
export const receiverOf = ({ authority }: Booking): Audience => ({ kind: 'hr-manager', authority })

/** The person who covers. */
export const personOf = ({ specialist }: Booking): Audience => ({ kind: 'specialist', specialist })

/** Both sides and the person; in-house the head of the area that lends. */
export const everybody = (index: RegionIndex, booking: Booking): Audience[] => [
  personOf(booking),
  isInHouse(index, booking) ? headOfHome(index, booking) : lenderOf(index, booking),
  receiverOf(booking),
]

/** What there is to tell of some half-days of a booking. */
export const noticeOf = (
  kind: Notice['kind'],
  { id, specialist, authority, area }: Booking,
  { halfDays, to }: Pick<Notice, 'halfDays' | 'to'>,
): Notice => ({ kind, booking: { id, specialist, authority, area }, halfDays, to })
