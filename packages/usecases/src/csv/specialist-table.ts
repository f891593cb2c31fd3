import type { Region } from '@vertretbar/domain/region'
import type { Specialist } from '@vertretbar/domain/specialist'
import type { ColumnKey } from '@vertretbar/messages/table-columns'
import {
  accessText,
  authorisationsText,
  competencesText,
  exclusionsText,
  readAccess,
  readAuthorisations,
  readCompetences,
  readDate,
  readExclusions,
  readNumber,
  readWeeklyMinutes,
  weeklyMinutesText,
} from './cell.ts'
import { keyAt, type TableContent } from './content.ts'
import type { Table } from './header.ts'
import { RowReader } from './row-reader.ts'

type Key = ColumnKey<'specialists'>

/** A person as cells by column; work patterns are a table of their own. */
export const specialistCells = (specialist: Specialist): Readonly<Record<Key, string>> => ({
  id: specialist.id,
  displayName: specialist.displayName,
  authority: specialist.authority,
  homeArea: specialist.homeArea,
  employedFrom: specialist.employment.validFrom,
  employedTo: specialist.employment.validTo ?? '',
  weeklyMinutes: weeklyMinutesText(specialist.weeklyMinutes),
  competences: competencesText(specialist.competences),
  authorisations: authorisationsText(specialist.authorisations),
  access: accessText(specialist.access),
  exclusions: exclusionsText(specialist.exclusions),
  coverLimit: specialist.coverLimitHalfDaysPerWeek === undefined ? '' : String(specialist.coverLimitHalfDaysPerWeek),
})

/** The people that the rows are, each with the work patterns that are stored for them. */
export function readSpecialists({ rows }: Table, nameOf: (key: string) => string, current: Region): TableContent {
  const patterns = new Map(current.specialists.map(({ id, workPattern }) => [id, workPattern]))
  const readers = rows.map((row) => new RowReader<Key>(row, nameOf))
  return {
    list: 'specialists',
    things: readers.map((reader) => ({
      ...readSpecialist(reader),
      workPattern: patterns.get(reader.text('id')) ?? [],
    })),
    problems: readers.flatMap(({ problems }) => problems),
    originOf: (position, path) => {
      const row = rows[position]?.row
      return row === undefined ? undefined : { row, ...keyAt(fields, path) }
    },
  }
}

const fields = {
  id: 'id',
  displayName: 'displayName',
  authority: 'authority',
  homeArea: 'homeArea',
  'employment/validFrom': 'employedFrom',
  'employment/validTo': 'employedTo',
  weeklyMinutes: 'weeklyMinutes',
  competences: 'competences',
  authorisations: 'authorisations',
  access: 'access',
  exclusions: 'exclusions',
  coverLimitHalfDaysPerWeek: 'coverLimit',
} as const satisfies Readonly<Record<string, Key>>

function readSpecialist(reader: RowReader<Key>): object {
  const validTo = reader.optional('employedTo', 'date', readDate)
  const coverLimit = reader.optional('coverLimit', 'whole-number', readNumber)
  // Blanks around a name are part of it; around all else they are a slip.
  if (reader.raw('displayName') === '') reader.wrong('displayName', { code: 'empty-cell' })
  return {
    id: reader.needed('id'),
    displayName: reader.raw('displayName'),
    authority: reader.needed('authority'),
    homeArea: reader.needed('homeArea'),
    employment: {
      validFrom: reader.value('employedFrom', 'date', readDate),
      ...(validTo === undefined ? {} : { validTo }),
    },
    weeklyMinutes: reader.value('weeklyMinutes', 'weekly-hours', readWeeklyMinutes),
    competences: reader.value('competences', 'competences', readCompetences),
    authorisations: reader.value('authorisations', 'authorisations', readAuthorisations),
    access: reader.value('access', 'access', readAccess),
    exclusions: reader.value('exclusions', 'exclusions', readExclusions),
    ...(coverLimit === undefined ? {} : { coverLimitHalfDaysPerWeek: coverLimit }),
  }
}
