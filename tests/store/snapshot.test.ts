import { setTimeout } from 'node:timers/promises'
import { DeleteTableCommand } from '@aws-sdk/client-dynamodb'
import { type Change, canonical, changed } from '@vertretbar/domain/change'
import { regionStore } from '@vertretbar/store/region-store'
import { ensureTable } from '@vertretbar/store/table'
import type { RegionStore, Snapshot } from '@vertretbar/usecases/ports'
import { describe, expect, it } from 'vitest'
import { generateRegion } from '../generate/region.ts'
import { callsOf, holdAt } from './calls.ts'
import { anotherClient, engineOfThisFile, referenceRegion, standing, storedReference } from './engine.ts'
import { anImport, writeOf } from './write.ts'

engineOfThisFile()

const inTurn = async (count: number, work: (number: number) => Promise<unknown>): Promise<void> => {
  for (let number = 1; number <= count; number += 1) await work(number)
}

const vendorIs = (number: number, id = 'counter'): Change => ({
  kind: 'put',
  in: 'products',
  member: { id, name: 'Zähler', vendor: String(number), accessLeadWorkingDays: 0 },
})

describe('a snapshot', () => {
  it('is read with two looks at the head and one query per authority and for what they share', async () => {
    const { database } = await storedReference()
    const calls = callsOf(database.client)
    const { region } = await standing(regionStore(database))
    expect(calls).toHaveLength(2 + 1 + region.authorities.length)
    expect(calls.filter((call) => call === 'GetItem')).toHaveLength(2)
    expect(calls.filter((call) => call === 'Query')).toHaveLength(1 + region.authorities.length)
  })

  it('is kept and costs one look at the head as long as it stands', async () => {
    const { database } = await storedReference()
    const store = regionStore(database)
    const snapshot = await standing(store)
    const calls = callsOf(database.client)
    expect(await standing(store)).toBe(snapshot)
    expect(calls).toEqual(['GetItem'])
  })

  it('has the version of a commit that changed nothing', async () => {
    const store = (await storedReference()).store
    for (const version of [2, 3])
      expect(await store.commit(await standing(store), writeOf([]))).toEqual({ kind: 'written', version })
    expect(await standing(store)).toMatchObject({ version: 3 })
  })

  it('is kept after a commit of our own', async () => {
    const { database } = await storedReference()
    const store = regionStore(database)
    await store.commit(await standing(store), writeOf([vendorIs(1)]))
    const calls = callsOf(database.client)
    expect(await standing(store)).toMatchObject({ version: 2 })
    expect(calls).toEqual(['GetItem'])
  })

  it('catches up with commits of others by what they wrote', async () => {
    const { database } = await storedReference()
    const [store, other] = [regionStore(database), regionStore(anotherClient(database))]
    const { region } = await standing(store)
    const calls = callsOf(database.client)
    for (let number = 1; number <= 3; number += 1)
      await other.commit(await standing(other), writeOf([vendorIs(number)]))
    expect((await standing(store)).region).toEqual(changed(region, [vendorIs(3)]))
    expect(calls).toEqual(['GetItem', 'GetItem', 'GetItem'])
  })

  it.each<[string, (other: RegionStore) => Promise<unknown>]>([
    [
      'more commits than the head tells of',
      (other) => inTurn(40, async (number) => other.commit(await standing(other), writeOf([vendorIs(number)]))),
    ],
    [
      'a commit of many things',
      async (other) =>
        other.commit(
          await standing(other),
          writeOf(Array.from({ length: 70 }, (_, number) => vendorIs(number, `counter-${number}`))),
        ),
    ],
    ['an import', (other) => other.replace({ ...referenceRegion(), bookings: [] }, 1, anImport)],
  ])('is read anew after %s', async (_, change) => {
    const { database } = await storedReference()
    const [store, other] = [regionStore(database), regionStore(anotherClient(database))]
    await standing(store)
    await change(other)
    const calls = callsOf(database.client)
    expect(await standing(store)).toMatchObject(await standing(other))
    expect(calls).toContain('Query')
  })

  it('of a table that was made anew is not taken for one that has the same version there', async () => {
    const { database } = await storedReference()
    const store = regionStore(database)
    await standing(store)
    await database.client.send(new DeleteTableCommand({ TableName: database.table }))
    await ensureTable(database.client, database.table)
    const { region } = generateRegion(5)
    const another = { ...region, region: { ...region.region, id: 'wolfenbuettel' } }
    await regionStore(database).replace(another, undefined, anImport)
    expect(await standing(store)).toMatchObject({ version: 1, region: canonical(another) })
  })

  it('builds its index once', async () => {
    const snapshot = await standing((await storedReference()).store)
    expect(snapshot.index).toBe(snapshot.index)
    expect(snapshot.index.region).toBe(snapshot.region)
  })

  it('is of the new region where an import deletes the old one between head and items', async () => {
    const { database } = await storedReference()
    const reader = anotherClient(database)
    const reading = holdAt(reader.client, 'before', 'Query')
    const snapshot = standing(regionStore(reader))
    await reading.reached
    const next = { ...referenceRegion(), bookings: [] }
    await regionStore(database).replace(next, 1, anImport)
    reading.release()
    expect(await snapshot).toMatchObject({ version: 2, region: canonical(next) })
  })

  it('is of one version, however often others write while it is read', { timeout: 60_000 }, async () => {
    const { database } = await storedReference()
    const writer = regionStore(anotherClient(database))
    await writer.commit(await standing(writer), writeOf(numbered(await standing(writer), 0)))
    const done = new AbortController()
    const written = (async () => {
      for (let number = 1; !done.signal.aborted; number += 1) {
        const snapshot = await standing(writer)
        const changes = numbered(snapshot, number)
        const outcome =
          number % 5 === 0
            ? writer.replace(changed(snapshot.region, changes), snapshot.version, anImport)
            : writer.commit(snapshot, writeOf(changes))
        expect(await outcome).toMatchObject({ kind: 'written' })
        await setTimeout(8 * Math.random())
      }
    })()
    const follower = regionStore(anotherClient(database))
    const versions = new Set<number>()
    const endAt = performance.now() + 2500
    while (performance.now() < endAt) {
      const snapshot = await standing(regionStore(anotherClient(database)))
      versions.add(snapshot.version)
      expect(new Set(numbersOf(snapshot)).size).toBe(1)
      expect(new Set(numbersOf(await standing(follower))).size).toBe(1)
    }
    done.abort()
    await written
    expect(versions.size).toBeGreaterThan(3)
  })
})

/**
 * One number in a few things that lie apart: whoever reads two numbers has read two versions. So few that a reader can
 * catch up with several such commits, and cannot with all.
 */
const numbered = ({ region }: Snapshot, number: number): Change[] => [
  ...region.products
    .slice(0, 2)
    .map((member): Change => ({ kind: 'put', in: 'products', member: { ...member, vendor: String(number) } })),
  ...region.requirements
    .filter(({ authority }, index, all) => all.findIndex((other) => other.authority === authority) === index)
    .slice(0, 4)
    .map((member): Change => ({ kind: 'put', in: 'requirements', member: { ...member, label: String(number) } })),
]

const numbersOf = (snapshot: Snapshot): string[] =>
  numbered(snapshot, 0).flatMap((change) => {
    if (change.kind !== 'put') return []
    const { products, requirements } = snapshot.region
    if (change.in === 'products') return products.find(({ id }) => id === change.member.id)?.vendor ?? []
    return requirements.find(({ id }) => id === change.member.id)?.label ?? []
  })
