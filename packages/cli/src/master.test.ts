import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRegion } from '@vertretbar/domain/read-region'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filledFolders, processes, sampleFile, vertretbar } from './test-process.ts'

const read = readRegion(readFileSync(sampleFile))
if (!read.ok) throw new Error('the reference region is broken')
const sample = read.value
const cover = '01J0000000000000000000BK01'

const filled = filledFolders()
let folder: ReturnType<typeof filled>
beforeEach(() => {
  folder = filled()
})
afterEach(() => folder[Symbol.dispose]())

const call = (line: string, ...further: readonly string[]) =>
  vertretbar([...line.split(' '), ...further, ...folder.data, '--today', '2026-11-23'])

/** A file beside the data. */
function file(content: unknown): string {
  const path = join(folder.beside, 'entry.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const pool = sample.agreements.find(({ id }) => id === 'payroll-pool')
const duty = sample.requirements.find(({ id }) => id === 'schladen-werla.procurement.1')

describe('an entry of the master data', processes, () => {
  it('shows the cover it would break, and breaks it when it is stored', async () => {
    const ending = file({ ...pool, validTo: '2026-12-20' })
    const dry = await call('master put agreements', ending)
    expect(dry.stdout).toMatch(/^Probelauf, nichts ist gespeichert\n/)
    expect(dry.stdout).toMatch(/lk-p1\s+sg-sickte, payroll\s+Mo\., 21\. Dez\. 2026, vormittags\s+keine Vereinbarung/)
    const stored = await call('master put agreements', ending, '--apply')
    expect(stored.status).toBe(0)
    expect(stored.stdout).toMatch(/^Der Eintrag ist gespeichert\n[\s\S]+Stand\s+beendet \(weggebrochen\)/)
  })

  it('that is new is named as it will be', async () => {
    const { stdout } = await call('master put requirements', file({ ...duty, id: 'new', label: 'Neue Aufgabe' }))
    expect(stdout).toMatch(
      /1 Lücke entsteht oder wächst dadurch\n.+\n\s+Gemeinde Schladen-Werla, Vergabestelle\s+Neue Aufgabe/,
    )
  })

  it('is refused with every place in its file, and with what refers to it', async () => {
    const wrong = file({ ...pool, givers: ['elm'], validTo: '2026-02-30' })
    const { status, stderr } = await call('master put agreements', wrong)
    expect(status).toBe(1)
    expect(stderr).toContain(`${wrong}: 1 Fehler, nichts wurde übernommen.\n/validTo: Dieser Text passt hier nicht — `)
    expect((await call('master put agreements', file({ ...pool, givers: ['elm'] }))).stderr).toMatch(
      /^\/givers\/0: Die Behörde „elm“ gibt es in dieser Region nicht — /m,
    )
    expect((await call('master put head', file('elm'))).stderr).toContain('bitte geben Sie eine JSON-Datei an')
  })

  it('may be the region itself', async () => {
    const head = { ...sample.region, name: 'Region am Elm' }
    expect((await call('master put head', file(head), '--apply')).stdout).toContain('An Lücken und Vertretungen ändert')
    const strange = file({ ...head, conflicts: [{ areas: ['audit', 'it'], lookBackDays: 1 }] })
    expect((await call('master put head', strange)).stderr).toMatch(/^\/conflicts\/0\/areas\/1: Den Fachbereich „it“ /m)
    const { stdout } = await vertretbar(['export', ...folder.data])
    expect(JSON.parse(stdout)).toMatchObject({ region: head })
  })
})

describe('an entry that is to go', processes, () => {
  it('stays as long as anything refers to it, each told by its id', async () => {
    const { status, stderr } = await call('master remove specialists lk-p1 --apply')
    expect(status).toBe(1)
    expect(stderr.match(/^stored:\S+: Dieser Eintrag verweist noch auf die Fachkraft „lk-p1“ — /gm)).toEqual([
      expect.stringContaining('/absences/abs-019/specialist'),
      expect.stringContaining(`/bookings/${cover}/specialist`),
    ])
    expect((await call('master remove specialists nobody')).stderr).toMatch(/^nobody: Einen Eintrag „nobody“ gibt es/m)
  })

  it('goes with what was said of it, and the gaps it had are told by the name it had', async () => {
    await call('gap acknowledge --requirement sg-oderwald.payroll.1 --need 0 --half-day 2026-12-21/am')
    const gone = await call('master remove requirements sg-oderwald.payroll.1 --apply')
    expect(gone.stdout).toMatch(
      /^Der Eintrag ist entfernt\n\n\d+ Lücken schließen sich oder schrumpfen dadurch\n.+\n\s+Samtgemeinde Oderwald, Personalabrechnung\s+Abrechnungslauf/,
    )
    const { stdout } = await vertretbar(['export', ...folder.data])
    expect(stdout).not.toContain('sg-oderwald.payroll.1')
    expect((await call('audit verify')).status).toBe(0)
  })
})
