import type { LocalDate } from '@vertretbar/domain/half-day'
import { type ImportMode, type ImportPlan, planImport } from '@vertretbar/domain/import'
import { placedProblem } from '@vertretbar/domain/import-place'
import type { Fault, Problem } from '@vertretbar/domain/problem'
import { parseRegionShape } from '@vertretbar/domain/read-region'
import { fileOf, type Region } from '@vertretbar/domain/region'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import type { TableKind, TableProblem, ThingFault } from '@vertretbar/domain/table-fault'
import { columnsOf } from '@vertretbar/messages/table-columns'
import type { HeldFile } from '../held-file.ts'
import { readAbsences } from './absence-table.ts'
import type { Origin, TableContent } from './content.ts'
import { readCsv } from './csv-text.ts'
import { type Table, tableOf } from './header.ts'
import { readPatterns } from './pattern-table.ts'
import { readSpecialists } from './specialist-table.ts'

/** How a table becomes an import. */
export interface TableRules {
  readonly mode: ImportMode
  readonly today: LocalDate
  readonly newId: () => string
  /** What of the stored region its bearer may know, and a table may go by; without it, everything. */
  readonly known?: Region | undefined
}

/** The table of a CSV file; or every place where it is none, of the kind asked for if one is. */
export function readTable(bytes: Uint8Array, kind: TableKind | undefined): Result<Table, readonly TableProblem[]> {
  const rows = readCsv(bytes)
  return rows.ok ? tableOf(rows.value, kind) : rows
}

/** What a table makes of the stored region, by the same rules as a region file; problems have row and column. */
export function planTable(
  current: Region,
  table: Table,
  rules: TableRules,
): Result<ImportPlan, readonly (Problem | TableProblem)[]> {
  const held = heldTable(current, table, rules)
  return held.ok ? held.value.plan() : held
}

/** What a table says, held against the stored region; or every place where that is nothing. */
export function heldTable(
  current: Region,
  table: Table,
  rules: TableRules,
): Result<HeldFile, readonly (Problem | TableProblem)[]> {
  const names = new Map(columnsOf(table.kind).map(([key, { name }]) => [key, name[table.language]]))
  const nameOf = (key: string): string => names.get(key) ?? key
  const content = contentOf(rules.known ?? current, table, { ...rules, nameOf })
  if (content.problems.length > 0) return refuse(content.problems)
  const read = parseRegionShape(regionOf(current, content, rules.mode))
  if (!read.ok) return refuse(read.refusal.map((problem) => inTable(problem, content, nameOf)))
  const incoming = read.value
  // Where the table replaces, the other lists went along as they are stored.
  const said = { ...incoming, ...emptyLists, [content.list]: incoming[content.list] }
  return accept({
    said,
    replaces: rules.mode === 'replace' ? [content.list] : [],
    placed: (problem) => inTable(problem, content, nameOf),
    rowOf: (pointer) => originAt(pointer, content)?.row ?? 1,
    plan: () => {
      const plan = planImport(current, incoming, rules)
      if (plan.ok) return plan
      const merge = { incoming: said, merged: incoming }
      return refuse(plan.refusal.map((problem) => inTable(placedProblem(problem, merge), content, nameOf)))
    },
  })
}

function contentOf(
  current: Region,
  table: Table,
  { mode, newId, nameOf }: TableRules & { readonly nameOf: (key: string) => string },
): TableContent {
  switch (table.kind) {
    case 'specialists':
      return readSpecialists(table, nameOf, current)
    case 'patterns':
      return readPatterns(table, nameOf, { current, everybody: mode === 'replace' ? 'emptied' : 'kept' })
    case 'absences':
      return readAbsences(table, nameOf, newId)
  }
}

/** A table alone is a region file without anything else; one that replaces leaves everything else as it is stored. */
const regionOf = (current: Region, { list, things }: TableContent, mode: ImportMode): object => ({
  ...fileOf(current),
  ...(mode === 'replace' ? {} : emptyLists),
  [list]: things,
})

const emptyLists = {
  serviceAreas: [],
  products: [],
  authorities: [],
  agreements: [],
  specialists: [],
  requirements: [],
  absences: [],
  bookings: [],
  refusals: [],
  gapMarks: [],
}

/** A problem with its row and column; one whose place is in the store keeps its place there. */
function inTable(problem: Problem, content: TableContent, nameOf: (key: string) => string): Problem | TableProblem {
  const { pointer, ...fault } = pointersTurned(problem, content)
  const [at, list] = pointer.split('/')
  if (list !== content.list || at !== '' || isAboutJson(fault)) return problem
  const origin = originAt(pointer, content)
  const column = origin?.key === undefined ? {} : { column: nameOf(origin.key) }
  return { ...fault, row: origin?.row ?? 1, ...column }
}

function originAt(pointer: string, { originOf }: TableContent): Origin | undefined {
  const [, , position, ...path] = pointer.split('/')
  return position === undefined ? undefined : originOf(Number(position), path)
}

const isAboutJson = (fault: Fault): fault is Exclude<Fault, ThingFault> =>
  fault.code === 'not-json' || fault.code === 'too-deep' || fault.code === 'duplicate-field'

/** The second place of a problem, as a fragment of the table (RFC 7111). */
function pointersTurned(problem: Problem, { list, originOf }: TableContent): Problem {
  const turned = (pointer: string): string => {
    const [, at, position, ...path] = pointer.split('/')
    const row = at === list ? originOf(Number(position), path)?.row : undefined
    return row === undefined ? pointer : `#row=${row}`
  }
  switch (problem.code) {
    case 'duplicate-id':
      return { ...problem, first: turned(problem.first) }
    case 'overlapping-absences':
    case 'double-booking':
      return { ...problem, other: turned(problem.other) }
    default:
      return problem
  }
}
