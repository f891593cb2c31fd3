import { type Change, canonical, changed } from '@vertretbar/domain/change'
import type { Feed } from '@vertretbar/domain/feed'
import type { Region } from '@vertretbar/domain/region'
import { member as memberOf } from '@vertretbar/domain/test-member'
import { feedStore } from '@vertretbar/store/feed-tokens'
import { identityStore } from '@vertretbar/store/identities'
import { regionStore } from '@vertretbar/store/region-store'
import type { Database } from '@vertretbar/store/table'
import { describe, expect, it } from 'vitest'
import { campaign } from '../campaign.ts'
import { generateRegion } from '../generate/region.ts'
import { callsOf } from './calls.ts'
import { drawChanges, feedTokens, logins } from './changes.ts'
import {
  anotherClient,
  engineOfThisFile,
  everything,
  freshDatabase,
  referenceRegion,
  standing,
  storedReference,
} from './engine.ts'
import { anImport, writeOf } from './write.ts'

engineOfThisFile()

const one = <Thing>([first]: readonly Thing[]): Thing => {
  if (first === undefined) throw new Error('the reference region has none')
  return first
}

/** Changes of each kind, and how many items they write or delete besides the head and the entry of the log. */
const kindsOfChange: readonly (readonly [string, (region: Region) => readonly Change[], items: number])[] = [
  ['nothing', () => [], 0],
  ['the head of the region', ({ region }) => [{ kind: 'put-head', head: { ...region, name: 'Neu' } }], 1],
  ['an absence, with its person', ({ absences }) => [{ kind: 'remove', in: 'absences', id: one(absences).id }], 1],
  ['a new product', () => [{ kind: 'put', in: 'products', member: product(0) }], 1],
  ['a booking that is gone', ({ bookings }) => [{ kind: 'remove', in: 'bookings', id: one(bookings).id }], 1],
  ['a refusal', (region) => [{ kind: 'put-refusal', refusal: refusalOf(region) }], 1],
  [
    'a refusal that comes and goes',
    (region) => [
      { kind: 'put-refusal', refusal: refusalOf(region) },
      { kind: 'remove-refusal', refusal: refusalOf(region) },
    ],
    0,
  ],
  [
    'a new authority',
    ({ authorities }) => [{ kind: 'put', in: 'authorities', member: { ...one(authorities), id: 'new' } }],
    1,
  ],
  ['somebody who was invited', () => [{ kind: 'put', in: 'members', member: memberOf('new') }], 1],
  [
    'somebody who has logged in, and their login',
    () => [{ kind: 'put', in: 'members', member: memberOf('new', { identity: one(logins) }) }],
    2,
  ],
  ['a calendar feed, and its token', () => [{ kind: 'put', in: 'feeds', member: aFeed }], 2],
]

const aFeed: Feed = {
  id: 'calendar',
  member: 'new',
  token: one(feedTokens),
  shows: { kind: 'place', authority: 'a1' },
  createdAt: '2026-11-23T08:00:00.000Z',
}

const product = (number: number) => ({
  id: `product-${number}`,
  name: 'Verfahren',
  vendor: 'x',
  accessLeadWorkingDays: 1,
})

const refusalOf = ({ requirements, specialists }: Region) => ({
  requirement: one(requirements).id,
  need: 0,
  halfDay: '2026-12-01/am',
  specialist: one(specialists).id,
})

