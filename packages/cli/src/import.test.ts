import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { planImport } from '@vertretbar/domain/import'
import { readRegion } from '@vertretbar/domain/read-region'
import type { Region } from '@vertretbar/domain/region'
import { importRegion } from '@vertretbar/usecases/import-region'
import { describe, expect, it } from 'vitest'
import { openInstallation } from './installation/installation.ts'
import { importing } from './test-import.ts'
import { aFolder, processes, sampleFile, vertretbar } from './test-process.ts'

const read = readRegion(readFileSync(sampleFile))
if (!read.ok) throw new Error('the reference region is broken')
const sample = read.value

const { folder, file, imported, exported } = importing()
const storedText = async (): Promise<string> => (await exported()).stdout
const region = (fields: Partial<Region>): string => JSON.stringify({ ...sample, ...fields })

describe('import of a region file', processes, () => {
  it('is a dry run unless it is told to apply', async () => {
    using empty = aFolder()
    const data = ['--data', empty.path]
    const dry = await vertretbar(['import', sampleFile, ...data])
    expect(dry.status).toBe(0)
    expect(dry.stdout).toMatch(/Probelauf, nichts wurde übernommen[\s\S]+Fachkräfte\s+34\s+–[\s\S]+Mit --apply/)
    expect((await vertretbar(['export', ...data])).stderr).toContain('noch keine Region gespeichert')

    const applied = await vertretbar(['import', sampleFile, '--apply', ...data])
    expect(applied.stdout).toMatch(/wolfenbuettel\.json ist übernommen/)
    expect(JSON.parse((await vertretbar(['export', ...data])).stdout)).toMatchObject({ region: sample.region })
  })

  it('into what is stored shows what changes and breaks, and keeps the state before', async () => {
    const before = await storedText()
    const away = { id: 'abs-new', specialist: 'lk-p1', from: '2026-12-21/am', to: '2026-12-22/pm' }
    const changed = file('changed.json', region({ absences: [away], bookings: [] }))
    const { stdout, status } = await imported(changed, '--apply', '--json')
    expect(status).toBe(0)
    const kept = readdirSync(join(folder().path, 'exports'))
    expect(JSON.parse(stdout)).toMatchObject({
      isApplied: true,
      kept: join(folder().path, 'exports', kept[0] ?? ''),
      preview: {
        lists: { absences: { added: 1, changed: 0, removed: 0, unchanged: 23 }, bookings: { unchanged: 3 } },
        broken: [
          {
            specialist: 'lk-p1',
            authority: 'sg-sickte',
            halfDays: [{ halfDay: '2026-12-21/am', codes: ['not-available'] }],
          },
        ],
      },
    })
    expect(JSON.parse(await storedText())).toMatchObject({
      absences: { length: 24 },
      bookings: [{ status: 'ended', reason: 'broken', halfDays: [] }, {}, {}],
    })

    const back = await imported(join(folder().path, 'exports', kept[0] ?? ''), '--replace', '--apply')
    expect(back.stdout).toMatch(/Abwesenheiten\s+–\s+–\s+1\s+23/)
    expect(await storedText()).toBe(before)
  })

  it('of what only says another day is a change, and what is exported then is stored already', async () => {
    const { stdout } = await imported(file('later.json', region({ asOf: '2026-11-30', $schema: '' })), '--apply')
    expect(stdout).toMatch(/Region\s+–\s+1\s+–\s+–/)
    const later = await storedText()
    expect(JSON.parse(later)).toMatchObject({ asOf: '2026-11-30', $schema: '' })
    const again = file('again.json', later)
    expect((await imported(again, '--apply')).stdout).toContain('Die Datei ändert nichts.')
    expect((await imported(again, '--apply', '--replace')).stdout).toContain('Die Datei ändert nichts.')
    expect(await storedText()).toBe(later)
  })

  it('of what was said of gaps alone is a change', async () => {
    const mark = { id: 'mark', kind: 'acknowledged', requirement: 'sg-sickte.payroll.1', need: 0 } as const
    const said = { halfDays: [{ halfDay: '2026-12-21/pm', shortage: 1 }], by: 'operator', at: '2026-11-23T08:00:00Z' }
    const { stdout } = await imported(file('marks.json', region({ gapMarks: [{ ...mark, ...said }] })))
    expect(stdout).toMatch(/Vermerke zu Lücken\s+1\s+–\s+–\s+–/)
    expect(stdout).not.toContain('Die Datei ändert nichts.')
  })

  it('tells broken cover in words', async () => {
    const { stdout } = await imported(file('none.json', region({ bookings: [] })), '--replace')
    expect(stdout).toContain('3 laufende Vertretungen brechen dadurch weg')
    expect(stdout).toMatch(
      /lk-p1\s+sg-sickte, payroll\s+Mo\., 21\. Dez\. 2026, vormittags\s+Buchung nicht in der Datei/,
    )
  })

  it('is refused with every place, and stores nothing', async () => {
    const before = await storedText()
    const across = { id: 'abs-new', specialist: 'lk-p2', from: '2026-12-23/pm', to: '2026-12-28/pm' }
    const nobody = { id: 'abs-two', specialist: 'nobody', from: '2026-12-01/am', to: '2026-12-01/am' }
    const bad = file('bad.json', region({ absences: [across, nobody] }))
    const { status, stderr } = await imported(bad, '--apply')
    expect(status).toBe(1)
    expect(stderr).toContain('bad.json: 2 Fehler, nichts wurde übernommen.')
    expect(stderr).toMatch(
      /^\/absences\/0\/from: Diese Abwesenheit überschneidet sich .*\(stored:\/absences\/abs-001\)/m,
    )
    expect(stderr).toMatch(/^\/absences\/1\/specialist: Die Fachkraft „nobody“ gibt es in dieser Datei nicht — /m)
    expect(await storedText()).toBe(before)
  })

  it('never drops what a live booking needs', async () => {
    const agreements = sample.agreements.filter(({ id }) => id !== 'payroll-pool')
    const { status, stderr } = await imported(
      file('less.json', region({ agreements, bookings: [] })),
      '--replace',
      '--apply',
    )
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /^\/agreements: Die Vereinbarung „payroll-pool“ .* laufende Vertretung 01J0000000000000000000BK01/m,
    )
  })

  it('of a part of a region finds the rest in the store', async () => {
    const none = { serviceAreas: [], products: [], authorities: [], agreements: [], requirements: [], absences: [] }
    const specialists = sample.specialists.slice(0, 1).map((one) => ({ ...one, id: 'lk-p99' }))
    const part = region({ ...none, bookings: [], refusals: [], specialists })
    expect((await imported(file('part.json', part))).stdout).toMatch(/Fachkräfte\s+1\s+–\s+–\s+34/)
  })

  it('is for the region that the file names', async () => {
    expect((await imported(sampleFile, '--region-id', 'elm')).stderr).toContain(
      '--region-id: Die Datei enthält eine andere Region (wolfenbuettel) — ',
    )
  })
})

