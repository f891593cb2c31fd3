import { canonical } from '@vertretbar/domain/change'
import type { Region } from '@vertretbar/domain/region'
import { regionStore } from '@vertretbar/store/region-store'
import type { Database } from '@vertretbar/store/table'
import { describe, expect, it } from 'vitest'
import { medium } from '../generate/knobs.ts'
import { generateRegion } from '../generate/region.ts'
import { callsOf, Died, dieAt } from './calls.ts'
import { anotherClient, engineOfThisFile, everything, freshDatabase } from './engine.ts'
import { anImport } from './write.ts'

engineOfThisFile()

const older = generateRegion(11).region
const newer = generateRegion(12, { ...medium, members: [3, 6] }).region
const newest = generateRegion(13, { members: [1, 3] }).region

const longTest = { timeout: 120_000 }

/** The import that dies, and the region of each version that may stand afterwards. */
const imports: readonly (readonly [string, ReadonlyMap<number | undefined, Region | undefined>])[] = [
  ['a first import', new Map([[undefined, undefined] as const, [1, newer] as const])],
  ['an import over another region', new Map([[1, older] as const, [2, newer] as const])],
]

describe.each(imports)('%s that is killed', (_, regions) => {
  const [[version, before] = []] = regions
  it.each(['before', 'after'] as const)('%s any of its calls leaves one region whole', longTest, async (when) => {
    const calls = await callsOfImport(before)
    const states = new Set<number | undefined>()
    // One more than there are: the import that dies at none of them shows that the others were all.
    for (let call = 1; call <= calls + 1; call += 1) {
      const database = await stored(before)
      const dying = anotherClient(database)
      dieAt(dying.client, call, when)
      const end = await outcomeOf(regionStore(dying).replace(newer, version, anImport))
      const after = await wholeRegion(database, regions)
      expect(end === 'written' ? [(version ?? 0) + 1] : [...regions.keys()]).toContain(after)
      states.add(after)
      await expectNextImportCleans(database, after)
    }
    expect(states).toEqual(new Set(regions.keys()))
  })
})

async function stored(region: Region | undefined): Promise<Database> {
  const database = await freshDatabase()
  if (region) await regionStore(database).replace(region, undefined, anImport)
  return database
}

async function callsOfImport(before: Region | undefined): Promise<number> {
  const database = anotherClient(await stored(before))
  const calls = callsOf(database.client)
  await regionStore(database).replace(newer, before && 1, anImport)
  expect(calls.length).toBeGreaterThan(6)
  return calls.length
}

async function outcomeOf(import_: Promise<{ readonly kind: string }>): Promise<string> {
  try {
    return (await import_).kind
  } catch (error) {
    if (error instanceof Died) return 'died'
    throw error
  }
}

/** The version that stands; its region must be the one of that version. */
async function wholeRegion(database: Database, regions: ReadonlyMap<number | undefined, Region | undefined>) {
  const store = regionStore(anotherClient(database))
  const snapshot = await store.load('generated')
  const region = regions.get(snapshot?.version)
  expect(snapshot?.region).toEqual(region && canonical(region))
  expect(await store.regions()).toEqual(region === undefined ? [] : ['generated'])
  return snapshot?.version
}

async function expectNextImportCleans(database: Database, version: number | undefined): Promise<void> {
  const next = (version ?? 0) + 1
  expect(await regionStore(database).replace(newest, version, anImport)).toEqual({ kind: 'written', version: next })
  const clean = await stored(newest)
  expect(await keysWithoutGeneration(database)).toEqual(await keysWithoutGeneration(clean))
}

const keysWithoutGeneration = async (database: Database): Promise<string[]> =>
  (await everything(database))
    // The log keeps an entry for each import that became visible.
    .filter(({ pk }) => !pk?.S?.includes('#AUDIT#'))
    .map(({ pk, sk }) => `${pk?.S} / ${sk?.S?.replace(/^G#[^#]+/, 'G')}`)
    .toSorted()
