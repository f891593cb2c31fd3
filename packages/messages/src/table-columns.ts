import type { TableKind } from '@vertretbar/domain/table-fault'
import type { Language } from './catalogue.ts'

/** What a column is called, and what its cells hold. */
interface ColumnText {
  readonly name: Readonly<Record<Language, string>>
  readonly about: Readonly<Record<Language, string>>
}

const column = (
  [de, en]: readonly [de: string, en: string],
  [aboutDe, aboutEn]: readonly [de: string, en: string],
): ColumnText => ({ name: { de, en }, about: { de: aboutDe, en: aboutEn } })

const person = column(['Fachkraft', 'Specialist'], ['Kennung der Fachkraft', 'id of the specialist'])
const day = ['2026-12-07 oder 07.12.2026', '2026-12-07 or 07.12.2026'] as const
const dayOrOpen = ['wie zuvor; leer: unbefristet', 'likewise; empty: goes on'] as const
const worked = [
  'ganztags, vormittags, nachmittags oder leer (frei)',
  'all day, morning, afternoon or empty (off)',
] as const

/** The columns of each table in their order. */
export const tableColumns = {
  specialists: {
    id: column(['Kennung', 'Id'], ['eindeutig, wie lk-p1', 'unique, such as lk-p1']),
    displayName: column(['Name', 'Name'], ['wie er angezeigt wird', 'as it is shown']),
    authority: column(['Behörde', 'Authority'], ['Kennung der Behörde', 'id of the authority']),
    homeArea: column(['Fachbereich', 'Service area'], ['Kennung des Fachbereichs', 'id of the service area']),
    employedFrom: column(['Beschäftigt ab', 'Employed from'], day),
    employedTo: column(['Beschäftigt bis', 'Employed to'], dayOrOpen),
    weeklyMinutes: column(
      ['Wochenstunden', 'Weekly hours'],
      ['39:00 2026-01-01.. (Stunden:Minuten, Geltung)', '39:00 2026-01-01.. (hours:minutes, validity)'],
    ),
    competences: column(
      ['Kompetenzen', 'Competences'],
      [
        'payroll: clerk, approver (payroll-a) (Fachbereich: Funktionen, in Klammern Fachverfahren)',
        'payroll: clerk, approver (payroll-a) (service area: roles, in brackets products)',
      ],
    ),
    authorisations: column(
      ['Bestellungen und Vollmachten', 'Authorisations'],
      [
        'sg-sickte payroll 2026-01-01..2026-12-31 (Behörde, Fachbereich, Geltung)',
        'sg-sickte payroll 2026-01-01..2026-12-31 (authority, service area, validity)',
      ],
    ),
    access: column(
      ['Zugänge', 'Access'],
      [
        'sg-sickte payroll-a 2026-01-01.. (Behörde, Fachverfahren, Geltung)',
        'sg-sickte payroll-a 2026-01-01.. (authority, product, validity)',
      ],
    ),
    exclusions: column(
      ['Befangenheiten', 'Exclusions'],
      [
        'sg-sickte audit 2026-01-01.. (Behörde, wenn nötig Fachbereich, Geltung)',
        'sg-sickte audit 2026-01-01.. (authority, service area if needed, validity)',
      ],
    ),
    coverLimit: column(
      ['Vertretung höchstens', 'Cover at most'],
      ['Halbtage je Woche; leer: unbegrenzt', 'half-days a week; empty: unlimited'],
    ),
  },
  patterns: {
    specialist: person,
    validFrom: column(['Gültig ab', 'Valid from'], day),
    validTo: column(['Gültig bis', 'Valid to'], dayOrOpen),
    week: column(
      ['Woche', 'Week'],
      [
        '1 bis 4, der Reihe nach; die erste ist die Kalenderwoche von „Gültig ab“',
        '1 to 4, in order; the first is the calendar week of “Valid from”',
      ],
    ),
    mo: column(['Montag', 'Monday'], worked),
    tu: column(['Dienstag', 'Tuesday'], worked),
    we: column(['Mittwoch', 'Wednesday'], worked),
    th: column(['Donnerstag', 'Thursday'], worked),
    fr: column(['Freitag', 'Friday'], worked),
    sa: column(['Samstag', 'Saturday'], worked),
    su: column(['Sonntag', 'Sunday'], worked),
  },
  absences: {
    id: column(['Kennung', 'Id'], ['eindeutig; leer: wird vergeben', 'unique; empty: is given']),
    specialist: person,
    firstDay: column(['Erster Tag', 'First day'], day),
    firstHalf: column(
      ['Beginnt', 'Begins'],
      ['vormittags (auch leer) oder nachmittags', 'morning (also empty) or afternoon'],
    ),
    lastDay: column(
      ['Letzter Tag', 'Last day'],
      ['wie zuvor; leer, wenn das Ende offen ist', 'likewise; empty if the end is open'],
    ),
    lastHalf: column(
      ['Endet', 'Ends'],
      ['vormittags oder nachmittags (auch leer)', 'morning or afternoon (also empty)'],
    ),
    reviewOn: column(['Prüftermin', 'Review on'], ['nur wenn das Ende offen ist', 'only if the end is open']),
  },
} as const satisfies Readonly<Record<TableKind, Readonly<Record<string, ColumnText>>>>

/** The keys of the columns of a table. */
export type ColumnKey<Kind extends TableKind> = keyof (typeof tableColumns)[Kind] & string

/** The columns of a table in their order, as people see them. */
export const columnsOf = (kind: TableKind): readonly (readonly [key: string, text: ColumnText])[] =>
  Object.entries<ColumnText>(tableColumns[kind])

/** The halves of a day and the whole, as cells name them. */
export const cellWords = {
  full: { de: 'ganztags', en: 'all day' },
  am: { de: 'vormittags', en: 'morning' },
  pm: { de: 'nachmittags', en: 'afternoon' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>

const titles: Readonly<Record<Language, string>> = {
  de: 'Spalten der Tabellen (CSV in UTF-8, mit „;“ oder „,“; mehrere Angaben in einer Zelle trennt „ | “)',
  en: 'Columns of the tables (CSV in UTF-8, with “;” or “,”; several entries in a cell have “ | ” between them)',
}

/** Every column of every table, as help. */
export function columnsHelp(language: Language): string {
  const tables = (['specialists', 'patterns', 'absences'] as const).map((kind) =>
    [
      `  ${kind}`,
      ...columnsOf(kind).map(([, { name, about }]) => `    ${name[language].padEnd(30)}${about[language]}`),
    ].join('\n'),
  )
  return [titles[language], ...tables].join('\n\n')
}
