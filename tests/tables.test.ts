import { canonical } from '@vertretbar/domain/change'
import { planImport } from '@vertretbar/domain/import'
import { readRegion } from '@vertretbar/domain/read-region'
import type { Region } from '@vertretbar/domain/region'
import { TableKind } from '@vertretbar/domain/table-fault'
import { planTable, readTable } from '@vertretbar/usecases/csv/plan-table'
import { writeTable } from '@vertretbar/usecases/csv/write-table'
import { expect } from 'vitest'
import { campaign } from './campaign.ts'
import { type Random, randomOf } from './generate/random.ts'
import { generateRegion } from './generate/region.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

campaign('tables: what is exported and imported again is the same', { test: 60, prove: 2000 }, (seed) => {
  const random = randomOf(seed)
  const { region: drawn, today } = generateRegion(seed)
  const region = canonical(renamed(drawn, random))
  const whole = readRegion(bytes(JSON.stringify(region)))
  const rules = { mode: random.pick(['upsert', 'replace'] as const), today, newId: () => 'never' }
  const again = whole.ok && planImport(region, whole.value, rules)
  expect(again).toMatchObject({ ok: true, value: { next: region, preview: { head: 'unchanged', broken: [] } } })
  for (const kind of TableKind.options) {
    const table = readTable(bytes(writeTable(region, kind, random.pick(['de', 'en']))), kind)
    const plan = table.ok ? planTable(forgetful(region, kind, random), table.value, rules) : table
    expect(plan, `${kind} of seed ${seed}`).toMatchObject({ ok: true, value: { next: region } })
  }
})

/** Names that spreadsheets and separators stumble over. */
function renamed(region: Region, random: Random): Region {
  const signs = ['=', '+', '-', '@', "'", '"', ';', ',', '|', ' ', 'ß', '\u{1F600}', 'x', '\uFEFF', '＝']
  const name = (): string => Array.from({ length: random.int(1, 6) }, () => random.pick(signs)).join('')
  return { ...region, specialists: region.specialists.map((one) => ({ ...one, displayName: name() })) }
}

/** The region with some of what a table tells forgotten, for the table to bring back. */
function forgetful(region: Region, kind: TableKind, random: Random): Region {
  switch (kind) {
    case 'absences':
      return { ...region, absences: random.some(region.absences, 0.5) }
    case 'patterns':
      return {
        ...region,
        specialists: region.specialists.map((one) => (random.chance(0.5) ? { ...one, workPattern: [] } : one)),
      }
    case 'specialists':
      return {
        ...region,
        specialists: region.specialists.map((one) =>
          random.chance(0.5) ? { ...one, displayName: 'forgotten', competences: [] } : one,
        ),
      }
  }
}
