import { AcceptRisk, AcknowledgeGap } from '@vertretbar/domain/command/mark-gap'
import type { Call } from '../command-line.ts'
import { typedCommand } from './asked-command.ts'
import { changeAtOnce } from './change-at-once.ts'

/** The gap that contains a half-day is known. */
export const gapAcknowledge = changeAtOnce((call) =>
  typedCommand(AcknowledgeGap, { kind: 'acknowledge-gap', ...gapOf(call) }, nameOf(call)),
)

/** The risk of the gap that contains a half-day is borne. */
export const gapAcceptRisk = changeAtOnce((call) =>
  typedCommand(AcceptRisk, { kind: 'accept-risk', ...gapOf(call) }, nameOf(call)),
)

const gapOf = ({ said: { requirement, need, halfDay } }: Call) => ({ requirement, need, halfDay })

const nameOf = ({ said: { requirement, need } }: Call): string => `${requirement}.${need}`
