import { LedgerEntry } from '@vertretbar/domain/ledger'
import type { LedgerStore } from '@vertretbar/usecases/ports'
import * as z from 'zod'
import { type Kind, pack, unpack } from './kind.ts'
import { queryAll } from './query.ts'
import { type Database, ledgerKey } from './table.ts'
import type { Action } from './transaction.ts'

/** The entries of one settlement of one booking in one year, as many as fit into an item. */
export const kind: Kind<readonly LedgerEntry[]> = {
  name: 'LEDGER',
  body: z.array(LedgerEntry).min(1).readonly(),
  upcasts: [],
}

/** An item holds 400 kB (AWS quota); an entry is some 300 bytes, and its ids may be four times that. */
const mostEntries = 200

/** Stores the entries of one settlement; fails where that settlement is stored already. */
export function ledgerActions(region: string, entries: readonly LedgerEntry[]): Action[] {
  const years = Map.groupBy(entries, yearOf)
  return [...years].flatMap(([year, ofYear]) =>
    Array.from({ length: Math.ceil(ofYear.length / mostEntries) }, (_, part): Action => {
      const some = ofYear.slice(part * mostEntries, (part + 1) * mostEntries)
      const key = { pk: ledgerKey(region, year), sk: sortKey(some[0], part) }
      return { Put: { Item: pack(kind, key, some), ConditionExpression: 'attribute_not_exists(pk)' } }
    }),
  )
}

const sortKey = (entry: LedgerEntry | undefined, part: number): string =>
  `${entry?.booking}#${String(entry?.settlement).padStart(4, '0')}#${String(part).padStart(4, '0')}`

const yearOf = ({ halfDay }: LedgerEntry): number => Number(halfDay.slice(0, 4))

/** The ledger in one DynamoDB table. */
export const ledgerStore = (database: Database): LedgerStore => ({
  ofBooking: async (region, { id, halfDays }) => {
    const years = [...new Set(halfDays.map((halfDay) => Number(halfDay.slice(0, 4))))]
    const read = await Promise.all(
      years.map((year) => queryAll(database, { pk: ledgerKey(region, year), prefix: `${id}#` })),
    )
    return read.flat().flatMap((item) => unpack(kind, item))
  },
  ofYear: async (region, year) =>
    (await queryAll(database, { pk: ledgerKey(region, year) })).flatMap((item) => unpack(kind, item)),
})
