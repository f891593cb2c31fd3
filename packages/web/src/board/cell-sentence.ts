import { dateOf } from '@vertretbar/domain/half-day'
import { dateText, halfDayText } from '@vertretbar/messages/date-text'
import type { Speech } from '../words/catalogue.ts'
import type { Cell } from './cell.ts'
import type { Column } from './columns.ts'
import type { Names } from './names.ts'
import type { Row } from './rows.ts'

/** What a column is called in a sentence: its half-day or, at a weekend, its day. */
export const columnText = ({ key, day, half }: Column, { language }: Speech): string =>
  half === 'day' ? dateText(dateOf(day), language) : halfDayText(key, language)

/** A cell as a sentence that needs no other: who or what, when, and how it stands. */
export const cellSentence = (row: Row, when: string, state: string): string =>
  row.kind === 'deadlines' ? `${when}: ${state}.` : `${row.fullName}, ${when}: ${state}.`

/** How a half-day stands, in words. */
export function stateText(cell: Cell, row: Row, { words }: Speech, names: Names): string {
  const place =
    cell.place === undefined ? '' : `${names.authority(cell.place.authority)}, ${names.area(cell.place.area)}`
  const number = cell.number ?? 0
  switch (cell.shape) {
    case 'blank':
      if (row.kind === 'deadlines') return words.noDeadline
      return row.kind === 'guest' ? words.elsewhere : words.staffed
    case 'weekend':
      return words.weekend
    case 'closed':
      return words.closed
    case 'there':
      return words.there
    case 'away':
      return words.away
    case 'off':
      return words.offPattern
    case 'not-employed':
      return words.notEmployed
    case 'lent':
      return words.lent(place)
    case 'requested':
      return words.requested(place)
    case 'planned':
      return words.planned(place)
    case 'received':
      return words.received
    case 'received-requested':
      return words.receivedRequested
    case 'received-planned':
      return words.receivedPlanned
    case 'gap':
      return words.missing(number)
    case 'gap-critical':
      return words.missingCritical(number)
    case 'mended':
      return words.mended(number)
    case 'fragile':
      return words.fragile
    case 'deadline':
      return (cell.deadlines ?? []).map((deadline) => words.deadlineNames[deadline]).join(', ')
  }
}
