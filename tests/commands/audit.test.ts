import type { AuditEntry } from '@vertretbar/domain/audit-entry'
import { ask, lending, thursday } from '@vertretbar/domain/test-command'
import { auditKey, type Item } from '@vertretbar/store/table'
import type { AuditFinding } from '@vertretbar/usecases/verify-audit'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { engineOfThisFile, everything } from '../store/engine.ts'
import { done, findingsOf, type Installed, id, storedParish } from './stored-parish.ts'
import { resealed, type Tampering, tampering, without } from './tampering.ts'

engineOfThisFile()

/** A log of seven entries, over two months. */
let ports: Installed
let hand: Tampering
let untouched: readonly Item[]
const last = 7

beforeAll(async () => {
  ports = await storedParish(lending().region)
  hand = tampering(ports)
  await done(ports, ask({}))
  await done(ports, ask({ halfDays: [thursday] }))
  await done(ports, { kind: 'record-absence', specialist: 'city-p2', from: thursday, to: thursday })
  ports.clock.now = Date.parse('2026-07-01T08:00:00Z')
  for (const halfDay of ['2026-07-06/am', '2026-07-07/am', '2026-07-08/am'])
    await done(ports, { kind: 'acknowledge-gap', requirement: 'wanted', need: 0, halfDay })
  untouched = await everything(ports.database)
})

beforeEach(async () => {
  await hand.restore(untouched)
  expect(await findingsOf(ports)).toEqual([])
})

const another = '0'.repeat(63).concat('1')

describe('an entry of the log that was changed is found', () => {
  it.each<readonly [keyof AuditEntry, (entry: AuditEntry) => unknown]>([
    ['number', (entry) => ({ ...entry, number: 12 })],
    ['at', (entry) => ({ ...entry, at: '2026-06-01T08:00:00.001Z' })],
    ['actor', (entry) => ({ ...entry, actor: 'clerk-8' })],
    ['action', (entry) => ({ ...entry, action: 'consent' })],
    ['ruleSet', (entry) => ({ ...entry, ruleSet: 'vertretbar-rules/2' })],
    ['items', (entry) => ({ ...entry, items: entry.items.map((one) => ({ ...one, item: 'city/BOOKING#other' })) })],
    ['items', (entry) => ({ ...entry, items: entry.items.map((one) => ({ ...one, digest: another })) })],
    ['items', (entry) => ({ ...entry, items: entry.items.map(({ item }) => ({ item })) })],
    ['items', (entry) => ({ ...entry, items: [] })],
    ['items', (entry) => ({ ...entry, items: [...entry.items, ...entry.items] })],
    ['previous', (entry) => ({ ...entry, previous: another })],
    ['digest', (entry) => ({ ...entry, digest: another })],
  ])('in its %s', async (_, change) => {
    for (const number of [2, last]) {
      const entry = await hand.entry(number)
      await hand.putEntry(number, change(entry))
      expect(await findingsOf(ports)).toContainEqual({ code: 'changed', number })
      await hand.putEntry(number, entry)
    }
  })

  it.each<readonly [string, (slot: Item) => Item]>([
    ['a field more', (slot) => ({ ...slot, body: { S: String(slot.body?.S).replace('{', '{"more":1,') } })],
    ['a body that is no JSON', (slot) => ({ ...slot, body: { S: '{' } })],
    ['no body', (slot) => without(slot, 'body')],
    ['a schema that nobody knows', (slot) => ({ ...slot, schema: { N: '2' } })],
  ])('to %s', async (_, change) => {
    await hand.put(change(await hand.slot(3)))
    expect(await findingsOf(ports)).toEqual([{ code: 'changed', number: 3 }])
  })
})

describe('an entry of the log that is missing is found', () => {
  it.each([
    ['the first', [1]],
    ['one in the middle', [4]],
    ['the last', [last]],
    ['two beside each other', [3, 4]],
    ['the last of a month and the first of the next', [4, 5]],
    ['all', [1, 2, 3, 4, 5, 6, 7]],
  ])('%s', async (_, numbers) => {
    for (const number of numbers) await hand.drop(await hand.slot(number))
    expect(await findingsOf(ports)).toEqual(
      expect.arrayContaining(numbers.map((number) => ({ code: 'missing', number }))),
    )
    expect((await findingsOf(ports)).filter(({ code }) => code !== 'missing' && code !== 'content')).toEqual([])
  })
})

