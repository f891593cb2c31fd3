import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { filledFolders, processes, vertretbar } from './test-process.ts'

const filled = filledFolders()
let folder: ReturnType<typeof filled>
beforeEach(() => {
  folder = filled()
})
afterEach(() => folder[Symbol.dispose]())

const Verdict = z.object({
  entries: z.int(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  findings: z.array(z.unknown()),
})

const call = (line: string) => vertretbar([...line.split(' '), ...folder.data, '--today', '2026-11-23'])

/** Somebody goes to the data file itself, past Vertretbar; how many rows they touched. */
function tamper(sql: string): number | bigint {
  const database = new DatabaseSync(join(folder.path, 'store.db'))
  try {
    return database.prepare(sql).run().changes
  } finally {
    database.close()
  }
}

const entry = (number: number): string => `pk LIKE '%#AUDIT#%' AND sk LIKE '%${String(number).padStart(12, '0')}'`

describe('audit verify', processes, () => {
  it('tells how many entries there are and where the chain ends', async () => {
    const before = await call('audit verify --json')
    const { entries, digest, findings } = Verdict.parse(JSON.parse(before.stdout))
    expect({ entries, findings }).toEqual({ entries: 1, findings: [] })
    await call('absence withdraw abs-019 --apply')
    const { status, stdout } = await call('audit verify')
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /^Das Protokoll ist unverändert und vollständig: 2 Einträge\.\nPrüfsumme des letzten Eintrags: [0-9a-f]{64}\n$/,
    )
    expect(stdout).not.toContain(digest)
  })

  it('ends with 1 and each finding by its number once somebody was at the data', async () => {
    await call('absence withdraw abs-019 --apply')
    await call('absence withdraw abs-018 --apply')
    expect(tamper(`DELETE FROM vertretbar WHERE ${entry(2)}`)).toBe(1)
    expect(
      tamper(`UPDATE vertretbar SET item_json = replace(item_json, 'operator', 'somebody') WHERE ${entry(3)}`),
    ).toBe(1)
    const { status, stdout } = await call('audit verify')
    expect(status).toBe(1)
    expect(stdout).toMatch(
      /^Das Protokoll ist nicht in Ordnung: 2 Befunde bei 3 Einträgen\.\n {2}Eintrag 2 fehlt\.\n {2}Eintrag 3 wurde verändert\.\n/,
    )
  })

  it('does not need a region that can still be read', async () => {
    await call('absence withdraw abs-019 --apply')
    const person = `sk LIKE '%SPECIALIST#lk-p1'`
    expect(tamper(`UPDATE vertretbar SET item_json = replace(item_json, 'LK P1', '<b>') WHERE ${person}`)).toBe(1)
    const { status, stdout } = await call('audit verify --json --lang en')
    expect(status).toBe(1)
    const [finding, ...others] = Verdict.parse(JSON.parse(stdout)).findings
    expect([finding, others]).toMatchObject([{ code: 'content', number: 2 }, []])
    expect(stdout).toMatch(/"item": "lk-wolfenbuettel\/SPECIALIST#[0-9a-f]{32}"/)
    expect(stdout).not.toContain('lk-p1')
  })
})
