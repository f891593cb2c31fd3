import { Consent } from '@vertretbar/domain/command/consent'
import { RecallBooking, WithdrawBooking } from '@vertretbar/domain/command/leave-booking'
import { NoteHandOver } from '@vertretbar/domain/command/note-hand-over'
import { ReconcileBooking } from '@vertretbar/domain/command/reconcile-booking'
import { RefuseBooking } from '@vertretbar/domain/command/refuse-booking'
import { RequestBookings } from '@vertretbar/domain/command/request-bookings'
import type { Call } from '../command-line.ts'
import { typedCommand } from './asked-command.ts'
import { changeAtOnce } from './change-at-once.ts'
import type { OpenRegion } from './open-region.ts'
import { planRequest } from './plan-request.ts'

/** Cover is asked for: one that was typed, or the proposals of a plan. */
export const bookingRequest = changeAtOnce(({ said }) => {
  const { plan, only, specialist, authority, area, agreement, halfDays, mode = 'on-site' } = said
  if (plan !== undefined) return planRequest(plan, only, mode)
  const proposal = { specialist, authority, area, agreement, halfDays, mode }
  return typedCommand(RequestBookings, { kind: 'request-bookings', proposals: [proposal] }, specialist ?? '')
})

/** A yes is recorded; an operator writes down what somebody said on the telephone, unless it was otherwise. */
export const bookingConsent = changeAtOnce(({ operands: { id: booking }, said }) => {
  const { as, halfDays, way = 'telephone' } = said
  return typedCommand(Consent, { kind: 'consent', booking, as, halfDays, way }, booking)
})

/** A no is recorded. */
export const bookingRefuse = changeAtOnce(({ operands: { id: booking }, said: { as } }) =>
  typedCommand(RefuseBooking, { kind: 'refuse-booking', booking, as }, booking),
)

/** The receiver takes back a request or a cover. */
export const bookingWithdraw = changeAtOnce(({ operands: { id: booking } }) =>
  typedCommand(WithdrawBooking, { kind: 'withdraw-booking', booking }, booking),
)

/** Specialist or lender take back a cover. */
export const bookingRecall = changeAtOnce(({ operands: { id: booking }, said: { as } }) =>
  typedCommand(RecallBooking, { kind: 'recall-booking', booking, as }, booking),
)

/** What was worked is recorded. */
export const bookingReconcile = changeAtOnce((call, open) => {
  const { id: booking } = call.operands
  const document = { kind: 'reconcile-booking', booking, as: call.said.as, halfDays: workedOf(call, open) }
  return typedCommand(ReconcileBooking, document, booking)
})

/** The half-days that were typed; else all that are booked, or none. */
const workedOf = ({ operands: { id }, said }: Call, { snapshot }: OpenRegion): readonly string[] => {
  if (said.halfDays !== undefined) return said.halfDays
  const booked = snapshot.region.bookings.find((booking) => booking.id === id)?.halfDays ?? []
  return said.all ? booked : []
}

/** What of a hand-over is settled is recorded. */
export const bookingHandOver = changeAtOnce(({ operands: { id: booking }, said: { done, openCases } }) =>
  typedCommand(NoteHandOver, { kind: 'note-hand-over', booking, handOver: { done, openCases } }, booking),
)