describe('entries of the log that were swapped are found', () => {
  const pairs: readonly (readonly [string, number, number])[] = [
    ['two beside each other', 2, 3],
    ['the first two', 1, 2],
    ['the last two', 6, last],
    ['two far apart, of two months', 2, 6],
    ['the first and the last', 1, last],
  ]

  it.each(pairs)('%s', async (_, one, other) => {
    const [first, second] = [await hand.entry(one), await hand.entry(other)]
    await hand.putEntry(one, second)
    await hand.putEntry(other, first)
    const findings = await findingsOf(ports)
    expect(findings.filter(({ code }) => code !== 'content')).toEqual([
      { code: 'swapped', number: one, found: other },
      { code: 'swapped', number: other, found: one },
    ])
  })

  it.each(pairs)('%s, numbered and sealed anew', async (_, one, other) => {
    const [first, second] = [await hand.entry(one), await hand.entry(other)]
    await hand.putEntry(one, resealed(second, { number: one, previous: first.previous }))
    await hand.putEntry(other, resealed(first, { number: other, previous: second.previous }))
    const findings: readonly AuditFinding[] = await findingsOf(ports)
    expect(findings).toContainEqual({ code: 'forged', number: other })
    expect(findings.some(({ code, number }) => code === 'forged' && number <= one)).toBe(true)
  })
})

describe('an entry of the log that was forged is found', () => {
  it.each([1, 2, 4, 6, last])('changed and sealed anew: entry %i', async (number) => {
    await hand.putEntry(number, resealed(await hand.entry(number), { actor: 'clerk-8' }))
    expect(await findingsOf(ports)).toEqual([{ code: 'forged', number }])
  })

  it('by the head, where all after it were sealed anew', async () => {
    let before = resealed(await hand.entry(4), { actor: 'clerk-8' })
    await hand.putEntry(4, before)
    for (let number = 5; number <= last; number += 1) {
      before = resealed(await hand.entry(number), { previous: before.digest })
      await hand.putEntry(number, before)
    }
    expect(await findingsOf(ports)).toEqual([{ code: 'forged', number: last }])
  })

  it('the last one, replaced by another that follows the one before', async () => {
    const forged = resealed(await hand.entry(last), { action: 'accept-risk', at: '2026-07-01T08:00:00.001Z' })
    await hand.putEntry(last, forged)
    expect(await findingsOf(ports)).toEqual([{ code: 'forged', number: last }])
  })

  it('the first, which follows something, though the second is gone', async () => {
    await hand.putEntry(1, resealed(await hand.entry(1), { previous: another }))
    await hand.drop(await hand.slot(2))
    expect((await findingsOf(ports)).filter(({ code }) => code !== 'content')).toEqual([
      { code: 'forged', number: 1 },
      { code: 'missing', number: 2 },
    ])
  })

  it('one too many at the end', async () => {
    const end = await hand.entry(last)
    const slot = await hand.slot(last)
    const extra = resealed(end, { number: last + 1, previous: end.digest })
    await hand.put({ ...slot, sk: { S: '000000000008' }, body: { S: JSON.stringify(extra) } })
    expect(await findingsOf(ports)).toEqual([{ code: 'forged', number: last + 1 }])
  })

  it.each([
    ['the same once more in another month', 3, '2026-07', {}],
    ['another of its number in an earlier month', 6, '2026-06', { actor: 'clerk-8' }],
    ['another of its number in a later month', 3, '2026-07', { actor: 'clerk-8' }],
    ['another of its number that follows none', 3, '2026-07', { previous: another }],
  ])('%s', async (_, number, month, fields) => {
    const extra = resealed(await hand.entry(number), fields)
    const slot = await hand.slot(number)
    await hand.put({ ...slot, pk: { S: auditKey(id, month) }, body: { S: JSON.stringify(extra) } })
    expect(await findingsOf(ports)).toEqual([{ code: 'forged', number }])
  })

  it.each([
    ['0', 0],
    ['-1', -1],
    ['000000000003.5', 3.5],
    ['extra', 0],
  ])('in a place that no entry has: %s', async (place, number) => {
    await hand.put({ ...(await hand.slot(3)), sk: { S: place } })
    expect(await findingsOf(ports)).toEqual([{ code: 'forged', number }])
  })
})

it('every fault is found at once', async () => {
  await hand.putEntry(2, { ...(await hand.entry(2)), actor: 'clerk-8' })
  await hand.drop(await hand.slot(4))
  await hand.putEntry(6, resealed(await hand.entry(6), { actor: 'clerk-8' }))
  expect((await findingsOf(ports)).filter(({ code }) => code !== 'content')).toEqual([
    { code: 'changed', number: 2 },
    { code: 'missing', number: 4 },
    { code: 'forged', number: 6 },
  ])
})
