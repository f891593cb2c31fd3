import type { Command } from '@vertretbar/domain/command'
import { drawAbsence, drawChange, drawEnd, drawRevocation } from './draw/absences.ts'
import {
  drawConsent,
  drawExpiry,
  drawHandOver,
  drawRecall,
  drawReconciliation,
  drawRefusal,
  drawWithdrawal,
} from './draw/answers.ts'
import { drawFeed, drawGivenBack, drawNewToken } from './draw/feeds.ts'
import { drawDeletion, drawErasure } from './draw/keeping.ts'
import { drawMark } from './draw/marks.ts'
import { drawAgreement, drawAuthority, drawHead, drawRate, drawRemoval, drawRequirement } from './draw/master-data.ts'
import { drawInvitation, drawLogin, drawMemberChange, drawMemberEnd, drawNewCode } from './draw/members.ts'
import { drawCarelessRequest, drawRequest } from './draw/request.ts'
import { drawSpecialist } from './draw/specialist.ts'
import type { Draw, View } from './draw/view.ts'
import { dateAt } from './model/time.ts'

/** A command that somebody could give now: mostly one that is carried out, now and then a wrong one. */
export function drawCommand(moment: Omit<View, 'today'>): Command {
  const view = { ...moment, today: dateAt(moment.now) }
  for (;;) {
    const command = view.random.pick(kinds)(view)
    if (command !== undefined) return command
  }
}

/** How often each kind is drawn where there is something to give it for. */
const kinds: readonly Draw[] = (
  [
    [14, drawRequest],
    [2, drawCarelessRequest],
    [16, drawConsent],
    [2, drawRefusal],
    [1, drawWithdrawal],
    [2, drawRecall],
    [1, drawExpiry],
    [8, drawReconciliation],
    [1, drawHandOver],
    [4, drawAbsence],
    [1, drawChange],
    [1, drawEnd],
    [2, drawRevocation],
    [3, drawMark],
    [3, drawSpecialist],
    [2, drawAgreement],
    [1, drawRate],
    [1, drawAuthority],
    [1, drawRequirement],
    [1, drawRemoval],
    [1, drawHead],
    [3, drawInvitation],
    [1, drawMemberChange],
    [1, drawMemberEnd],
    [1, drawNewCode],
    [3, drawLogin],
    [2, drawFeed],
    [1, drawNewToken],
    [1, drawGivenBack],
    [1, drawErasure],
    [1, drawDeletion],
  ] satisfies readonly (readonly [times: number, draw: Draw])[]
).flatMap(([times, draw]) => Array.from({ length: times }, () => draw))
