import { type AttributeValue, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { canonical } from '@vertretbar/domain/change'
import { type Kind, pack, unpack } from '@vertretbar/store/kind'
import { regionStore } from '@vertretbar/store/region-store'
import type { Database } from '@vertretbar/store/table'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { engineOfThisFile, everything, freshDatabase, referenceRegion, standing } from './engine.ts'
import { anImport, writeOf } from './write.ts'

engineOfThisFile()

type Item = Record<string, AttributeValue>

/** The reference region with one of its items changed behind the store's back. */
async function damaged(isMeant: (sk: string) => boolean, damage: (item: Item) => Item): Promise<[Database, string]> {
  const database = await freshDatabase()
  await regionStore(database).replace(referenceRegion(), undefined, anImport)
  const item = (await everything(database)).find(({ sk }) => isMeant(sk?.S ?? ''))
  if (item === undefined) throw new Error('there is no such item')
  await database.client.send(new PutItemCommand({ TableName: database.table, Item: damage(item) }))
  return [database, `${item.pk?.S} / ${item.sk?.S}`]
}

const isPerson = (sk: string): boolean => sk.includes('#SPECIALIST#')

describe('a stored item', () => {
  it.each<[string, (sk: string) => boolean, (item: Item) => Item]>([
    ['is no JSON', isPerson, (item) => ({ ...item, body: { S: '{' } })],
    ['has lost its body', isPerson, (item) => ({ ...item, body: { NULL: true } })],
    ['has lost its schema', isPerson, (item) => ({ ...item, schema: { NULL: true } })],
    ['lacks a field', isPerson, (item) => ({ ...item, body: { S: '{"specialist":{}}' } })],
    ['has a field too many', isPerson, (item) => ({ ...item, body: { S: `{"note":"ill",${item.body?.S?.slice(1)}` } })],
    ['was written by a newer program', isPerson, (item) => ({ ...item, schema: { N: '2' } })],
    [
      'is of a kind that is not known',
      isPerson,
      (item) => ({ ...item, sk: { S: String(item.sk?.S).replace('SPECIALIST', 'ROBOT') } }),
    ],
    ['is a head without a generation', (sk) => sk === 'HEAD', (item) => ({ ...item, body: { S: '{"version":1}' } })],
  ])('that %s is a fault of the store, and named', async (_, isMeant, damage) => {
    const [database, key] = await damaged(isMeant, damage)
    const error: unknown = await regionStore(database)
      .load('wolfenbuettel')
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(z.ZodError)
    expect(String(error)).toContain(key.replace('SPECIALIST#', '').split('#').at(-1))
  })

  it('says what is wrong with it in its cause', async () => {
    const [database] = await damaged(isPerson, (item) => ({ ...item, body: { S: '{}' } }))
    const error: unknown = await regionStore(database)
      .load('wolfenbuettel')
      .catch((thrown: unknown) => thrown)
    expect(error).toHaveProperty('cause', expect.any(z.ZodError))
  })
})

it('that is a head of schema 1, which told of no commits, still leads to its region', async () => {
  const [database] = await damaged(
    (sk) => sk === 'HEAD',
    (item) => ({ ...item, schema: { N: '1' }, body: { S: String(item.body?.S).replace(',"recent":[]', '') } }),
  )
  const snapshot = await standing(regionStore(database))
  expect(snapshot.region).toEqual(canonical(referenceRegion()))
  expect(await regionStore(database).commit(snapshot, writeOf([]))).toEqual({ kind: 'written', version: 2 })
})

/** A kind that was a number, then had a number, and now has its unit in the name. */
const duration: Kind<{ readonly minutes: number }> = {
  name: 'DURATION',
  body: z.strictObject({ minutes: z.int() }),
  upcasts: [
    (older) => ({ hours: z.number().parse(older) }),
    (older) => ({ minutes: 60 * z.strictObject({ hours: z.number() }).parse(older).hours }),
  ],
}

describe('an item of an older schema', () => {
  const newest = pack(duration, { pk: 'R#r', sk: 'G#g#DURATION#d' }, { minutes: 90 })
  const ofSchema = (schema: number, body: unknown): Item => ({
    ...newest,
    schema: { N: String(schema) },
    body: { S: JSON.stringify(body) },
  })

  it.each([
    ['the first', ofSchema(1, 1.5)],
    ['the second', ofSchema(2, { hours: 1.5 })],
    ['the newest', newest],
  ])('%s is read in its newest shape', (_, item) => expect(unpack(duration, item)).toEqual({ minutes: 90 }))

  it.each([
    ['an older one that no longer turns into the next', ofSchema(1, 'long')],
    ['an older one that turns into something broken', ofSchema(2, { hours: 0.51 })],
    ['one newer than the program', ofSchema(4, { seconds: 5400 })],
    ['none', ofSchema(0, { minutes: 90 })],
  ])('%s is refused by its key', (_, item) => {
    expect(() => unpack(duration, item)).toThrow('the stored item R#r / G#g#DURATION#d is no DURATION')
  })
})
