import { changeAbsence, endAbsence, recordAbsence, withdrawAbsence } from './command/absence.ts'
import { consent } from './command/consent.ts'
import { expireRequest } from './command/expire-request.ts'
import { leaveBooking } from './command/leave-booking.ts'
import { markGap } from './command/mark-gap.ts'
import { putHead, putMember, removeMember } from './command/master-data.ts'
import { noteHandOver } from './command/note-hand-over.ts'
import { reconcileBooking } from './command/reconcile-booking.ts'
import { refuseBooking } from './command/refuse-booking.ts'
import { requestBookings } from './command/request-bookings.ts'
import type { Command } from './command.ts'
import { consequences } from './consequence.ts'
import type { Decide } from './decision.ts'
import { instantOf } from './instant.ts'
import { accept } from './result.ts'

/** Decides any command: what it changes, and what follows from that by itself. Pure, the same on the same state. */
export const decide: Decide<Command> = (state, command, context) => {
  const decided = decideAlone(state, command, context)
  if (!decided.ok) return decided
  const { changes, ledger, notices } = decided.value
  const further = consequences(state.index, changes, { today: context.today, at: instantOf(context.now) })
  return accept({ changes: [...changes, ...further.changes], ledger, notices: [...notices, ...further.notices] })
}

const decideAlone: Decide<Command> = (state, command, context) => {
  switch (command.kind) {
    case 'request-bookings':
      return requestBookings(state, command, context)
    case 'consent':
      return consent(state, command, context)
    case 'refuse-booking':
      return refuseBooking(state, command, context)
    case 'withdraw-booking':
    case 'recall-booking':
      return leaveBooking(state, command, context)
    case 'expire-request':
      return expireRequest(state, command, context)
    case 'reconcile-booking':
      return reconcileBooking(state, command, context)
    case 'note-hand-over':
      return noteHandOver(state, command, context)
    case 'record-absence':
      return recordAbsence(state, command, context)
    case 'change-absence':
      return changeAbsence(state, command, context)
    case 'end-absence':
      return endAbsence(state, command, context)
    case 'withdraw-absence':
      return withdrawAbsence(state, command, context)
    case 'acknowledge-gap':
    case 'accept-risk':
      return markGap(state, command, context)
    case 'put-member':
      return putMember(state, command, context)
    case 'remove-member':
      return removeMember(state, command, context)
    case 'put-head':
      return putHead(state, command, context)
  }
}
