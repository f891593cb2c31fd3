import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { waker } from './wake.ts'

/** A work that lasts until it is let go, and what of it has begun. */
function heldWork() {
  const begun: string[] = []
  const held: PromiseWithResolvers<void>[] = []
  const work = (region: string): Promise<void> => {
    begun.push(region)
    const one = Promise.withResolvers<void>()
    held.push(one)
    return one.promise
  }
  const next = async (error?: Error): Promise<void> => {
    const one = held.shift()
    if (error === undefined) one?.resolve()
    else one?.reject(error)
    await setImmediate()
  }
  return { begun, work, next }
}

describe('whoever is woken', () => {
  it('does not begin before whoever wakes has gone on', async () => {
    const { begun, work } = heldWork()
    waker(work, () => undefined).wake('goslar')
    expect(begun).toEqual([])
    await setImmediate()
    expect(begun).toEqual(['goslar'])
  })

  it('works once more for all that woke them meanwhile, and not while they are at work', async () => {
    const { begun, work, next } = heldWork()
    const { wake } = waker(work, () => undefined)
    wake('goslar')
    await setImmediate()
    for (let times = 0; times < 5; times += 1) wake('goslar')
    await setImmediate()
    expect(begun).toEqual(['goslar'])
    await next()
    expect(begun).toEqual(['goslar', 'goslar'])
    await next()
    expect(begun).toHaveLength(2)
    wake('goslar')
    await setImmediate()
    expect(begun).toHaveLength(3)
  })

  it('works for other regions at the same time', async () => {
    const { begun, work } = heldWork()
    const { wake } = waker(work, () => undefined)
    wake('goslar')
    wake('salzgitter')
    await setImmediate()
    expect(begun).toEqual(['goslar', 'salzgitter'])
  })

  it('reports what goes wrong, and can be woken again', async () => {
    const { begun, work, next } = heldWork()
    const reported: unknown[] = []
    const { wake } = waker(work, (error) => void reported.push(error))
    wake('goslar')
    await setImmediate()
    const fault = new Error('the store is away')
    await next(fault)
    wake('goslar')
    await setImmediate()
    expect([reported, begun]).toEqual([[fault], ['goslar', 'goslar']])
  })

  it('has finished once they are disposed of', async () => {
    const { work, next } = heldWork()
    const one = waker(work, () => undefined)
    one.wake('goslar')
    await setImmediate()
    let isDisposed = false
    const disposing = (async () => {
      await one[Symbol.asyncDispose]()
      isDisposed = true
    })()
    await setImmediate()
    expect(isDisposed).toBe(false)
    await next()
    await disposing
    expect(isDisposed).toBe(true)
  })
})
