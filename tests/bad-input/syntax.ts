import type { Problem } from '@vertretbar/domain/problem'
import { brokenAt, bytes, type Change, type Row, text, write } from './file.ts'

type Place = { readonly line: number; readonly column: number }

/** Where a text stands in the file, or so many characters behind it in its line. */
function placeOf(part: string, behind = 0): Place {
  const lines = text.slice(0, text.indexOf(part)).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 + behind }
}

const start: Place = { line: 1, column: 1 }
const lastLine = text.trimEnd().split('\n').length
const horizon = '"horizonDays": 90'

export const notJson: readonly Row[] = (
  [
    ['an empty file', () => '', start],
    ['only white space', () => ' \n', { line: 2, column: 1 }],
    ['a text that is not JSON', () => 'Abteilung;Name\n', start],
    ['a file cut before a value', () => text.slice(0, text.indexOf('"DE-NI"')), placeOf('"DE-NI"')],
    ['a file without its last brace', () => text.slice(0, text.lastIndexOf('}')), { line: lastLine, column: 1 }],
    ['a second document behind the first', () => `${text.trimEnd()}{}`, { line: lastLine, column: 2 }],
    ['a comment', write('{', '{ // Stand November\n'), { line: 1, column: 3 }],
    ['a comma behind the last entry', write('"DE-NW"\n   }', '"DE-NW"\n   },'), placeOf('],\n  "conflicts"')],
    ['single quotes', write('"DE-NI"', "'DE-NI'"), placeOf('"DE-NI"')],
    ['a number with a leading zero', write(horizon, '"horizonDays": 090'), placeOf(horizon, 16)],
    ['a number that is NaN', write(horizon, '"horizonDays": NaN'), placeOf(horizon, 15)],
    ['a line break inside a text', write('Region Wolf', 'Region\nWolf'), placeOf('"Region Wolf')],
    ['an unknown escape', write('Region Wolf', 'Region\\xWolf'), placeOf('"Region Wolf')],
  ] satisfies readonly (readonly [string, Change, Place])[]
).map(([name, change, place]) => [name, change, { pointer: '', code: 'not-json', ...place }])

export const notUtf8: readonly Row[] = (
  [
    ['a byte that is never UTF-8', brokenAt(200, 0xff), 200],
    ['half a character at the end of the file', brokenAt(bytes.length, 0xc3), bytes.length],
    ['an overlong character', brokenAt(200, 0xc0, 0xaf), 200],
    ['a surrogate written as UTF-8', brokenAt(200, 0xed, 0xa0, 0x80), 201],
    ['UTF-16', () => Buffer.from(`\uFEFF${text}`, 'utf16le'), 0],
  ] satisfies readonly (readonly [string, Change, number])[]
).map(([name, change, byte]) => [name, change, { pointer: '', code: 'not-utf8', byte }])

const brackets = '['.repeat(200_000) + ']'.repeat(200_000)

export const tooDeep: readonly Row[] = (
  [
    ['200,000 brackets', () => brackets, '/0'.repeat(64)],
    ['200,000 brackets that are never closed', () => '['.repeat(200_000), '/0'.repeat(64)],
    ['200,000 braces', () => '{"a":'.repeat(200_000), '/a'.repeat(64)],
    ['200,000 brackets as a name', write('"Region Wolfenbüttel"', brackets), `/region/name${'/0'.repeat(62)}`],
  ] satisfies readonly (readonly [string, Change, string])[]
).map(([name, change, pointer]) => [name, change, { pointer, code: 'too-deep', levels: 64 }])

const twice = (pointer: string, { line, column }: Place): Problem => ({
  pointer,
  code: 'duplicate-field',
  line,
  column,
})

export const duplicatedField: readonly Row[] = [
  ['the format twice', write('{', '{ "format": "vertretbar-region/1",'), twice('/format', placeOf('"format"'))],
  [
    'an id twice in one object',
    write('"id": "payroll"', '"id": "x", "id": "payroll"'),
    twice('/serviceAreas/0/id', placeOf('"id": "payroll"', '"id": "x", '.length)),
  ],
  [
    'a field twice, once written with an escape',
    write(horizon, `${horizon}, "h\\u006frizonDays": 9`),
    twice('/region/settings/horizonDays', placeOf(horizon, `${horizon}, `.length)),
  ],
  [
    'a rate twice',
    write('"audit": 7240', '"audit": 1, "audit": 7240'),
    twice('/agreements/0/ratesCentsPerHour/audit', placeOf('"audit": 7240', '"audit": 1, '.length)),
  ],
]
