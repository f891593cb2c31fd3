import type { CellForm, TableFault } from '@vertretbar/domain/table-fault'

const forms: Readonly<Record<CellForm, string>> = {
  date: 'a day that the calendar has, written like 2026-12-07 or 07.12.2026',
  half: '“morning” or “afternoon”',
  worked: '“all day”, “morning”, “afternoon” or nothing',
  'whole-number': 'a whole number',
  'weekly-hours':
    'hours and minutes with their validity, written like “39:00 2026-01-01..”, several with “ | ” between them',
  competences:
    'service area, roles and in brackets the products, written like “payroll: clerk, approver (payroll-a)”, several with “ | ” between them',
  authorisations:
    'authority, service area and validity, written like “sg-sickte payroll 2026-01-01..2026-12-31”, several with “ | ” between them',
  access:
    'authority, product and validity, written like “sg-sickte payroll-a 2026-01-01..”, several with “ | ” between them',
  exclusions:
    'authority, service area if needed, and validity, written like “sg-sickte audit 2026-01-01..”, several with “ | ” between them',
}

const listed = (items: readonly string[]): string => items.map((item) => `“${item}”`).join(', ')

/** A sentence for every fault of a table: what is wrong, and after the dash what would be right. */
export function tableInEnglish(fault: TableFault): string {
  switch (fault.code) {
    case 'unknown-table':
      return 'The header does not tell what this table holds — please say so with --kind, and check the columns with vertretbar import --help.'
    case 'missing-column':
      return 'This column is missing — please add it; its cells may be empty where there is nothing to enter.'
    case 'unknown-column':
      return `There is no such column here — please remove it, or take one of those there are: ${listed(fault.known)}.`
    case 'duplicate-column':
      return 'This column occurs twice — please remove one of them.'
    case 'ragged-row':
      return `This row has ${fault.cells} cells instead of ${fault.columns} — please check the separators, and that a text with a separator in it stands in quotation marks.`
    case 'open-quote':
      return 'The quotation marks do not match here — please close every text that begins with one, and double those within a text.'
    case 'empty-cell':
      return 'This cell is empty — please enter something.'
    case 'wrong-cell':
      return `This entry does not fit here — right would be ${forms[fault.form]}.`
    case 'one-of-two':
      return `Exactly one of this column and “${fault.other}” is to be filled in — please enter one of the two.`
    case 'needs-other':
      return `This cell only counts together with “${fault.other}”, which is empty — please fill that in too, or empty this one.`
    case 'week-out-of-order':
      return `The weeks of a work pattern are not in order — please begin each with week 1, and let the others follow with the same validity; here it would be week ${fault.expected}.`
    case 'unknown-person':
      return `The specialist “${fault.id}” is not stored — please take over the table of specialists first, or name an id that there is.`
  }
}
