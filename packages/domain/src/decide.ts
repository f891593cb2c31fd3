import { accessOf, type Standing } from './access.ts'
import { changeAbsence, endAbsence, recordAbsence, withdrawAbsence } from './command/absence.ts'
import { consent } from './command/consent.ts'
import { deleteExpired } from './command/delete-expired.ts'
import { erasePerson } from './command/erase-person.ts'
import { expireRequest } from './command/expire-request.ts'
import { createFeed, revokeFeed, rotateFeed } from './command/feed.ts'
import { leaveBooking } from './command/leave-booking.ts'
import { markGap } from './command/mark-gap.ts'
import { putEntry, putHead, removeEntry } from './command/master-data.ts'
import { bindMember, changeMember, endMember, inviteMember, renewInvitation } from './command/member.ts'
import { noteHandOver } from './command/note-hand-over.ts'
import { reconcileBooking } from './command/reconcile-booking.ts'
import { refuseBooking } from './command/refuse-booking.ts'
import { requestBookings } from './command/request-bookings.ts'
import type { Command } from './command.ts'
import { mayGive } from './command-access.ts'
import { consequences } from './consequence.ts'
import type { Context, Decide } from './decision.ts'
import { instantOf } from './instant.ts'
import { accept } from './result.ts'

/**
 * Decides any command: whether whoever gives it may, what it changes, and what follows from that by itself. Pure, the same
 * on the same state.
 */
export const decide: Decide<Command> = (state, command, context) => {
  const standing = mayGive(state.index, command, accessOf(state.index, context.actor, context.today))
  if (!standing.ok) return standing
  const decided = decideAlone(state, asGiven(command, context.actor, standing.value), context)
  if (!decided.ok) return decided
  const { changes, ledger, notices } = decided.value
  const further = consequences(state.index, changes, { today: context.today, at: instantOf(context.now) })
  return accept({ changes: [...changes, ...further.changes], ledger, notices: [...notices, ...further.notices] })
}

/** A member does not say in which way they consent: their own rights do, unless they write down what somebody said. */
const asGiven = (command: Command, { kind }: Context['actor'], standing: Standing): Command =>
  command.kind === 'consent' && kind === 'member' && command.way !== 'telephone'
    ? { ...command, way: standing === 'deputy' ? 'deputy' : 'in-person' }
    : command

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
    case 'put-entry':
      return putEntry(state, command, context)
    case 'remove-entry':
      return removeEntry(state, command, context)
    case 'put-head':
      return putHead(state, command, context)
    case 'invite-member':
      return inviteMember(state, command, context)
    case 'change-member':
      return changeMember(state, command, context)
    case 'end-member':
      return endMember(state, command, context)
    case 'renew-invitation':
      return renewInvitation(state, command, context)
    case 'bind-member':
      return bindMember(state, command, context)
    case 'create-feed':
      return createFeed(state, command, context)
    case 'rotate-feed':
      return rotateFeed(state, command, context)
    case 'revoke-feed':
      return revokeFeed(state, command, context)
    case 'erase-person':
      return erasePerson(state, command, context)
    case 'delete-expired':
      return deleteExpired(state, command, context)
  }
}