describe('a commit', () => {
  it.each(kindsOfChange)('makes visible: %s, and writes nothing else', async (_, changesOf, items) => {
    const { database, store, snapshot } = await storedReference()
    const before = await bodies(database)
    const changes = changesOf(snapshot.region)
    expect(await store.commit(snapshot, writeOf(changes))).toEqual({ kind: 'written', version: 2 })
    const after = await bodies(database)
    const keys = new Set([...before.keys(), ...after.keys()])
    expect([...keys].filter((key) => before.get(key) !== after.get(key))).toHaveLength(items + 2)
    expect((await standing(regionStore(database))).region).toEqual(changed(snapshot.region, changes))
  })

  it('moves the bookings of a person who goes to another authority', async () => {
    const { database, store, snapshot } = await storedReference()
    const { specialist } = one(snapshot.region.bookings)
    const person = one(snapshot.region.specialists.filter(({ id }) => id === specialist))
    const elsewhere = one(snapshot.region.authorities.filter(({ id }) => id !== person.authority))
    const change: Change = { kind: 'put', in: 'specialists', member: { ...person, authority: elsewhere.id } }
    await store.commit(snapshot, writeOf([change]))
    expect((await standing(regionStore(database))).region).toEqual(changed(snapshot.region, [change]))
    const partitions = (await everything(database)).flatMap(({ pk, sk }) => (sk?.S?.endsWith(person.id) ? pk?.S : []))
    expect(partitions.filter((pk) => !pk?.endsWith(elsewhere.id))).toEqual([])
  })

  it('is refused on a version that no longer stands, known or not', async () => {
    const { database, store, snapshot } = await storedReference()
    const other = regionStore(anotherClient(database))
    const stale = await standing(other)
    expect(await store.commit(snapshot, writeOf([]))).toMatchObject({ kind: 'written' })
    expect(await other.commit(stale, writeOf([]))).toEqual({ kind: 'conflict' })
    expect(await store.commit(snapshot, writeOf([]))).toEqual({ kind: 'conflict' })
    expect(await regionStore(database).commit(snapshot, writeOf([]))).toEqual({ kind: 'conflict' })
    expect(await store.stateOf('wolfenbuettel')).toMatchObject({ version: 2 })
  })

  it('is refused on a version that an import has replaced', async () => {
    const { database, store, snapshot } = await storedReference()
    const other = regionStore(anotherClient(database))
    await other.replace(referenceRegion(), 1, anImport)
    expect(await store.commit(snapshot, writeOf([{ kind: 'put', in: 'products', member: product(1) }]))).toEqual({
      kind: 'conflict',
    })
    expect((await standing(other)).region).toEqual(canonical(referenceRegion()))
  })

  it('is never in the way of another of the same process that waits for its turn', async () => {
    const { database, store } = await storedReference()
    const calls = callsOf(database.client)
    const commits = Array.from({ length: 8 }, () =>
      store.inTurn('wolfenbuettel', async () => store.commit(await standing(store), writeOf([]))),
    )
    const outcomes = await Promise.all(commits)
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array.from({ length: 8 }, () => 'written'))
    expect(calls.filter((name) => name === 'TransactWriteItems')).toHaveLength(8)
  })

  it('may not turn a region into another, and does not hold up the next', async () => {
    const { store, snapshot } = await storedReference()
    const head = { ...snapshot.region.region, id: 'another' }
    await expect(store.commit(snapshot, writeOf([{ kind: 'put-head', head }]))).rejects.toThrow('cannot become another')
    expect(await store.commit(snapshot, writeOf([]))).toEqual({ kind: 'written', version: 2 })
  })
})

describe('a commit of many changes', () => {
  it.each([
    ['98 items, the head and the entry of the log: one transaction', 98, ['TransactWriteItems']],
    ['99 items, the head and the entry of the log: a new generation', 99, ['GetItem', 'Query', 'BatchWriteItem']],
  ])('holds %s', async (_, count, calls) => {
    const { database, store, snapshot } = await storedReference()
    const changes = Array.from(
      { length: count },
      (__, number): Change => ({ kind: 'put', in: 'products', member: product(number) }),
    )
    const made = callsOf(database.client)
    expect(await store.commit(snapshot, writeOf(changes))).toEqual({ kind: 'written', version: 2 })
    expect(made.slice(0, 3)).toEqual(calls)
    expect((await standing(regionStore(database))).region).toEqual(changed(snapshot.region, changes))
    expect(await store.commit(snapshot, writeOf(changes))).toEqual({ kind: 'conflict' })
  })

  it('that are more bytes than one transaction may hold becomes a new generation', async () => {
    const { database, store, snapshot } = await storedReference()
    const halfDays = Array.from({ length: 10_000 }, () => '2026-12-01/am')
    const changes = snapshot.region.requirements.slice(0, 25).map(
      (member): Change => ({
        kind: 'put',
        in: 'requirements',
        member: { ...member, when: { kind: 'dates', halfDays } },
      }),
    )
    expect(await store.commit(snapshot, writeOf(changes))).toEqual({ kind: 'written', version: 2 })
    expect((await standing(regionStore(database))).region).toEqual(changed(snapshot.region, changes))
  })
})

