import { leaseStore } from '@vertretbar/store/leases'
import { describe, expect, it } from 'vitest'
import { anotherClient, engineOfThisFile, everything, freshDatabase } from './engine.ts'

engineOfThisFile()

const now = Date.parse('2026-11-23T08:00:00Z')
const until = now + 60_000
const ofOne = { of: 'mail', owner: 'one', now, until }

/** A lease that one has in goslar. */
async function taken() {
  const database = await freshDatabase()
  const leases = leaseStore(database)
  expect(await leases.take('goslar', ofOne)).toBe(true)
  return { database, leases }
}

describe('a lease', () => {
  it.each([
    ['another, as long as it lasts', 'goslar', { ...ofOne, owner: 'two', now: until - 1 }, false],
    ['another, once it is over', 'goslar', { ...ofOne, owner: 'two', now: until }, true],
    ['the same, who renews it', 'goslar', { ...ofOne, now: until - 1, until: until + 1 }, true],
    ['the same, after it was over', 'goslar', { ...ofOne, now: until + 1, until: until + 2 }, true],
    ['another, for something else', 'goslar', { ...ofOne, of: 'other', owner: 'two' }, true],
    ['another, in another region', 'salzgitter', { ...ofOne, owner: 'two' }, true],
  ])('that one has is asked for by %s', async (_, region, lease, isTaken) => {
    const { leases } = await taken()
    expect(await leases.take(region, lease)).toBe(isTaken)
  })

  it('that was renewed lasts until its new end', async () => {
    const { leases } = await taken()
    await leases.take('goslar', { ...ofOne, now: until - 1, until: until + 100 })
    expect(await leases.take('goslar', { ...ofOne, owner: 'two', now: until + 99, until: until + 200 })).toBe(false)
    expect(await leases.take('goslar', { ...ofOne, owner: 'two', now: until + 100, until: until + 200 })).toBe(true)
    expect(await leases.take('goslar', { ...ofOne, now: until + 101, until: until + 300 })).toBe(false)
  })

  it('that is given back is free, and leaves nothing', async () => {
    const { database, leases } = await taken()
    await leases.release('goslar', ofOne)
    expect(await everything(database)).toEqual([])
    expect(await leases.take('goslar', { ...ofOne, owner: 'two' })).toBe(true)
  })

  it('of another is not given back', async () => {
    const { leases } = await taken()
    await leases.release('goslar', { of: 'mail', owner: 'two' })
    await leases.release('goslar', { of: 'other', owner: 'one' })
    expect(await leases.take('goslar', { ...ofOne, owner: 'two' })).toBe(false)
  })

  it('is had by one of those who ask for it at once', async () => {
    const database = await freshDatabase()
    const asked = await Promise.all(
      Array.from({ length: 8 }, (_, number) =>
        leaseStore(anotherClient(database)).take('goslar', { ...ofOne, owner: `o-${number}` }),
      ),
    )
    expect(asked.filter(Boolean)).toHaveLength(1)
  })
})
