import { randomBytes } from 'node:crypto'
import type { Region } from '@vertretbar/domain/region'
import { digestOfAll } from '@vertretbar/usecases/audit-chain'
import type { Deed, WriteOutcome } from '@vertretbar/usecases/ports'
import * as z from 'zod'
import { appended, digestOf, salted } from './audit.ts'
import { auditNames } from './audit-names.ts'
import { deleteAll, putAll } from './batch.ts'
import { entryItem } from './directory.ts'
import { type Head, headItem, readHead, stillStands } from './head.ts'
import { type Kind, pack, unpack } from './kind.ts'
import { partitionsOf } from './load.ts'
import { queryAll } from './query.ts'
import { rowsOf } from './rows.ts'
import { type Database, generationPrefix, type Item, keyItem, regionKey, sweepKey, sweepPrefix } from './table.ts'
import { type Action, transact, writeOutcome } from './transaction.ts'

/** A generation that no head names, not yet or no more, and where its items lie. */
interface Unreachable extends Pick<Head, 'region' | 'generation' | 'authorities'> {
  /** The version that its writer decided on, 0 for none; missing where it has stood. */
  readonly decidedOn?: number | undefined
}

/** A note of such a generation. */
export const unreachable: Kind<Unreachable> = {
  name: 'SWEEP',
  body: z.strictObject({
    region: z.string(),
    generation: z.string(),
    authorities: z.array(z.string()),
    decidedOn: z.int().min(0).optional(),
  }),
  upcasts: [],
}

/**
 * Writes a whole region as a new generation beside the old one and then names it in the head.
 *
 * Before the first item is written the new generation is noted as unreachable; the transaction that changes the head
 * takes that note back and notes the old generation instead. Whenever this ends, a reader sees one generation whole,
 * and the notes name all that is to be deleted.
 */
export async function replaceRegion(
  database: Database,
  next: Region,
  { version, deed, beside }: Replacing,
): Promise<WriteOutcome | { readonly kind: 'key-used' }> {
  const region = next.region.id
  const before = await readHead(database, region)
  if (before?.version !== version) return { kind: 'conflict' }
  // Only what was noted before the head changes: those imports decided on a version that then stands no more, so
  // none of them can still become visible. One that begins later must not lose its items.
  const dead = await unreachableOf(database, region)
  const generation = randomBytes(6).toString('hex')
  const items = [...rowsOf(next)].map(([row, { item }]) => ({ row, item: salted(item(generation)) }))
  const digests = items.map(({ row, item }) => [row, digestOf(item) ?? ''] as const)
  const log = appended({ region, audit: before?.audit }, deed, [{ item: '*', digest: digestOfAll(digests) }])
  const authorities = next.authorities.map(({ id }) => id)
  const head: Head = { region, version: (version ?? 0) + 1, generation, authorities, recent: [], audit: log.end }
  await putAll(database, [noteOf({ ...head, decidedOn: version ?? 0 })])
  await putAll(
    database,
    items.map(({ item }) => item),
  )
  const mine = [...flip(before, head), log.action]
  const names = await auditNames(database, region)
  const actions = [...mine, ...beside, ...names.actions]
  const outcome = writeOutcome(await transact(database, actions), mine.length, head.version)
  if (outcome.kind !== 'written') {
    await sweep(database, [head])
    return outcome
  }
  names.written()
  // The new generation stands whatever happens now; what could not be deleted waits, noted, for the next import.
  await sweep(database, before === undefined ? dead : [...dead, before]).catch(() => undefined)
  return outcome
}

/** The version that must stand, or undefined if none may; who replaces it; and what is stored in the same transaction. */
export interface Replacing {
  readonly version: number | undefined
  readonly deed: Deed
  /** What is done under a key goes first. */
  readonly beside: readonly Action[]
}

const flip = (before: Head | undefined, head: Head): Action[] => [
  { Put: { Item: headItem(head), ...stillStands(before) } },
  { Delete: { Key: keyItem(sweepKey(head.region, head.generation)) } },
  before === undefined ? { Put: { Item: entryItem(head.region) } } : { Put: { Item: noteOf(before) } },
]

function noteOf({ region, generation, authorities, decidedOn }: Unreachable): Item {
  const where = { region, generation, authorities }
  return pack(unreachable, sweepKey(region, generation), decidedOn === undefined ? where : { ...where, decidedOn })
}

/**
 * Deletes what is noted as unreachable, as far as it can never be reached again. The note of a generation that never
 * stood is left, for its writer may still be at it; that writer, or the next that replaces the region, takes it back.
 */
export async function sweepUnreachable(database: Database, region: string): Promise<void> {
  const notes = await unreachableOf(database, region)
  const head = await readHead(database, region)
  if (head === undefined) return
  await sweep(
    database,
    notes.filter(({ decidedOn }) => decidedOn === undefined),
  )
  for (const { decidedOn, ...generation } of notes)
    if (decidedOn !== undefined && decidedOn < head.version) await deleteItems(database, generation)
}

async function unreachableOf(database: Database, region: string): Promise<Unreachable[]> {
  const notes = await queryAll(database, { pk: regionKey(region), prefix: sweepPrefix })
  return notes.map((note) => unpack(unreachable, note))
}

/** Deletes generations; the note of each goes last, so that one that is half deleted is still known. */
async function sweep(database: Database, generations: readonly Unreachable[]): Promise<void> {
  for (const generation of generations) {
    await deleteItems(database, generation)
    await deleteAll(database, [keyItem(sweepKey(generation.region, generation.generation))])
  }
}

async function deleteItems(database: Database, generation: Unreachable): Promise<void> {
  const prefix = generationPrefix(generation.generation)
  for (const pk of partitionsOf(generation))
    await deleteAll(database, await queryAll(database, { pk, prefix, only: 'keys' }))
}
