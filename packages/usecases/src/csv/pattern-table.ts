import type { Region } from '@vertretbar/domain/region'
import { PatternWeek, type Specialist } from '@vertretbar/domain/specialist'
import type { Language } from '@vertretbar/messages/catalogue'
import type { ColumnKey } from '@vertretbar/messages/table-columns'
import { partText, readDate, readNumber, readPart } from './cell.ts'
import type { Origin, TableContent } from './content.ts'
import type { Table } from './header.ts'
import { RowReader } from './row-reader.ts'

type Key = ColumnKey<'patterns'>
type Weekday = keyof PatternWeek

const weekdays = PatternWeek.unwrap().keyof().options

/** The weeks of a person's work patterns, each as cells by column. */
export const patternCells = ({ id, workPattern }: Specialist, language: Language): Readonly<Record<Key, string>>[] => {
  const worked = (week: PatternWeek, day: Weekday): string => {
    const part = week[day]
    return part === undefined ? '' : partText(part, language)
  }
  return workPattern.flatMap(({ validFrom, validTo = '', weeks }) =>
    weeks.map((week, position) => ({
      specialist: id,
      validFrom,
      validTo,
      week: String(position + 1),
      mo: worked(week, 'mo'),
      tu: worked(week, 'tu'),
      we: worked(week, 'we'),
      th: worked(week, 'th'),
      fr: worked(week, 'fr'),
      sa: worked(week, 'sa'),
      su: worked(week, 'su'),
    })),
  )
}

/** One row: a week of a pattern. */
interface WeekRow {
  readonly row: number
  readonly specialist: string
  readonly validFrom: string
  readonly validTo: string | undefined
  readonly week: PatternWeek
}

/** The people whom the rows name, each with the work patterns that the rows give them and all else as it is stored. */
export function readPatterns(
  { rows }: Table,
  nameOf: (key: string) => string,
  { current, everybody }: { readonly current: Region; readonly everybody: 'kept' | 'emptied' },
): TableContent {
  const known = new Set(current.specialists.map(({ id }) => id))
  const readers = rows.map((row) => ({ row: row.row, reader: new RowReader<Key>(row, nameOf) }))
  const patterns: WeekRow[][] = []
  for (const { row, reader } of readers) {
    const { number, ...read } = { ...readWeek(reader, known), row }
    const before = patterns.at(-1) ?? []
    const expected = goesOn(read, before) ? before.length + 1 : 1
    if (number !== undefined && number !== 1 && number !== expected)
      reader.wrong('week', { code: 'week-out-of-order', expected })
    if (number === expected && number !== 1) before.push(read)
    else patterns.push([read])
  }
  const byPerson = Map.groupBy(patterns, ([first]) => first?.specialist ?? '')
  const people = current.specialists.filter(({ id }) => everybody === 'emptied' || byPerson.has(id))
  return {
    list: 'specialists',
    things: people.map((person) => ({ ...person, workPattern: (byPerson.get(person.id) ?? []).map(patternOf) })),
    problems: readers.flatMap(({ reader }) => reader.problems),
    originOf: (position, path) => originIn(byPerson.get(people[position]?.id ?? ''), path),
  }
}

/** Whether a row may belong to the pattern before it. */
const goesOn = (read: WeekRow, [first]: readonly WeekRow[]): boolean =>
  read.specialist === first?.specialist && read.validFrom === first.validFrom && read.validTo === first.validTo

function readWeek(reader: RowReader<Key>, known: ReadonlySet<string>) {
  const specialist = reader.needed('specialist')
  if (specialist !== '' && !known.has(specialist))
    reader.wrong('specialist', { code: 'unknown-person', id: specialist })
  const days = weekdays.flatMap((day) => {
    const part = reader.optional(day, 'worked', readWorked)
    return part === undefined ? [] : [[day, part] as const]
  })
  return {
    specialist,
    validFrom: reader.value('validFrom', 'date', readDate) ?? '',
    validTo: reader.optional('validTo', 'date', readDate),
    number: reader.value('week', 'whole-number', readNumber),
    week: Object.fromEntries(days),
  }
}

const readWorked = readPart(['full', 'am', 'pm'])

function patternOf(rows: readonly WeekRow[]): object {
  const { validFrom, validTo } = rows[0] ?? {}
  return { validFrom, ...(validTo === undefined ? {} : { validTo }), weeks: rows.map(({ week }) => week) }
}

/** `workPattern/1/weeks/0/mo` is a cell of a row; a whole pattern is its first row. */
function originIn(patterns: readonly (readonly WeekRow[])[] | undefined, path: readonly string[]): Origin | undefined {
  const [, pattern = '0', field, week = '0', day] = path
  const row = patterns?.[Number(pattern)]?.[field === 'weeks' ? Number(week) : 0]?.row
  if (row === undefined) return undefined
  const key = field === 'weeks' ? (day ?? 'week') : field
  return { row, ...(key === undefined ? {} : { key }) }
}
