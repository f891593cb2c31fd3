import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { Command } from '@vertretbar/domain/command'
import { ask, thursday, wednesday } from '@vertretbar/domain/test-command'
import { StoreUnavailable } from '@vertretbar/usecases/store-unavailable'
import { describe, expect, it } from 'vitest'
import { callsOf, holdAt } from '../store/calls.ts'
import { engineOfThisFile, everything } from '../store/engine.ts'
import {
  beforeEachTransaction,
  decidedOn,
  done,
  elsewhere,
  give,
  type Installed,
  id,
  stored,
  storedParish,
} from './stored-parish.ts'
import { tampering } from './tampering.ts'

engineOfThisFile()

const note = (number: number): Command => ({
  kind: 'put-entry',
  in: 'products',
  member: { id: 'x', name: String(number), vendor: 'x', accessLeadWorkingDays: 1 },
})

/** Nobody waits for three seconds; where many tests run at once, a timer is late. */
const longest = 3500

/** Gives a command while another process gives others between its decision and its write. */
async function overtaken(ports: Installed, command: Command, others: readonly Command[]) {
  const slow = elsewhere(ports)
  const left = [...others]
  beforeEachTransaction(slow, async () => {
    const next = left.shift()
    if (next !== undefined) await done(ports, next)
  })
  return decidedOn(slow, command, { key: 'once' })
}

describe('a command that others overtake', () => {
  it.each([1, 3])('is decided again on what they left: %i times', async (times) => {
    const ports = await storedParish()
    const others = Array.from({ length: times }, (_, number) => note(number))
    expect(await overtaken(ports, ask({}), others)).toMatchObject({ ok: true, value: { version: 2 + times } })
    const { region, version } = await stored(ports)
    expect(version).toBe(2 + times)
    expect(region.bookings).toMatchObject([{ halfDays: [wednesday] }])
    expect(region.products.find((product) => product.id === 'x')?.name).toBe(String(times - 1))
  })

  it('is refused where they took what it asks for', async () => {
    const ports = await storedParish()
    expect(await overtaken(ports, ask({}, { halfDays: [thursday] }), [ask({ halfDays: [thursday] })])).toEqual({
      ok: false,
      refusal: { code: 'barred', halfDays: [{ proposal: 1, halfDay: thursday, codes: ['not-available'] }] },
    })
    expect((await stored(ports)).region.bookings).toMatchObject([{ halfDays: [thursday] }])
    expect(await ports.regions.keyed(id, { actor: 'clerk-7', key: 'once' }, ports.now())).toBeUndefined()
  })

  it('is told what it did where they carried it out under the same key', async () => {
    const ports = await storedParish()
    const slow = elsewhere(ports)
    let isFirst = true
    beforeEachTransaction(slow, async () => {
      if (isFirst) await done(ports, ask({}), { key: 'once' })
      isFirst = false
    })
    const answer = await decidedOn(slow, ask({}), { key: 'once' })
    const { region, version } = await stored(ports)
    expect(answer).toMatchObject({ ok: true, value: { version: 2, bookings: region.bookings.map((one) => one.id) } })
    expect(version).toBe(2)
  })

  it('gives up after about two seconds of that, and has done nothing', async () => {
    const ports = await storedParish()
    const slow = elsewhere(ports)
    let number = 0
    beforeEachTransaction(slow, async () => {
      number += 1
      await done(ports, note(number))
    })
    const startedAt = performance.now()
    expect(await give(slow, ask({}), { key: 'once' })).toEqual({ ok: false, refusal: { code: 'busy' } })
    expect(performance.now() - startedAt).toBeGreaterThan(1900)
    expect(performance.now() - startedAt).toBeLessThan(longest)
    expect(number).toBeGreaterThan(5)
    expect((await stored(ports)).region.bookings).toEqual([])
    expect(await done(ports, ask({}), { key: 'once' })).toMatchObject({ version: number + 2 })
  })
})

