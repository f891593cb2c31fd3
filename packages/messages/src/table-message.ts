import type { Fault } from '@vertretbar/domain/problem'
import type { TableFault } from '@vertretbar/domain/table-fault'
import type { Language } from './catalogue.ts'
import { problemMessage } from './problem-message.ts'
import { tableInEnglish } from './table-english.ts'
import { tableInGerman } from './table-german.ts'

const tables = { de: tableInGerman, en: tableInEnglish } as const

/** One sentence on what is wrong in a table and, after a dash, what would be right. */
export const tableMessage = (fault: Fault | TableFault, language: Language): string =>
  isTableFault(fault) ? tables[language](fault) : problemMessage(fault, language)

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
  'week-out-of-order': true,
  'unknown-person': true,
}

const isTableFault = (fault: Fault | TableFault): fault is TableFault => fault.code in tableCodes
