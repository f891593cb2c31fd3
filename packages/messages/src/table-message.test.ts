import type { TableFault } from '@vertretbar/domain/table-fault'
import { describe, expect, it } from 'vitest'
import { languages } from './catalogue.ts'
import { columnsHelp } from './table-columns.ts'
import { tableMessage } from './table-message.ts'

/** One fault of every code: a code without one does not compile. */
const faults: { readonly [Code in TableFault['code']]: Extract<TableFault, { code: Code }> } = {
  'unknown-table': { code: 'unknown-table' },
  'missing-column': { code: 'missing-column' },
  'unknown-column': { code: 'unknown-column', known: ['Kennung'] },
  'duplicate-column': { code: 'duplicate-column' },
  'ragged-row': { code: 'ragged-row', cells: 2, columns: 7 },
  'open-quote': { code: 'open-quote' },
  'empty-cell': { code: 'empty-cell' },
  'wrong-cell': { code: 'wrong-cell', form: 'weekly-hours' },
  'one-of-two': { code: 'one-of-two', other: 'Prüftermin' },
  'needs-other': { code: 'needs-other', other: 'Letzter Tag' },
  'week-out-of-order': { code: 'week-out-of-order', expected: 2 },
  'unknown-person': { code: 'unknown-person', id: 'nobody' },
}

describe.each(languages)('in %s', (language) => {
  it.each(Object.values(faults))('$code says what is wrong, then what would be right', (fault) => {
    expect(tableMessage(fault, language)).toMatch(/^\p{Lu}[^—]+ — [^—]+\.$/u)
    expect(tableMessage(fault, language)).not.toMatch(/undefined|\[object/)
  })

  it('the help names every table and column', () => {
    expect(columnsHelp(language)).toMatch(/specialists[\s\S]+patterns[\s\S]+absences/)
    expect(columnsHelp(language)).not.toMatch(/undefined|\[object/)
  })
})

it('a second place in a table is told as people count rows', () => {
  expect(tableMessage({ code: 'overlapping-absences', other: '#row=4' }, 'de')).toContain('(Zeile 4)')
  expect(tableMessage({ code: 'duplicate-id', id: 'a', first: '#row=4' }, 'en')).toContain('(Row 4)')
  expect(tableMessage({ code: 'overlapping-absences', other: 'stored:/absences/a' }, 'de')).toContain(
    '(stored:/absences/a)',
  )
})
