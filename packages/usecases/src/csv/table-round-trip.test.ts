import { describe, expect, it } from 'vitest'
import { absences, imported, lines, people, stored, weeks } from './test-table.ts'
import { writeTable } from './write-table.ts'

describe('a table', () => {
  it.each([
    ['specialists', 'de'],
    ['specialists', 'en'],
    ['patterns', 'de'],
    ['patterns', 'en'],
    ['absences', 'de'],
    ['absences', 'en'],
  ] as const)('of %s (%s) that comes back changes nothing, not even where it replaces', (kind, language) => {
    for (const mode of ['upsert', 'replace'] as const) {
      const plan = imported(writeTable(stored, kind, language), stored, mode)
      expect(plan).toMatchObject({ ok: true, value: { next: stored } })
    }
  })

  it.each([
    ['without byte order mark', (csv: string) => csv.replace('\uFEFF', '')],
    ['with commas', (csv: string) => csv.replaceAll('|', '').replaceAll(',', '').replaceAll(';', ',')],
    ['with line feeds', (csv: string) => csv.replaceAll('\r\n', '\n')],
    ['without a last line end', (csv: string) => csv.trimEnd()],
    ['with empty rows', (csv: string) => `${csv};;;;;;\r\n\r\n`],
    ['with days as German spreadsheets save them', (csv: string) => csv.replace(/(\d{4})-(\d\d)-(\d\d)/g, '$3.$2.$1')],
    ['with its columns in another order', (csv: string) => csv.replace(/^(\uFEFF)?(.*?);(.*?);/gm, '$1$3;$2;')],
    ['with blanks around the cells', (csv: string) => csv.replaceAll(';', ' ; ')],
  ])('%s is read alike', (_, change) => {
    expect(imported(change(writeTable(stored, 'absences', 'de')))).toMatchObject({ ok: true, value: { next: stored } })
  })

  it.each([
    '=1+1',
    '+49 5331',
    '-1',
    '@home',
    "'=1",
    "''-x",
    '＝1',
    'a;b',
    'a,b',
    'say "hi"',
    ' padded ',
    "'s Gravenhage",
    'Ä|ö',
  ])('neutralises and finds again: %s', (displayName) => {
    const region = { ...stored, specialists: stored.specialists.map((one) => ({ ...one, displayName })) }
    const csv = writeTable(region, 'specialists', 'de')
    expect(csv).not.toMatch(/(?:^|;)"?[=+\-@＝]/m)
    expect(imported(csv)).toMatchObject({ ok: true, value: { next: region } })
  })

  it('gives an absence without an id a new one, and takes empty halves for whole days', () => {
    const plan = imported(lines(absences, ';bert;07.12.2026;;2026-12-09;;'))
    if (!plan.ok) throw new Error(JSON.stringify(plan.refusal))
    const { next, preview } = plan.value
    expect(next.absences).toContainEqual({
      id: 'new-1',
      specialist: 'bert',
      from: '2026-12-07/am',
      to: '2026-12-09/pm',
    })
    expect(preview.broken).toMatchObject([{ booking: 'cover' }])
  })

  it('changes a person and keeps their work patterns; a new one has none yet', () => {
    const plan = imported(
      lines(people, 'anna;Anna A.;city;payroll;2025-01-01;;;;;;;', 'cleo;Cleo;city;payroll;2026-01-01;;;;;;;3'),
    )
    expect(plan).toMatchObject({
      value: {
        next: {
          specialists: [
            { id: 'anna', displayName: 'Anna A.', workPattern: stored.specialists[0]?.workPattern, competences: [] },
            { id: 'bert' },
            { id: 'cleo', workPattern: [], coverLimitHalfDaysPerWeek: 3 },
          ],
        },
      },
    })
  })

  it('gives the people it names their patterns, and takes them from the others only where it replaces', () => {
    const csv = lines(weeks, 'bert;2026-01-01;;1;ganztags;;;;;;', 'bert;2026-01-01;;2;;;vormittags;;;;')
    const bert = { id: 'bert', workPattern: [{ validFrom: '2026-01-01', weeks: [{ mo: 'full' }, { we: 'am' }] }] }
    const [anna] = stored.specialists
    expect(imported(csv)).toMatchObject({ value: { next: { specialists: [anna, bert] } } })
    expect(imported(csv, stored, 'replace')).toMatchObject({
      value: { next: { specialists: [{ id: 'anna', workPattern: [] }, bert] } },
    })
  })

  it('removes absences that it does not name only where it replaces', () => {
    const csv = lines(absences, 'leave;bert;2026-12-01;nachmittags;2026-12-04;vormittags;')
    expect(imported(csv)).toMatchObject({ value: { next: { absences: [{}, {}] } } })
    expect(imported(csv, stored, 'replace')).toMatchObject({ value: { next: { absences: [{ id: 'leave' }] } } })
  })
})
