import { setTimeout } from 'node:timers/promises'
import { DeleteTableCommand } from '@aws-sdk/client-dynamodb'
import { type Change, canonical, changed } from '@vertretbar/domain/change'
import { regionStore } from '@vertretbar/store/region-store'
import { type Database, ensureTable } from '@vertretbar/store/table'
import type { Snapshot } from '@vertretbar/usecases/ports'
import { describe, expect, it } from 'vitest'
import { generateRegion } from '../generate/region.ts'
import { callsOf } from './calls.ts'
import { anotherClient, engineOfThisFile, referenceRegion, standing } from './engine.ts'

const { freshDatabase } = engineOfThisFile()

const id = 'wolfenbuettel'

async function storedReference(): Promise<Database> {
  const database = await freshDatabase()
  await regionStore(database).replace(referenceRegion(), undefined)
  return database
}

const vendorIs = (number: number): Change => ({
  kind: 'put',
  in: 'products',
  member: { id: 'counter', name: 'Zähler', vendor: String(number), accessLeadWorkingDays: 0 },
})

describe('a snapshot', () => {
  it('is read with two looks at the head and one query per authority and for what they share', async () => {
    const database = await storedReference()
    const calls = callsOf(database.client)
    const { region } = await standing(regionStore(database))
    expect(calls).toHaveLength(2 + 1 + region.authorities.length)
    expect(calls.filter((call) => call === 'GetItem')).toHaveLength(2)
    expect(calls.filter((call) => call === 'Query')).toHaveLength(1 + region.authorities.length)
  })

  it('is kept and costs one look at the head as long as it stands', async () => {
    const database = await storedReference()
    const store = regionStore(database)
    const snapshot = await standing(store)
    const calls = callsOf(database.client)
    expect(await standing(store)).toBe(snapshot)
    expect(calls).toEqual(['GetItem'])
  })

  it('is kept after a commit of our own', async () => {
    const database = await storedReference()
    const store = regionStore(database)
    await store.commit(await standing(store), [vendorIs(1)])
    const calls = callsOf(database.client)
    expect(await standing(store)).toMatchObject({ version: 2 })
    expect(calls).toEqual(['GetItem'])
  })

  it('is read again after a commit or an import of somebody else', async () => {
    const database = await storedReference()
    const store = regionStore(database)
    const other = regionStore(anotherClient(database))
    await standing(store)
    await other.commit(await standing(other), [vendorIs(1)])
    expect((await standing(store)).region.products.map(({ vendor }) => vendor)).toContain('1')
    await other.replace(referenceRegion(), 2)
    expect((await standing(store)).region).toEqual(canonical(referenceRegion()))
  })

  it('of a table that was made anew is not taken for one that has the same version there', async () => {
    const database = await storedReference()
    const store = regionStore(database)
    await standing(store)
    await database.client.send(new DeleteTableCommand({ TableName: database.table }))
    await ensureTable(database.client, database.table)
    const { region } = generateRegion(5)
    const another = { ...region, region: { ...region.region, id } }
    await regionStore(database).replace(another, undefined)
    expect(await standing(store)).toMatchObject({ version: 1, region: canonical(another) })
  })

  it('builds its index once', async () => {
    const snapshot = await standing(regionStore(await storedReference()))
    expect(snapshot.index).toBe(snapshot.index)
    expect(snapshot.index.region).toBe(snapshot.region)
  })

  it('is of one version, however often others write while it is read', { timeout: 60_000 }, async () => {
    const database = await storedReference()
    const writer = regionStore(anotherClient(database))
    await writer.commit(await standing(writer), numbered(await standing(writer), 0))
    const done = new AbortController()
    const written = (async () => {
      for (let number = 1; !done.signal.aborted; number += 1) {
        const snapshot = await standing(writer)
        const changes = numbered(snapshot, number)
        const outcome =
          number % 5 === 0
            ? writer.replace(changed(snapshot.region, changes), snapshot.version)
            : writer.commit(snapshot, changes)
        expect(await outcome).toMatchObject({ kind: 'written' })
        await setTimeout(8 * Math.random())
      }
    })()
    const versions = new Set<number>()
    const endAt = performance.now() + 2500
    while (performance.now() < endAt) {
      const { version, region } = await standing(regionStore(anotherClient(database)))
      versions.add(version)
      const numbers = [...region.products.map(({ vendor }) => vendor), ...region.requirements.map(({ label }) => label)]
      expect(new Set(numbers).size).toBe(1)
    }
    done.abort()
    await written
    expect(versions.size).toBeGreaterThan(3)
  })
})

/** One number at each authority and in what they share: whoever reads two numbers has read two versions. */
const numbered = ({ region }: Snapshot, number: number): Change[] => [
  ...region.products.map(
    (member): Change => ({ kind: 'put', in: 'products', member: { ...member, vendor: String(number) } }),
  ),
  ...region.requirements.map(
    (member): Change => ({ kind: 'put', in: 'requirements', member: { ...member, label: String(number) } }),
  ),
]
