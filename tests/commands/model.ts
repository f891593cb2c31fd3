import type { Command } from '@vertretbar/domain/command'
import { finished, moved, recorded, takenBack } from './model/absences.ts'
import { consented, declined, expired } from './model/answers.ts'
import { withConsequences } from './model/consequences.ts'
import { givenBack, made, renewed } from './model/feeds.ts'
import { deleted, erased } from './model/keeping.ts'
import { noted, recalled, withdrawn } from './model/leaving.ts'
import { marked } from './model/marks.ts'
import { headPut, put, removed } from './model/master-data.ts'
import { bound, changedMember, endedMember, invited, invitedAnew } from './model/members.ts'
import { requested } from './model/request.ts'
import type { Judge } from './model/state.ts'
import { reconciled } from './model/work.ts'

/**
 * What is to become of a command, by the specification alone: a second, slow answer in plain lists and loops, against
 * which the system's is held.
 */
export const judge: Judge<Command> = (state, command, moment) => {
  const verdict = judgeAlone(state, command, moment)
  if (!('after' in verdict)) return verdict
  const { after } = verdict
  return { after: { ...after, region: withConsequences(state.region, after.region, moment) } }
}

const judgeAlone: Judge<Command> = (state, command, moment) => {
  switch (command.kind) {
    case 'request-bookings':
      return requested(state, command, moment)
    case 'consent':
      return consented(state, command, moment)
    case 'refuse-booking':
      return declined(state, command, moment)
    case 'withdraw-booking':
      return withdrawn(state, command, moment)
    case 'recall-booking':
      return recalled(state, command, moment)
    case 'expire-request':
      return expired(state, command, moment)
    case 'reconcile-booking':
      return reconciled(state, command, moment)
    case 'note-hand-over':
      return noted(state, command, moment)
    case 'record-absence':
      return recorded(state, command, moment)
    case 'change-absence':
      return moved(state, command, moment)
    case 'end-absence':
      return finished(state, command, moment)
    case 'withdraw-absence':
      return takenBack(state, command, moment)
    case 'acknowledge-gap':
    case 'accept-risk':
      return marked(state, command, moment)
    case 'put-entry':
      return put(state, command, moment)
    case 'remove-entry':
      return removed(state, command, moment)
    case 'put-head':
      return headPut(state, command, moment)
    case 'invite-member':
      return invited(state, command, moment)
    case 'change-member':
      return changedMember(state, command, moment)
    case 'end-member':
      return endedMember(state, command, moment)
    case 'renew-invitation':
      return invitedAnew(state, command, moment)
    case 'bind-member':
      return bound(state, command, moment)
    case 'create-feed':
      return made(state, command, moment)
    case 'rotate-feed':
      return renewed(state, command, moment)
    case 'revoke-feed':
      return givenBack(state, command, moment)
    case 'erase-person':
      return erased(state, command, moment)
    case 'delete-expired':
      return deleted(state, command, moment)
  }
}
