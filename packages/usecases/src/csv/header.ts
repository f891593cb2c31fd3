import { accept, type Result, refuse } from '@vertretbar/domain/result'
import { TableKind, type TableProblem } from '@vertretbar/domain/table-fault'
import { type Language, languages } from '@vertretbar/messages/catalogue'
import { columnsOf } from '@vertretbar/messages/table-columns'
import type { CsvRow } from './csv-text.ts'

/** A table whose header was understood. */
export interface Table {
  readonly kind: TableKind
  readonly language: Language
  readonly rows: readonly TableRow[]
}

/** The cells of a row by the keys of their columns. */
export interface TableRow {
  readonly row: number
  readonly cells: ReadonlyMap<string, string>
}

/** Rows under the columns that the header names, in any order; `kind` says what they are where the header need not tell. */
export function tableOf(rows: readonly CsvRow[], kind: TableKind | undefined): Result<Table, readonly TableProblem[]> {
  const [header, ...others] = rows
  const names = header?.cells.map((cell) => cell.trim()) ?? []
  const format = formatOf(names, kind)
  if (header === undefined || format === undefined) return refuse([{ row: header?.row ?? 1, code: 'unknown-table' }])
  const columns = new Map(columnsOf(format.kind).map(([key, { name }]) => [name[format.language], key]))
  const problems = [
    ...headerProblems(names, [...columns.keys()]).map((problem) => ({ row: header.row, ...problem })),
    ...others
      .filter(({ cells }) => cells.length !== names.length)
      .map(({ row, cells }) => ({ row, code: 'ragged-row' as const, cells: cells.length, columns: names.length })),
  ]
  if (problems.length > 0) return refuse(problems)
  const keys = names.map((name) => columns.get(name) ?? '')
  return accept({
    ...format,
    rows: others.map(({ row, cells }) => ({ row, cells: new Map(keys.map((key, at) => [key, cells[at] ?? ''])) })),
  })
}

type Format = Pick<Table, 'kind' | 'language'>

/** The kind and language whose columns the header names most of; none if it names none of any. */
function formatOf(names: readonly string[], asked: TableKind | undefined): Format | undefined {
  const kinds = asked === undefined ? TableKind.options : [asked]
  const matches = kinds.flatMap((kind) =>
    languages.map((language) => {
      const known = columnsOf(kind).map(([, { name }]) => name[language])
      return { kind, language, count: names.filter((name) => known.includes(name)).length }
    }),
  )
  const best = matches.reduce((most, one) => (one.count > most.count ? one : most))
  return best.count === 0 ? undefined : { kind: best.kind, language: best.language }
}

const headerProblems = (names: readonly string[], known: readonly string[]) => [
  ...names
    .filter((name, position) => names.indexOf(name) !== position)
    .map((column) => ({ column, code: 'duplicate-column' as const })),
  ...names
    .filter((name) => !known.includes(name))
    .map((column) => ({ column, code: 'unknown-column' as const, known })),
  ...known.filter((name) => !names.includes(name)).map((column) => ({ column, code: 'missing-column' as const })),
]
