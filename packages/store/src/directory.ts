import * as z from 'zod'
import { type Kind, pack, unpack } from './kind.ts'
import { queryAll } from './query.ts'
import { type Database, directory, type Item } from './table.ts'

/** That there is a region. */
export const kind: Kind<{ readonly id: string }> = {
  name: 'DIRECTORY',
  body: z.strictObject({ id: z.string() }),
  upcasts: [],
}

/** The entry of a region in the list of all regions. */
export const entryItem = (id: string): Item => pack(kind, { pk: directory, sk: id }, { id })

/** The ids of all regions, sorted. */
export async function readDirectory(database: Database): Promise<string[]> {
  const entries = await queryAll(database, { pk: directory })
  return entries.map((entry) => unpack(kind, entry).id)
}
