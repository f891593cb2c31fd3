import { canonical } from '@vertretbar/domain/change'
import type { Region } from '@vertretbar/domain/region'
import { agreement, authority, booking, runsA, since, specialist, testRegion } from '@vertretbar/domain/test-region'
import { planTable, readTable, type TableRules } from './plan-table.ts'

const rules: TableRules = { mode: 'upsert', today: '2026-11-23', newId: () => 'new-1' }

/** A city and a parish with whatever a table can hold. */
export const stored = canonical(
  testRegion({
    authorities: [authority('city'), authority('parish', { deployments: [runsA] })],
    agreements: [agreement('pool')],
    specialists: [
      specialist('anna', {
        workPattern: [
          { ...since, weeks: [{ mo: 'full', tu: 'am' }, {}, { we: 'pm' }] },
          { validFrom: '2026-01-01', validTo: '2026-06-30', weeks: [{ su: 'full' }] },
          { validFrom: '2026-01-01', weeks: [{ sa: 'am' }] },
        ],
        weeklyMinutes: [
          { ...since, minutes: 2340 },
          { validFrom: '2026-01-01', validTo: '2026-12-31', minutes: 1175 },
        ],
        competences: [
          { area: 'payroll', roles: ['clerk', 'approver'], products: ['a', 'b'] },
          { area: 'audit', roles: [], products: ['a'] },
          { area: 'registry', roles: ['registrar'], products: [] },
          { area: 'registry', roles: [], products: [] },
        ],
        exclusions: [
          { authority: 'parish', area: 'audit', ...since },
          { authority: 'parish', ...since },
        ],
        coverLimitHalfDaysPerWeek: 0,
      }),
      specialist('bert', { employment: { validFrom: '2025-01-01', validTo: '2027-03-31' } }),
    ],
    absences: [
      { id: 'leave', specialist: 'bert', from: '2026-12-01/pm', to: '2026-12-04/am' },
      { id: 'open', specialist: 'bert', from: '2027-01-04/am', reviewOn: '2027-02-01' },
    ],
    bookings: [
      booking('bert', '2026-12-08/am', { id: 'cover', authority: 'parish', area: 'payroll', agreement: 'pool' }),
    ],
  }).region,
)

/** The bytes of a file. */
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What a table makes of a stored region. */
export function imported(csv: string | Uint8Array, current: Region = stored, mode: TableRules['mode'] = 'upsert') {
  const table = readTable(typeof csv === 'string' ? bytes(csv) : csv, undefined)
  return table.ok ? planTable(current, table.value, { ...rules, mode }) : table
}

/** The German headers of the three tables. */
export const absences = 'Kennung;Fachkraft;Erster Tag;Beginnt;Letzter Tag;Endet;Prüftermin'
export const people =
  'Kennung;Name;Behörde;Fachbereich;Beschäftigt ab;Beschäftigt bis;Wochenstunden;Kompetenzen;Bestellungen und Vollmachten;Zugänge;Befangenheiten;Vertretung höchstens'
export const weeks = 'Fachkraft;Gültig ab;Gültig bis;Woche;Montag;Dienstag;Mittwoch;Donnerstag;Freitag;Samstag;Sonntag'
/** Rows as a file. */
export const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n`