it('lets one of many writers win each version', { timeout: 60_000 }, async () => {
  const { database } = await storedReference()
  const wins = await Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      const store = regionStore(anotherClient(database))
      const won: number[] = []
      while (won.length < 5) {
        const change: Change = {
          kind: 'put',
          in: 'products',
          member: { ...product(writer), vendor: String(won.length + 1) },
        }
        const outcome = await store.commit(await standing(store), writeOf([change]))
        if (outcome.kind === 'written') won.push(outcome.version)
      }
      return won
    }),
  )
  expect(wins.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 2))
  const { version, region } = await standing(regionStore(database))
  expect(version).toBe(41)
  for (let writer = 0; writer < 8; writer += 1)
    expect(region.products.find(({ id }) => id === `product-${writer}`)?.vendor).toBe('5')
})

campaign('store: commits leave what their changes say, for every reader', { test: 10, prove: 300 }, async (seed) => {
  const database = await freshDatabase()
  const store = regionStore(database)
  await store.replace(generateRegion(seed, { members: [0, 5] }).region, undefined, anImport)
  const follower = regionStore(anotherClient(database))
  const straggler = regionStore(anotherClient(database))
  for (let round = 0; round < 5; round += 1) {
    const snapshot = await standing(store, 'generated')
    const changes = drawChanges(snapshot.region, seed + round)
    expect(await store.commit(snapshot, writeOf(changes))).toEqual({ kind: 'written', version: snapshot.version + 1 })
    const expected = changed(snapshot.region, changes)
    expect((await standing(store, 'generated')).region).toEqual(expected)
    expect((await standing(regionStore(database), 'generated')).region).toEqual(expected)
    expect((await standing(follower, 'generated')).region).toEqual(expected)
    if (round % 3 === 0) expect((await standing(straggler, 'generated')).region).toEqual(expected)
    await expectLogins(database, expected)
    await expectFeeds(database, expected)
  }
})

/** Every login leads to a member who has it, of several to one who has it longest; one that nobody has leads nowhere. */
async function expectLogins(database: Database, { members = [] }: Region): Promise<void> {
  for (const identity of logins) {
    const own = members.filter((known) => known.identity?.subject === identity.subject)
    const last = own
      .map(({ validTo = '9999-12-31' }) => validTo)
      .toSorted()
      .at(-1)
    const right = own.filter(({ validTo = '9999-12-31' }) => validTo === last)
    const known = await identityStore(database).membershipOf(identity)
    if (right.length === 0) expect(known).toBeUndefined()
    else expect(right.map(({ id }) => ({ region: 'generated', member: id }))).toContainEqual(known)
  }
}

/** Every token leads to the feed that has it, and one that none has leads nowhere. */
async function expectFeeds(database: Database, { feeds = [] }: Region): Promise<void> {
  for (const token of feedTokens) {
    const own = feeds.find((feed) => feed.token === token)
    const known = await feedStore(database).placeOf(token)
    expect([token, known]).toEqual([token, own && { region: 'generated', feed: own.id }])
  }
}

const bodies = async (database: Database): Promise<ReadonlyMap<string, string | undefined>> =>
  new Map((await everything(database)).map(({ pk, sk, body }) => [`${pk?.S} / ${sk?.S}`, body?.S]))
