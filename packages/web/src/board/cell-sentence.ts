import { dateOf } from '@vertretbar/domain/half-day'
import { dateText, halfDayText } from '@vertretbar/messages/date-text'
import type { Speech } from '../words/catalogue.ts'
import type { Cell, Shape } from './cell.ts'
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
  return states[cell.shape]({ words, place, number: cell.number ?? 0, deadlines: cell.deadlines ?? [], kind: row.kind })
}

interface Told {
  readonly words: Speech['words']
  readonly place: string
  readonly number: number
  readonly deadlines: NonNullable<Cell['deadlines']>
  readonly kind: Row['kind']
}

const states: Readonly<Record<Shape, (told: Told) => string>> = {
  blank: ({ words, kind }) =>
    kind === 'deadlines' ? words.noDeadline : kind === 'guest' ? words.elsewhere : words.staffed,
  loading: ({ words }) => words.notYetLoaded,
  past: ({ words }) => words.noAnswerForPast,
  weekend: ({ words }) => words.weekend,
  closed: ({ words }) => words.closed,
  there: ({ words }) => words.there,
  away: ({ words }) => words.away,
  off: ({ words }) => words.offPattern,
  'not-employed': ({ words }) => words.notEmployed,
  lent: ({ words, place }) => words.lent(place),
  requested: ({ words, place }) => words.requested(place),
  planned: ({ words, place }) => words.planned(place),
  received: ({ words }) => words.received,
  'received-requested': ({ words }) => words.receivedRequested,
  'received-planned': ({ words }) => words.receivedPlanned,
  gap: ({ words, number }) => words.missing(number),
  'gap-critical': ({ words, number }) => words.missingCritical(number),
  needed: ({ words }) => words.needed,
  unknown: ({ words }) => words.notNeeded,
  mended: ({ words, number }) => words.mended(number),
  fragile: ({ words }) => words.fragile,
  deadline: ({ words, deadlines }) => deadlines.map((deadline) => words.deadlineNames[deadline]).join(', '),
}
