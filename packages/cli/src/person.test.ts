import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PersonData } from '@vertretbar/usecases/person-data'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filledFolders, processes, sampleFile, vertretbar } from './test-process.ts'

const filled = filledFolders()
let folder: ReturnType<typeof filled>
beforeEach(() => {
  folder = filled()
})
afterEach(() => folder[Symbol.dispose]())

const call = (line: string) => vertretbar([...line.split(' '), ...folder.data, '--today', '2026-11-23'])

/** Everything that the engine has stored, as it lies there. */
function storedText(): string {
  const database = new DatabaseSync(join(folder.path, 'store.db'), { readOnly: true })
  try {
    return database
      .prepare('SELECT pk, sk, item_json FROM vertretbar')
      .all()
      .map((row) => Object.values(row).join(' '))
      .join('\n')
  } finally {
    database.close()
  }
}

describe('person', processes, () => {
  it('export is all that is kept of somebody, as one document', async () => {
    const { status, stdout } = await call('person export lk-v1')
    expect(status).toBe(0)
    const data = PersonData.parse(JSON.parse(stdout))
    expect(data.specialist?.id).toBe('lk-v1')
    expect(data.changes.map(({ action }) => action)).toEqual(['import'])
  })

  it('erase shows first what would go, and stores nothing', async () => {
    const before = storedText()
    const { status, stdout } = await call('person erase lk-v1')
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /^Probelauf, nichts ist gespeichert\n\nGelöscht würden der Eintrag der Person, \d+ Abwesenheit/,
    )
    expect(storedText()).toBe(before)
  })

  it('erase --apply leaves their code in no item and no kept export, and says which it deleted', async () => {
    await call('booking withdraw 01J0000000000000000000BK03')
    await vertretbar(['import', sampleFile, '--apply', ...folder.data, '--today', '2026-11-24'])
    const exports = join(folder.path, 'exports')
    const [kept, ...others] = readdirSync(exports)
    expect([others, readFileSync(join(exports, kept ?? ''), 'utf8')]).toEqual([[], expect.stringContaining('"lk-v1"')])
    const { status, stdout } = await call('person erase lk-v1 --apply')
    expect([status, stdout]).toEqual([
      0,
      `Alle Angaben zu dieser Person sind gelöscht\nGelöscht ist auch dieser aufbewahrte Stand vor einem Import: ${join(exports, kept ?? '')}\n`,
    ])
    expect(readdirSync(exports)).toEqual([])
    expect(storedText()).not.toMatch(/"lk-v1\\?"|#lk-v1\b|LK V1/)
    expect((await call('audit verify')).status).toBe(0)
    const again = await call('person erase lk-v1 --apply')
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('lk-v1')])
  })

  it('erase is refused as long as a booking is open', async () => {
    const { status, stderr } = await call('person erase lk-p1')
    expect([status, stderr]).toEqual([1, expect.stringContaining('01J0000000000000000000BK01')])
  })

  it.each(['export', 'erase'])('%s of nobody is refused', async (verb) => {
    const { status, stderr } = await call(`person ${verb} nobody`)
    expect([status, stderr]).toEqual([1, expect.stringContaining('nobody')])
  })
})

const inAYear = (line: string) => vertretbar([...line.split(' '), ...folder.data, '--today', '2028-03-01'])

describe('retention', processes, () => {
  it('shows what is due, deletes it when told to, and then finds nothing', async () => {
    const shown = await inAYear('retention')
    expect(shown.stdout).toMatch(/^Probelauf, nichts ist gespeichert\n\nLange genug aufbewahrt: \d\d+ Abwesenheiten, /)
    expect(storedText()).toContain('abs-019')
    const applied = await inAYear('retention --apply')
    expect(applied.stdout).toMatch(/^Was nicht länger aufbewahrt wird, ist gelöscht\nLange genug aufbewahrt: /)
    expect(storedText()).not.toContain('abs-019')
    expect((await inAYear('retention')).stdout).toContain('Nichts ist so lange aufbewahrt')
    expect((await inAYear('audit verify')).status).toBe(0)
  })

  it('is never told, though it is not deleted yet', async () => {
    expect((await inAYear('absence list')).stdout).not.toContain('abs-019')
    expect((await inAYear('export')).stdout).not.toContain('abs-019')
    expect(storedText()).toContain('abs-019')
  })
})

it('data-protection prints the sheet in either language, without any data', processes, async () => {
  const german = await vertretbar(['data-protection'])
  expect([german.status, german.stdout.split('\n')[0]]).toEqual([0, '# Datenblatt zum Datenschutz'])
  const english = await vertretbar(['data-protection', '--lang', 'en'])
  expect([english.status, english.stdout.split('\n')[0]]).toEqual([0, '# Data-protection sheet'])
})
