import type { TableFault, ThingFault } from '@vertretbar/domain/table-fault'
import { catalogues, type Language } from './catalogue.ts'
import { problemMessage } from './problem-message.ts'
import { tableInEnglish } from './table-english.ts'
import { tableInGerman } from './table-german.ts'

const tables = { de: tableInGerman, en: tableInEnglish } as const

/** One sentence on what is wrong in a table and, after a dash, what would be right. */
export const tableMessage = (fault: ThingFault | TableFault, language: Language): string =>
  isTableFault(fault) ? tables[language](fault) : problemMessage(readable(fault, language), language)

/** The second place of a fault, if it is a row (RFC 7111), as people call it. */
function readable(fault: ThingFault, language: Language): ThingFault {
  const called = (place: string): string =>
    place.replace(/^#row=(\d+)$/, (_, row: string) => catalogues[language].cellPlace(Number(row), undefined))
  switch (fault.code) {
    case 'duplicate-id':
      return { ...fault, first: called(fault.first) }
    case 'overlapping-absences':
    case 'double-booking':
      return { ...fault, other: called(fault.other) }
    default:
      return fault
  }
}

/** The codes of tables alone; a code that is missing here does not compile. */
const tableCodes: Readonly<Record<TableFault['code'], true>> = {
  'unknown-table': true,
  'missing-column': true,
  'unknown-column': true,
  'duplicate-column': true,
  'ragged-row': true,
  'open-quote': true,
  'empty-cell': true,
  'wrong-cell': true,
  'one-of-two': true,
  'needs-other': true,
  'week-out-of-order': true,
  'unknown-person': true,
}

const isTableFault = (fault: ThingFault | TableFault): fault is TableFault => fault.code in tableCodes
