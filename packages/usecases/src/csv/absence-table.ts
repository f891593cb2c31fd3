import type { Absence } from '@vertretbar/domain/specialist'
import type { Language } from '@vertretbar/messages/catalogue'
import type { ColumnKey } from '@vertretbar/messages/table-columns'
import { partText, readDate, readPart } from './cell.ts'
import { keyAt, type TableContent } from './content.ts'
import type { Table } from './header.ts'
import { RowReader } from './row-reader.ts'

type Key = ColumnKey<'absences'>

/** Absences as cells by column. */
export const absenceCells = (absence: Absence, language: Language): Readonly<Record<Key, string>> => {
  const [firstDay = '', firstHalf = 'am'] = absence.from.split('/')
  const [lastDay = '', lastHalf = ''] = absence.to?.split('/') ?? []
  const half = (text: string): string => (text === 'am' || text === 'pm' ? partText(text, language) : '')
  return {
    id: absence.id,
    specialist: absence.specialist,
    firstDay,
    firstHalf: half(firstHalf),
    lastDay,
    lastHalf: half(lastHalf),
    reviewOn: absence.reviewOn ?? '',
  }
}

/** The absences that the rows are; one without an id gets a new one. */
export function readAbsences({ rows }: Table, nameOf: (key: string) => string, newId: () => string): TableContent {
  const readers = rows.map((row) => new RowReader<Key>(row, nameOf))
  return {
    list: 'absences',
    things: readers.map((reader) => readAbsence(reader, { newId, nameOf })),
    problems: readers.flatMap(({ problems }) => problems),
    originOf: (position, path) => {
      const row = rows[position]?.row
      return row === undefined ? undefined : { row, ...keyAt(fields, path) }
    },
  }
}

const fields = { id: 'id', specialist: 'specialist', from: 'firstDay', to: 'lastDay', reviewOn: 'reviewOn' } as const

const readHalf = readPart(['am', 'pm'])

function readAbsence(
  reader: RowReader<Key>,
  { newId, nameOf }: { newId: () => string; nameOf: (key: string) => string },
): object {
  const from = reader.value('firstDay', 'date', readDate)
  const to = reader.optional('lastDay', 'date', readDate)
  const reviewOn = reader.optional('reviewOn', 'date', readDate)
  if (reader.isEmpty('lastDay') === reader.isEmpty('reviewOn'))
    reader.wrong('lastDay', { code: 'one-of-two', other: nameOf('reviewOn') })
  // A half-day of no day would be lost unseen.
  if (reader.isEmpty('lastDay') && !reader.isEmpty('lastHalf'))
    reader.wrong('lastHalf', { code: 'needs-other', other: nameOf('lastDay') })
  const firstHalf = reader.optional('firstHalf', 'half', readHalf) ?? 'am'
  const lastHalf = reader.optional('lastHalf', 'half', readHalf) ?? 'pm'
  return {
    id: reader.isEmpty('id') ? newId() : reader.text('id'),
    specialist: reader.needed('specialist'),
    from: `${from}/${firstHalf}`,
    ...(to === undefined ? {} : { to: `${to}/${lastHalf}` }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
  }
}
