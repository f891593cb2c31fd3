import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importing } from './test-import.ts'
import { processes, vertretbar } from './test-process.ts'

const { folder, file, imported, exported } = importing()

describe('export', processes, () => {
  it('writes a region file that is valid, the same on standard output and into a file', async () => {
    const path = join(folder().beside, 'out.json')
    expect((await exported('--output', path)).stdout).toBe(`Geschrieben: ${path}\n`)
    expect(readFileSync(path, 'utf8')).toBe((await exported()).stdout)
    expect((await vertretbar(['validate', '--region', path])).status).toBe(0)
  })

  it.each(['specialists', 'patterns', 'absences'])('as a table of %s can be changed and imported', async (kind) => {
    const path = join(folder().beside, 'out.csv')
    await exported('--csv', kind, '--output', path)
    const csv = readFileSync(path, 'utf8')
    expect(csv).toMatch(/^\uFEFF[^\n]+;[^\n]+\r\n/)
    expect((await imported(file('same.csv', csv), '--replace')).stdout).toContain('Die Datei ändert nichts.')

    const other =
      {
        specialists: ['LK P1', 'LK Eins'],
        patterns: ['ganztags', 'vormittags'],
        absences: ['2026-12-23', '2026-12-24'],
      }[kind] ?? []
    const changed = csv.replace(other[0] ?? '', other[1] ?? '')
    const applied = await imported(file('table.txt', changed), '--apply', '--kind', kind)
    expect(applied.stdout).toMatch(/(?:Fachkräfte|Abwesenheiten)\s+–\s+1\s+–/)
    await exported('--csv', kind, '--output', path)
    expect(readFileSync(path, 'utf8')).toBe(changed)
  })
})

describe('import of a table', processes, () => {
  it('is refused with row and column of every problem', async () => {
    const rows = [
      'Kennung;Fachkraft;Erster Tag;Beginnt;Letzter Tag;Endet;Prüftermin',
      ';lk-p1;2026-12-01;;2026-12-02;;',
      ';lk-p1;02.12.2026;nachmittags;2026-12-03;;',
      ';nobody;2026-12-01;;2026-12-02;;',
    ]
    const { status, stderr } = await imported(file('absences.csv', rows.join('\r\n')), '--apply')
    expect(status).toBe(1)
    expect(stderr).toMatch(/^Zeile 3, Spalte „Erster Tag“: Diese Abwesenheit überschneidet sich .*\(Zeile 2\)/m)
    expect(stderr).toMatch(/^Zeile 4, Spalte „Fachkraft“: Die Fachkraft „nobody“/m)
    expect(stderr).toMatch(/absences\.csv: 2 Fehler, nichts wurde übernommen\./)
    const json = await imported(file('absences.csv', rows.join('\r\n')), '--json')
    expect(JSON.parse(json.stdout)).toMatchObject({
      problems: [
        { row: 4, column: 'Fachkraft' },
        { row: 3, column: 'Erster Tag', code: 'overlapping-absences', other: '#row=2' },
      ],
    })
  })

  it('that Excel saved in its old encoding is refused with its row', async () => {
    const path = file('old.csv', '')
    writeFileSync(path, Buffer.from('Kennung;Fachkraft;Erster Tag;Beginnt;Letzter Tag;Endet;Prüftermin\r\n', 'latin1'))
    expect((await imported(path)).stderr).toMatch(/^Zeile 1: Ab Byte 57 ist die Datei kein gültiges UTF-8 — /m)
  })

  it('shows its columns with the help', async () => {
    const { stdout } = await vertretbar(['import', '--help'])
    expect(stdout).toMatch(/Spalten der Tabellen[\s\S]+Prüftermin/)
    expect((await vertretbar(['--help'])).stdout).not.toContain('Prüftermin')
  })

  it.each([
    ['a kind that is none', ['import', 'x.csv', '--kind', 'people']],
    ['no file', ['import']],
    ['two files', ['import', 'a.csv', 'b.csv']],
    ['a file to export', ['export', 'a.json']],
    ['a port that is none', ['serve', '--port', '65536']],
    ['a folder without a name', ['serve', '--data', '']],
  ])('%s is wrong usage', async (_, args) => {
    expect(await vertretbar(args)).toMatchObject({ status: 2, stdout: '' })
  })
})
