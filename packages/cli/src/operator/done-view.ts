import type { Command } from '@vertretbar/domain/command'
import type { GapMark } from '@vertretbar/domain/gap-mark'
import { styled, table } from '../table.ts'
import { needName, placeName, type View, whenText } from '../view.ts'
import { absencesTable } from './absence-view.ts'
import { bookingFacts } from './booking-facts.ts'
import { bookingsTable } from './booking-table.ts'
import type { CarriedOut } from './carry-out.ts'

/** What was carried out, and what became of the bookings, absences and gaps that it touched. */
export async function doneView(
  kind: Command['kind'],
  { bookings, absences, gapMarks }: CarriedOut,
  view: View,
): Promise<string> {
  const [only, ...others] = bookings
  const parts = [
    ...(absences.length === 0 ? [] : [await absencesTable(absences, view)]),
    ...(only === undefined
      ? []
      : [others.length === 0 ? await bookingFacts(only, view) : await bookingsTable(bookings, view)]),
    ...(gapMarks.length === 0 ? [] : [await gapMarksTable(gapMarks, view)]),
  ]
  return [styled(view.texts.carriedOut(kind, bookings.length), 'bold', view.page), ...parts].join('\n')
}

function gapMarksTable(marks: readonly GapMark[], view: View): Promise<string> {
  const { texts, index, page } = view
  const rows = marks.map(({ requirement: id, need, halfDays }) => {
    const requirement = index.requirement(id)
    const short = halfDays.map(({ halfDay }) => halfDay)
    return [
      placeName(requirement, view),
      needName({ requirement: id, need }, view),
      whenText(requirement.authority, short, view),
    ]
  })
  return table([texts.office, texts.requirement, { kept: texts.when }], rows, page)
}
