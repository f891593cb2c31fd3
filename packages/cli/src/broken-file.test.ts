import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const folder = fileURLToPath(new URL('.', import.meta.url))
const bytes = readFileSync(new URL('../../domain/regions/wolfenbuettel.json', import.meta.url))
const text = bytes.toString('utf8')

async function vertretbar(...args: readonly string[]) {
  const child = spawn(process.execPath, [main, ...args], { env: { PATH: process.env.PATH, LANG: 'de_DE.UTF-8' } })
  const [stdout, stderr] = await Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, 'close')])
  return { status: child.exitCode, stdout, stderr }
}

async function answerTo(content: string | Uint8Array, command: string, ...args: readonly string[]) {
  await using directory = await mkdtempDisposable(join(tmpdir(), 'vertretbar-'))
  const file = join(directory.path, 'region.json')
  await writeFile(file, content)
  return { file, ...(await vertretbar(command, '--region', file, ...args)) }
}

/** The reference region with one text replaced that stands in it. */
function written(before: string, after: string): string {
  if (!text.includes(before)) throw new Error(`the file has no ${before}`)
  return text.replace(before, () => after)
}

const stackTrace = /^\s+at /m

const brackets = '['.repeat(200_000) + ']'.repeat(200_000)
const week = '{ "mo": "full" }'

const broken: readonly (readonly [name: string, content: string | Uint8Array, place: string, sentence: RegExp])[] = [
  ['an empty file', '', '', /sie beginnt mit einer geschweiften Klammer/],
  [
    'a table instead of JSON',
    'Behörde;Name\n',
    '',
    /^Schon ab Zeile 1, Spalte 1 .* bitte geben Sie eine Regionsdatei an/,
  ],
  ['a file cut off', text.slice(0, 5000), '', /^In Zeile \d+, Spalte \d+ .* bitte prüfen Sie dort Klammern/],
  ['a file in UTF-16', Buffer.from(text, 'utf16le'), '', /^Ab Byte \d+ .* bitte speichern Sie die Datei als UTF-8/],
  [
    'a byte that is never UTF-8',
    Buffer.concat([bytes.subarray(0, 9), Uint8Array.of(0xff), bytes.subarray(9)]),
    '',
    /^Ab Byte 9 .* bitte speichern Sie die Datei als UTF-8/,
  ],
  ['200,000 brackets', brackets, '/0'.repeat(64), /höchstens 64 Ebenen/],
  [
    'an unknown field',
    written('"id": "abs-001"', '"id": "abs-001", "reason": "x"'),
    '/absences/0/reason',
    /streichen Sie es.*„reviewOn“/,
  ],
  ['a field twice', written('"id": "abs-001"', '"id": "x", "id": "abs-001"'), '/absences/0/id', /streichen Sie eines/],
  ['a missing field', written('"horizonDays": 90,', ''), '/region/settings/horizonDays', /fehlt — .* eine ganze Zahl/],
  [
    'a word as number',
    written('"horizonDays": 90', '"horizonDays": "x"'),
    '/region/settings/horizonDays',
    /falschen Art — richtig ist eine ganze Zahl/,
  ],
  [
    'an impossible date',
    written('"validFrom": "2019-01-01"', '"validFrom": "2026-02-30"'),
    '/specialists/0/employment/validFrom',
    /ein Tag, den es im Kalender gibt, geschrieben wie 2026-12-07/,
  ],
  [
    'a reversed period',
    written('"from": "2026-12-14/am"', '"from": "2026-12-31/pm"'),
    '/absences/0/to',
    /liegt vor dem Anfang \(2026-12-31\/pm\) — richtig ist 2026-12-31\/pm oder später/,
  ],
  [
    'an id twice',
    written('"id": "abs-002"', '"id": "abs-001"'),
    '/absences/1/id',
    /„abs-001“ ist schon vergeben \(\/absences\/0\/id\) — bitte wählen Sie hier eine andere/,
  ],
  [
    'a reference to nothing',
    written('"homeArea": "payroll"', '"homeArea": "nowhere"'),
    '/specialists/0/homeArea',
    /^Den Fachbereich „nowhere“ gibt es .* nennen Sie eine vorhandene Kennung/,
  ],
  [
    'absences that overlap',
    written(
      '"absences": [',
      '"absences": [{ "id": "x", "specialist": "lk-p2", "from": "2026-12-14/am", "to": "2026-12-14/am" },',
    ),
    '/absences/1/from',
    /überschneidet sich .* \(\/absences\/0\) — bitte trennen Sie beide/,
  ],
  [
    'a key of 4 digits',
    written('"key": "03158"', '"key": "0315"'),
    '/authorities/0/keys/0/key',
    /5, 8, 9 oder 12 Ziffern/,
  ],
  [
    'a pattern of 5 weeks',
    written('"weeks": [', `"weeks": [${`${week},`.repeat(4)}`),
    '/specialists/0/workPattern/0/weeks',
    /höchstens 4 Einträgen/,
  ],
]

/** What `--json` prints of each problem, less its facts. */
const Answer = z.strictObject({ problems: z.array(z.object({ pointer: z.string(), message: z.string() })) })

describe.concurrent('a broken region file is refused with its place and what would be right', () => {
  it.each(broken)('%s', async (_, content, pointer, sentence) => {
    const { file, status, stdout, stderr } = await answerTo(content, 'gaps', '--json')
    const { problems } = Answer.parse(JSON.parse(stdout))
    const [message = ''] = problems.map((problem) => problem.message)
    expect({ status, pointers: problems.map((problem) => problem.pointer) }).toEqual({ status: 1, pointers: [pointer] })
    expect(message).toMatch(sentence)
    expect(stderr).toContain(`${file}: 1 Fehler, nichts wurde übernommen.\n${pointer || 'ganze Datei'}: ${message}\n`)
    expect(stderr).not.toMatch(stackTrace)
  })

  it.each(['validate', 'plan'])('%s prints nothing but its complaint', async (command) => {
    const { status, stdout, stderr } = await answerTo(written('"full"', '"whole"'), command)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^\/specialists\/0\/workPattern\/0\/weeks\/0\/mo: .* „full“, „am“, „pm“\.$/m)
  })

  it.each([
    ['a missing file', 'nowhere.json', 'file-missing', 'bitte den Pfad einer vorhandenen angeben'],
    ['a folder', folder, 'file-unreadable', 'bitte eine lesbare angeben'],
  ])('%s', async (_, file, code, right) => {
    const { status, stdout, stderr } = await vertretbar('gaps', '--region', file, '--json')
    expect(status).toBe(1)
    expect(stderr).toContain(right)
    expect(stderr).not.toMatch(stackTrace)
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ file, code }] })
    expect(stdout).toContain(right)
  })

  it('validate answers with --json on standard output alone', async () => {
    const { status, stdout } = await vertretbar('validate', '--region', folder, '--json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ valid: false, problems: [{ code: 'file-unreadable' }] })
  })
})

describe.concurrent('wrong usage is answered with a way to the help, and with --json with nothing that is no JSON', () => {
  it.each([
    ['no region', ['validate'], '--region'],
    ['an unknown command', ['check'], '„check“'],
    ['an unknown option', ['gaps', '--form', '2026-12-01'], '--form'],
    ['a time limit in words', ['plan', '--region', 'nowhere.json', '--time-limit', 'soon'], '--time-limit'],
  ])('%s', async (_, args, named) => {
    const { status, stdout, stderr } = await vertretbar(...args, '--json')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(named)
    expect(stderr).toContain('vertretbar --help')
    expect(stderr).not.toMatch(stackTrace)
  })
})
