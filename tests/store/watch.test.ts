import type { GapRecord } from '@vertretbar/domain/gap-record'
import { dateOf, dayOf } from '@vertretbar/domain/half-day'
import type { Watch } from '@vertretbar/domain/watch'
import { watchStore } from '@vertretbar/store/watch'
import { describe, expect, it } from 'vitest'
import { randomOf } from '../generate/random.ts'
import { callsOf, holdAt } from './calls.ts'
import { anotherClient, engineOfThisFile, everything, freshDatabase, pointSdkAt } from './engine.ts'
import { faultProxy } from './proxy.ts'

engineOfThisFile()

const at = '2026-11-23T08:00:00.000Z'

/** What is remembered of so many gaps, each of half-days that no two have in common. */
function watchOf(revision: number, gaps = 1): Watch {
  const random = randomOf(gaps)
  return {
    region: 'goslar',
    revision,
    state: `g.${revision}`,
    day: '2026-11-23',
    lookedUntil: '2027-02-20/pm',
    records: Array.from({ length: gaps }, (_, number) => recordOf(`gap-${number}`, random.int(0, 1_000_000))),
    toldOnce: [{ key: 'agreement-ends pool 2026-12-31', until: '2026-12-31' }],
  }
}

const recordOf = (id: string, salt: number): GapRecord => {
  const halfDay = `${dateOf(dayOf('2026-11-23') + (salt % 90))}/am`
  return {
    id: `${id}-${salt.toString(36)}`,
    requirement: `parish.payroll.${(salt * 7919).toString(36)}`,
    need: 0,
    halfDays: [{ halfDay, shortage: 1 }],
    isClosed: false,
    cameWithHorizon: [],
    history: [{ at, kind: 'opened', halfDays: [{ halfDay, shortage: 1 }] }],
  }
}

describe('what is remembered of a region', () => {
  it('is read as it was written, and only where it belongs', async () => {
    const watches = watchStore(await freshDatabase())
    expect(await watches.read('goslar')).toBeUndefined()
    expect(await watches.write(watchOf(1))).toBe(true)
    expect(await watches.read('goslar')).toEqual(watchOf(1))
    expect(await watches.read('gosla')).toBeUndefined()
  })

  it.each([
    ['the first where there is one', 1],
    ['the same again', 2],
    ['one that skips a revision', 4],
    ['an earlier one', 1],
  ])('is not overwritten by a revision that was not decided on it: %s', async (_, revision) => {
    const watches = watchStore(await freshDatabase())
    await watches.write(watchOf(1))
    await watches.write(watchOf(2))
    expect(await watches.write({ ...watchOf(revision), state: 'other' })).toBe(false)
    expect(await watches.read('goslar')).toEqual(watchOf(2))
  })

  it('is written by one of those that write the same revision', async () => {
    const database = await freshDatabase()
    const writers = [database, anotherClient(database), anotherClient(database)].map(watchStore)
    const written = await Promise.all(writers.map((one, index) => one.write({ ...watchOf(1), state: `of-${index}` })))
    expect(written.filter(Boolean)).toHaveLength(1)
    expect((await writers[0]?.read('goslar'))?.state).toBe(`of-${written.indexOf(true)}`)
  })

  it('stands where only the answer was lost', async () => {
    const database = await freshDatabase()
    const engine = String(process.env.AWS_ENDPOINT_URL_DYNAMODB)
    await using proxy = await faultProxy(engine, ({ operation, count }) =>
      operation === 'PutItem' && count === 1 ? 'lose-answer' : 'pass',
    )
    pointSdkAt(proxy.endpoint)
    const watches = watchStore(anotherClient(database))
    expect(await watches.write(watchOf(1))).toBe(true)
    pointSdkAt(engine)
    expect(proxy.counts.get('PutItem')).toBe(2)
  })

  it('of more than one item is read whole, in one call more, and leaves nothing of the revision before', async () => {
    const database = await freshDatabase()
    const watches = watchStore(database)
    const large = watchOf(1, 20_000)
    await watches.write(large)
    const items = await everything(database)
    expect(items.length).toBeGreaterThan(1)
    // Densely packed it is a small part of its text.
    const bytes = items.reduce((sum, { part }) => sum + (part?.B?.length ?? 0), 0)
    expect(bytes).toBeLessThan(JSON.stringify(large).length / 3)
    const calls = callsOf(database.client)
    expect(await watches.read('goslar')).toEqual(large)
    expect(calls).toEqual(['GetItem', 'Query'])
    await watches.write(watchOf(2))
    expect(await everything(database)).toHaveLength(1)
  })

  it('of more than one item is read as one revision while the next is written', async () => {
    const database = await freshDatabase()
    await watchStore(database).write(watchOf(1, 20_000))
    const reader = anotherClient(database)
    const held = holdAt(reader.client, 'after', 'GetItem')
    const read = watchStore(reader).read('goslar')
    await held.reached
    await watchStore(database).write(watchOf(2, 10))
    held.release()
    expect(await read).toEqual(watchOf(2, 10))
  })

  it('that lost leaves nothing behind', async () => {
    const database = await freshDatabase()
    const watches = watchStore(database)
    await watches.write(watchOf(1))
    expect(await watches.write(watchOf(1, 20_000))).toBe(false)
    expect(await everything(database)).toHaveLength(1)
  })
})
