import { isDeepStrictEqual } from 'node:util'
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { AuditEntry } from '@vertretbar/domain/audit-entry'
import type { Item } from '@vertretbar/store/table'
import { sealed } from '@vertretbar/usecases/audit-chain'
import { everything } from '../store/engine.ts'
import { type Installed, id, itemsOf } from './stored-parish.ts'

/** Writes to the table past the store, as somebody does who has the rights to and leaves no entry. */
export interface Tampering {
  readonly put: (item: Item) => Promise<void>
  readonly drop: (item: Item) => Promise<void>
  /** The item of an entry of the log. */
  readonly slot: (number: number) => Promise<Item>
  readonly entry: (number: number) => Promise<AuditEntry>
  /** Puts an entry in the place of another, or where the number says. */
  readonly putEntry: (number: number, entry: unknown) => Promise<void>
  /** The item of a row of the region, such as `BOOKING#cover`. */
  readonly row: (name: string) => Promise<Item>
  /** Puts back what was stored before. */
  readonly restore: (items: readonly Item[]) => Promise<void>
}

/** The means to change what is stored behind the back of the log. */
export function tampering(ports: Installed): Tampering {
  const { client, table } = ports.database
  const put = async (item: Item): Promise<void> => {
    await client.send(new PutItemCommand({ TableName: table, Item: item }))
  }
  const drop = async ({ pk, sk }: Item): Promise<void> => {
    if (pk === undefined || sk === undefined) throw new Error('an item has no key')
    await client.send(new DeleteItemCommand({ TableName: table, Key: { pk, sk } }))
  }
  const slots = () => itemsOf(ports, 'AUDIT')
  const slot = async (number: number): Promise<Item> =>
    only((await slots()).filter(({ sk }) => Number(sk?.S) === number))
  return {
    put,
    drop,
    slot,
    entry: async (number) => entryOf(await slot(number)),
    putEntry: async (number, entry) => put({ ...(await slot(number)), body: { S: JSON.stringify(entry) } }),
    row: async (name) =>
      only((await everything(ports.database)).filter(({ pk, sk }) => isOfRegion(pk?.S) && sk?.S?.endsWith(`#${name}`))),
    restore: async (items) => {
      const wanted = new Map(items.map((item) => [keyOf(item), item]))
      const found = new Map((await everything(ports.database)).map((item) => [keyOf(item), item]))
      for (const [key, item] of found) if (!wanted.has(key)) await drop(item)
      for (const [key, item] of wanted) if (!isDeepStrictEqual(item, found.get(key))) await put(item)
    },
  }
}

const keyOf = ({ pk, sk }: Item): string => `${pk?.S} ${sk?.S}`

const isOfRegion = (pk: string | undefined): boolean => pk === `R#${id}` || pk?.startsWith(`R#${id}#A#`) === true

/** The entry that an item of the log holds. */
export const entryOf = ({ body }: Item): AuditEntry => AuditEntry.parse(JSON.parse(String(body?.S)))

/** An item without one of its fields. */
export const without = (item: Item, field: string): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => name !== field))

/** An entry as it would be sealed if it said something else. */
export function resealed(entry: AuditEntry, fields: Partial<AuditEntry>): AuditEntry {
  const { digest: _, ...unsealed } = { ...entry, ...fields }
  return sealed(unsealed)
}

function only([item, ...others]: readonly Item[]): Item {
  if (item === undefined || others.length > 0)
    throw new Error(`${others.length + (item ? 1 : 0)} items where one should be`)
  return item
}
