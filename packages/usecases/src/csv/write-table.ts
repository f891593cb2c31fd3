import type { Region } from '@vertretbar/domain/region'
import type { TableKind } from '@vertretbar/domain/table-fault'
import type { Language } from '@vertretbar/messages/catalogue'
import { columnsOf } from '@vertretbar/messages/table-columns'
import { absenceCells } from './absence-table.ts'
import { writeCsv } from './csv-text.ts'
import { patternCells } from './pattern-table.ts'
import { specialistCells } from './specialist-table.ts'

/** One of the tables of a region as CSV; imported again, it changes nothing. */
export function writeTable(region: Region, kind: TableKind, language: Language): string {
  const columns = columnsOf(kind)
  const header = columns.map(([, { name }]) => name[language])
  const rows = cellsOf(region, kind, language).map((cells) => columns.map(([key]) => cells[key] ?? ''))
  return writeCsv([header, ...rows])
}

function cellsOf(
  { specialists, absences }: Region,
  kind: TableKind,
  language: Language,
): readonly Readonly<Record<string, string>>[] {
  switch (kind) {
    case 'specialists':
      return specialists.map(specialistCells)
    case 'patterns':
      return specialists.flatMap((specialist) => patternCells(specialist, language))
    case 'absences':
      return absences.map((absence) => absenceCells(absence, language))
  }
}