const by = { actor: 'operator', at: '2026-11-23T08:00:00.000Z', newId: () => 'message' }
const rival = { actor: 'rival', at: by.at, action: 'import' }

describe('an import that loses a race', processes, () => {
  it('is decided again on what the winner left', async () => {
    const opened = await openInstallation({ data: folder().path, now: Date.now, report: () => undefined })
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
    await using installation = opened.value
    const { regions } = installation.ports
    const renamed = { ...sample, region: { ...sample.region, name: 'Region am Elm' } }
    const rules = { mode: 'upsert', today: '2026-11-23' } as const
    const seen: number[] = []
    const outcome = await importRegion(regions, {
      region: sample.region.id,
      by,
      decide: (current) => planImport(current, { ...renamed, absences: [] }, rules),
      keep: async ({ region: before, version }) => {
        seen.push(version)
        // A rival takes one absence away, between the decision and the write.
        if (seen.length === 1) await regions.replace({ ...before, absences: before.absences.slice(1) }, version, rival)
        return 'kept'
      },
    })
    expect(outcome).toMatchObject({ ok: true, value: { isApplied: true } })
    expect(seen).toHaveLength(2)
    const stored = await regions.load(sample.region.id)
    expect(stored?.region.region.name).toBe('Region am Elm')
    expect(stored?.region.absences).toHaveLength(sample.absences.length - 1)
  })

  it('gives up after about two seconds without having written', async () => {
    const opened = await openInstallation({ data: folder().path, now: Date.now, report: () => undefined })
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
    await using installation = opened.value
    const { regions } = installation.ports
    const renamed = { ...sample, region: { ...sample.region, name: 'Region am Elm' } }
    const outcome = await importRegion(regions, {
      region: sample.region.id,
      by,
      decide: (current) => planImport(current, renamed, { mode: 'upsert', today: '2026-11-23' }),
      keep: async ({ region: before, version }) => {
        await regions.replace(before, version, rival)
        return 'kept'
      },
    })
    expect(outcome).toEqual({ ok: false, refusal: [{ code: 'region-changing' }] })
    expect((await regions.load(sample.region.id))?.region.region.name).toBe('Region Wolfenbüttel')
  })
})
