import { describe, expect, it } from 'vitest'
import { absences, bytes, imported, lines, people, stored, weeks } from './test-table.ts'
import { writeTable } from './write-table.ts'

const absence = (...cells: readonly string[]): string => lines(absences, cells.join(';'))
const person = (change: Readonly<Record<number, string>>): string => {
  const cells = ['cleo', 'Cleo', 'city', 'payroll', '2026-01-01', '', '', '', '', '', '', '']
  return lines(people, cells.map((cell, at) => change[at] ?? cell).join(';'))
}
const week = (...rows: readonly string[]): string => lines(weeks, ...rows.map((row) => `${row};;;;;;;`))

describe('a table is refused', () => {
  it.each<readonly [name: string, csv: string | Uint8Array, problem: object]>([
    ['an empty file', '', { row: 1, code: 'unknown-table' }],
    ['columns of no table', 'a;b\n1;2\n', { row: 1, code: 'unknown-table' }],
    ['a region file', '{ "format": "vertretbar-region/1" }', { row: 1, code: 'unknown-table' }],
    [
      'broken UTF-8, as Excel saves without "UTF-8"',
      Uint8Array.from([...bytes(lines(absences, 'x;"a\nb";')), 0xfc, 0x0a]),
      { row: 3, code: 'not-utf8', byte: 78 },
    ],
    [
      'a missing column',
      absence('a').replace('Prüftermin', ''),
      { row: 1, column: 'Prüftermin', code: 'missing-column' },
    ],
    [
      'an unknown column',
      absence('a').replace('Beginnt', 'Grund'),
      { row: 1, column: 'Grund', code: 'unknown-column' },
    ],
    [
      'a column twice',
      absence('a').replace('Endet', 'Beginnt'),
      { row: 1, column: 'Beginnt', code: 'duplicate-column' },
    ],
    ['a row that is too short', absence('a', 'anna'), { row: 2, code: 'ragged-row', cells: 2, columns: 7 }],
    [
      'a row that is too long',
      absence('a', '', '', '', '', '', '', 'x'),
      { row: 2, code: 'ragged-row', cells: 8, columns: 7 },
    ],
    ['a quote that does not end', absence('a', '"anna'), { row: 2, code: 'open-quote' }],
    [
      'an empty cell',
      absence('', '', '2026-12-07', '', '2026-12-07', '', ''),
      { row: 2, column: 'Fachkraft', code: 'empty-cell' },
    ],
    [
      'no first day',
      absence('', 'anna', '', '', '2026-12-07', '', ''),
      { row: 2, column: 'Erster Tag', code: 'empty-cell' },
    ],
    [
      'an impossible day',
      absence('', 'anna', '30.02.2026', '', '2026-12-07', '', ''),
      { row: 2, column: 'Erster Tag', code: 'wrong-cell', form: 'date' },
    ],
    [
      'a half that is none',
      absence('', 'anna', '2026-12-07', 'mittags', '2026-12-07', '', ''),
      { row: 2, column: 'Beginnt', code: 'wrong-cell', form: 'half' },
    ],
    [
      'an absence without end',
      absence('', 'anna', '2026-12-07', '', '', '', ''),
      { row: 2, column: 'Letzter Tag', code: 'one-of-two', other: 'Prüftermin' },
    ],
    [
      'an absence with two ends',
      absence('', 'anna', '2026-12-07', '', '2026-12-08', '', '2026-12-09'),
      { row: 2, column: 'Letzter Tag', code: 'one-of-two', other: 'Prüftermin' },
    ],
    [
      'a half of a last day that is not there',
      absence('', 'anna', '2026-12-07', '', '', 'vormittags', '2026-12-09'),
      { row: 2, column: 'Endet', code: 'needs-other', other: 'Letzter Tag' },
    ],
    [
      'a reversed absence',
      absence('', 'anna', '2026-12-07', '', '2026-12-06', '', ''),
      { row: 2, column: 'Letzter Tag', code: 'reversed-period' },
    ],
    [
      'an absence of nobody',
      absence('', 'nobody', '2026-12-07', '', '2026-12-07', '', ''),
      { row: 2, column: 'Fachkraft', code: 'unknown-reference', id: 'nobody' },
    ],
    [
      'an absence across a stored one',
      absence('', 'bert', '2026-11-30', '', '2026-12-02', '', ''),
      { row: 2, column: 'Erster Tag', code: 'overlapping-absences', other: 'stored:/absences/leave' },
    ],
    [
      'an absence across another row',
      lines(absences, ';anna;2026-12-07;;2026-12-09;;', '', 'b;anna;2026-12-08;;2026-12-10;;'),
      { row: 4, column: 'Erster Tag', code: 'overlapping-absences', other: '#row=2' },
    ],
    [
      'an id twice',
      lines(people, ...Array<string>(2).fill('cleo;C;city;payroll;2026-01-01;;;;;;;')),
      {
        row: 3,
        column: 'Kennung',
        code: 'duplicate-id',
        first: '#row=2',
      },
    ],
    ['an id that is none', person({ 0: 'Clëo' }), { row: 2, column: 'Kennung', code: 'wrong-format', format: 'id' }],
    ['HTML in a name', person({ 1: '<b>Cleo</b>' }), { row: 2, column: 'Name', code: 'wrong-format', format: 'name' }],
    [
      'a name of 201 letters',
      person({ 1: 'x'.repeat(201) }),
      { row: 2, column: 'Name', code: 'too-large', maximum: 200 },
    ],
    [
      'an unknown authority',
      person({ 2: 'town' }),
      { row: 2, column: 'Behörde', code: 'unknown-reference', to: 'authority' },
    ],
    [
      'an end of employment before its start',
      person({ 5: '2025-12-31' }),
      {
        row: 2,
        column: 'Beschäftigt bis',
        code: 'reversed-period',
      },
    ],
    [
      'hours without validity',
      person({ 6: '39:00' }),
      { row: 2, column: 'Wochenstunden', code: 'wrong-cell', form: 'weekly-hours' },
    ],
    [
      'more hours than a week has',
      person({ 6: '168:01 2026-01-01..' }),
      { row: 2, column: 'Wochenstunden', code: 'too-large' },
    ],
    [
      'a competence without its area',
      person({ 7: 'clerk (a)' }),
      { row: 2, column: 'Kompetenzen', code: 'wrong-cell' },
    ],
    [
      'an unknown role',
      person({ 7: 'payroll: king' }),
      { row: 2, column: 'Kompetenzen', code: 'unknown-reference', to: 'role' },
    ],
    [
      'an authorisation for an unknown area',
      person({ 8: 'parish gardens 2026-01-01..' }),
      { row: 2, column: 'Bestellungen und Vollmachten', code: 'unknown-reference', to: 'area' },
    ],
    [
      'an access without validity',
      person({ 9: 'parish a' }),
      { row: 2, column: 'Zugänge', code: 'wrong-cell', form: 'access' },
    ],
    [
      'a reversed exclusion',
      person({ 10: 'parish 2026-02-01..2026-01-01' }),
      {
        row: 2,
        column: 'Befangenheiten',
        code: 'reversed-period',
      },
    ],
    [
      'a limit below nothing',
      person({ 11: '-1' }),
      { row: 2, column: 'Vertretung höchstens', code: 'wrong-cell', form: 'whole-number' },
    ],
    [
      'a limit above a week',
      person({ 11: '15' }),
      { row: 2, column: 'Vertretung höchstens', code: 'too-large', maximum: 14 },
    ],
    [
      'a pattern of nobody',
      week('nobody;2026-01-01;;1'),
      { row: 2, column: 'Fachkraft', code: 'unknown-person', id: 'nobody' },
    ],
    [
      'a pattern that begins with week 2',
      week('bert;2026-01-01;;2'),
      {
        row: 2,
        column: 'Woche',
        code: 'week-out-of-order',
        expected: 1,
      },
    ],
    [
      'a week left out',
      week('bert;2026-01-01;;1', 'bert;2026-01-01;;3'),
      {
        row: 3,
        column: 'Woche',
        code: 'week-out-of-order',
        expected: 2,
      },
    ],
    [
      'a second week of somebody else',
      week('bert;2026-01-01;;1', 'anna;2026-01-01;;2'),
      {
        row: 3,
        column: 'Woche',
        code: 'week-out-of-order',
        expected: 1,
      },
    ],
    [
      'a fifth week',
      week(
        'bert;2026-01-01;;1',
        'bert;2026-01-01;;2',
        'bert;2026-01-01;;3',
        'bert;2026-01-01;;4',
        'bert;2026-01-01;;5',
      ),
      { row: 2, column: 'Woche', code: 'too-large', maximum: 4 },
    ],
    [
      'a reversed pattern',
      week('bert;2026-02-01;2026-01-01;1'),
      { row: 2, column: 'Gültig bis', code: 'reversed-period' },
    ],
    [
      'a day worked in an unknown way',
      lines(weeks, 'bert;2026-01-01;;1;halb;;;;;;'),
      { row: 2, column: 'Montag', code: 'wrong-cell', form: 'worked' },
    ],
  ])('%s', (_, csv, problem) => {
    const plan = imported(csv)
    expect(plan.ok ? [] : plan.refusal).toEqual(expect.arrayContaining([expect.objectContaining(problem)]))
  })

  it('that drops, where it replaces, somebody whom the store needs', () => {
    const annaAlone = lines(people, 'anna;Anna;city;payroll;2025-01-01;;;;;;;')
    const needed = imported(annaAlone, stored, 'replace')
    expect(needed).toMatchObject({
      ok: false,
      refusal: [
        { pointer: 'stored:/absences/leave/specialist', code: 'unknown-reference', id: 'bert' },
        { pointer: 'stored:/absences/open/specialist', code: 'unknown-reference', id: 'bert' },
        { pointer: 'stored:/bookings/cover/specialist', code: 'unknown-reference', id: 'bert' },
      ],
    })
    expect(imported(annaAlone, { ...stored, absences: [], bookings: [] }, 'replace').ok).toBe(true)
  })

  it('tells every problem at once', () => {
    const plan = imported(lines(absences, ';;2026-13-01;;;;', ';anna;2026-12-07;x;2026-12-08;y;'))
    expect(plan).toMatchObject({
      refusal: [
        { row: 2, column: 'Erster Tag' },
        { row: 2, column: 'Letzter Tag' },
        { row: 2, column: 'Fachkraft' },
        { row: 3, column: 'Beginnt' },
        { row: 3, column: 'Endet' },
      ],
    })
  })

  it('in the words of its own language', () => {
    const english = writeTable(stored, 'absences', 'en').replace('2026-12-01', '2026-12-41')
    expect(imported(english)).toMatchObject({ refusal: [{ row: 2, column: 'First day', code: 'wrong-cell' }] })
  })
})
