import type { Absence } from '@vertretbar/domain/specialist'
import { dateText, halfDayText } from '@vertretbar/messages/date-text'
import { table } from '../table.ts'
import { personText, type View } from '../view.ts'

/** Absences as a table: who, from when, to when; never why. */
export function absencesTable(absences: readonly Absence[], view: View): Promise<string> {
  const { texts, language, page } = view
  const head = [{ kept: texts.id }, texts.who, { kept: texts.firstHalfDay }, { kept: texts.lastHalfDay }]
  const rows = absences
    .toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
    .map((absence) => [
      absence.id,
      personText(absence.specialist, view),
      halfDayText(absence.from, language),
      endText(absence, view),
    ])
  return table(head, rows, page)
}

const endText = ({ to, reviewOn }: Absence, { texts, language }: View): string =>
  to === undefined
    ? texts.openEnd(reviewOn === undefined ? '–' : dateText(reviewOn, language))
    : halfDayText(to, language)
