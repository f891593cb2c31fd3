import { accept, type Result, refuse } from '@vertretbar/domain/result'
import type { TableProblem } from '@vertretbar/domain/table-fault'
import { readUtf8 } from '@vertretbar/domain/utf8-text'
import papa from 'papaparse'

/** The cells of one row, numbered as a spreadsheet counts: the first is 1, and a row may hold several lines. */
export interface CsvRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** The rows of a CSV file in UTF-8 (RFC 4180, also with `;`), but for empty ones; or the places where it is none. */
export function readCsv(bytes: Uint8Array): Result<readonly CsvRow[], readonly TableProblem[]> {
  const text = readUtf8(bytes)
  if (!text.ok) return refuse([{ row: rowOf(bytes, text.refusal), code: 'not-utf8', byte: text.refusal }])
  // The parser guesses one line ending for the whole file; a file that was edited on two systems has both.
  const lines = text.value.replace(/\r\n?/g, '\n')
  const delimiter = lines.slice(0, lines.indexOf('\n') >>> 0).includes(';') ? ';' : ','
  const { data, errors } = papa.parse<string[]>(lines, { delimiter, newline: '\n' })
  const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => (row ?? 0) + 1))
  if (broken.size > 0) return refuse([...broken].map((row) => ({ row, code: 'open-quote' })))
  const rows = data.map((cells, position) => ({ row: position + 1, cells: cells.map(plain) }))
  return accept(rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')))
}

/** Rows as CSV that German Excel opens with a double click: UTF-8 with byte order mark, `;`, lines ending in CRLF. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${papa.unparse(
    rows.map((row) => row.map(harmless)),
    { delimiter: ';', newline: '\r\n' },
  )}\r\n`

/** What spreadsheets take for the start of a formula (OWASP: CSV injection), in full width too. */
const formulaStart = /^'*[=+\-@\t\r＝＋－＠]/u

/** An apostrophe makes a formula a text; a text that begins with both gets one more, so that reading finds it again. */
const harmless = (cell: string): string => (formulaStart.test(cell) ? `'${cell}` : cell)

const plain = (cell: string): string => (cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell)

/** The row of a byte: line ends count but for those within quotes. */
function rowOf(bytes: Uint8Array, end: number): number {
  const before = new TextDecoder('latin1').decode(bytes.subarray(0, end))
  return before.replace(/"[^"]*"?/g, '').split('\n').length
}
