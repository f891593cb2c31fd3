import { ChangeAbsence, EndAbsence, RecordAbsence, WithdrawAbsence } from '@vertretbar/domain/command/absence'
import { accept, refuse } from '@vertretbar/domain/result'
import type { Command } from '../command.ts'
import type { Call } from '../command-line.ts'
import { styled } from '../table.ts'
import { absencesTable } from './absence-view.ts'
import { typedCommand } from './asked-command.ts'
import { changePreviewed } from './change-previewed.ts'
import { onStoredRegion, viewOf } from './open-region.ts'
import { unknownName } from './unknown-name.ts'

/** The stored absences, or those of one person. */
export const absenceList: Command = (call, surroundings) =>
  onStoredRegion(call, surroundings, async ({ snapshot, today }) => {
    const { specialist } = call.said
    const unknown = unknownName('specialist', specialist, snapshot.region.specialists)
    if (unknown.length > 0) return refuse(unknown)
    const absences = snapshot.region.absences.filter((one) => specialist === undefined || one.specialist === specialist)
    const heading = styled(surroundings.texts.absencesHeading(absences.length), 'bold', surroundings.page)
    const view = viewOf(snapshot, today, surroundings)
    return accept({
      data: { absences },
      text: async () => (absences.length === 0 ? heading : `${heading}\n${await absencesTable(absences, view)}`),
    })
  })

/** Somebody is away. */
export const absenceRecord = changePreviewed((call) => {
  const specialist = call.said.specialist ?? ''
  return typedCommand(RecordAbsence, { kind: 'record-absence', specialist, ...time(call) }, specialist)
})

/** An absence has another time. */
export const absenceChange = changePreviewed((call) => {
  const absence = call.operands.id
  return typedCommand(ChangeAbsence, { kind: 'change-absence', absence, ...time(call) }, absence)
})

/** An absence has an end. */
export const absenceEnd = changePreviewed(({ operands: { id: absence }, to }) =>
  typedCommand(EndAbsence, { kind: 'end-absence', absence, to }, absence),
)

/** An absence is not. */
export const absenceWithdraw = changePreviewed(({ operands: { id: absence } }) =>
  typedCommand(WithdrawAbsence, { kind: 'withdraw-absence', absence }, absence),
)

const time = ({ from, to, said: { reviewOn } }: Call) => ({ from, to, reviewOn })