describe('commands of one process', () => {
  it('are decided in turn, so that none has to be decided again', async () => {
    const ports = await storedParish()
    const calls = callsOf(ports.database.client)
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, number) => done(ports, note(number))))
    expect(outcomes.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, number) => number + 2),
    )
    expect(calls.filter((name) => name === 'TransactWriteItems')).toHaveLength(20)
  })

  it('are not carried out any more once they were told that it is busy', async () => {
    const ports = await storedParish()
    const slow = elsewhere(ports)
    const { reached, release } = holdAt(slow.database.client, 'before', 'TransactWriteItems')
    const first = give(slow, note(1))
    await reached
    const second = give(slow, ask({}))
    expect(await Promise.all([first, second])).toEqual([1, 2].map(() => ({ ok: false, refusal: { code: 'busy' } })))
    release()
    await expect.poll(async () => (await stored(ports)).version).toBe(2)
    await done(slow, note(3))
    expect(await stored(ports)).toMatchObject({ version: 3, region: { bookings: [] } })
  })
})

describe('where the store does not come to an end', () => {
  it('the answer is that it is busy, in about three seconds, and the key tells later what was done', async () => {
    const ports = await storedParish()
    const slow = elsewhere(ports)
    const { release } = holdAt(slow.database.client, 'before', 'TransactWriteItems')
    const startedAt = performance.now()
    expect(await give(slow, ask({}), { key: 'once' })).toEqual({ ok: false, refusal: { code: 'busy' } })
    expect(performance.now() - startedAt).toBeLessThan(longest)
    release()
    await expect.poll(async () => (await stored(ports)).version).toBe(2)
    const { region } = await stored(ports)
    expect(await done(ports, ask({}), { key: 'once' })).toMatchObject({
      version: 2,
      bookings: region.bookings.map((one) => one.id),
    })
  })
})

describe('a write of which nobody heard that it was made', () => {
  it.each([undefined, 'once'])('is told as made, and made once, under the key %s', async (key) => {
    const ports = await storedParish()
    const deaf = elsewhere(ports)
    let lost = 0
    deaf.database.client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const answer = await next(args)
          if (commandName === 'TransactWriteItemsCommand' && lost === 0) {
            lost += 1
            throw new StoreUnavailable('nobody heard')
          }
          return answer
        },
      { step: 'initialize', name: 'deaf' },
    )
    const answer = await give(deaf, ask({}), { key })
    const { region } = await stored(ports)
    expect(answer).toMatchObject({ ok: true, value: { version: 2, bookings: region.bookings.map((one) => one.id) } })
    expect([lost, region.bookings.length, (await stored(ports)).version]).toEqual([1, 1, 2])
  })
})

it('an entry of the log is never written over, not even a forged one', async () => {
  const ports = await storedParish()
  await done(ports, note(1))
  const hand = tampering(ports)
  const forged = { ...(await hand.slot(2)), sk: { S: '000000000003' } }
  await hand.put(forged)
  expect(await give(ports, ask({}))).toEqual({ ok: false, refusal: { code: 'busy' } })
  expect(await hand.slot(3)).toEqual(forged)
  expect(await stored(ports)).toMatchObject({ version: 2, region: { bookings: [] } })
})

describe('a fault of the program', () => {
  it('is not taken for a refusal, and nothing is written', async () => {
    const ports = await storedParish()
    const before = await everything(ports.database)
    const broken = {
      ...ports,
      newId: () => {
        throw new TypeError('no id')
      },
    }
    await expect(give(broken, ask({}), { key: 'once' })).rejects.toThrow(new TypeError('no id'))
    expect(await everything(ports.database)).toEqual(before)
  })

  it('or of what is stored is told with the place of it', async () => {
    const ports = await storedParish()
    const { client, table } = ports.database
    const item = (await everything(ports.database)).find(({ sk }) => sk?.S?.endsWith('SPECIALIST#city-p1'))
    await client.send(new PutItemCommand({ TableName: table, Item: { ...item, body: { S: '{}' } } }))
    await expect(give(elsewhere(ports), ask({}))).rejects.toThrow(/SPECIALIST#city-p1 is no SPECIALIST/)
  })
})
