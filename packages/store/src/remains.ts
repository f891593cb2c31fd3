import { millisecondsOf } from '@vertretbar/domain/instant'
import type { Notice, OutboxMessage } from '@vertretbar/domain/message'
import { Erased, type RemainsStore } from '@vertretbar/usecases/ports'
import { StoreUnavailable } from '@vertretbar/usecases/store-unavailable'
import { deleteAll } from './batch.ts'
import { sweepUnreachable } from './generation.ts'
import { deleteKeysNaming } from './keyed.ts'
import { type Kind, pack, unpack } from './kind.ts'
import { outbox, replaceAction } from './outbox.ts'
import { deleteAskedUntil } from './plan-jobs.ts'
import { queryAll } from './query.ts'
import { type Database, keyItem, outboxKey, regionKey, remainsKey, remainsPrefix } from './table.ts'
import { type Action, transact } from './transaction.ts'

/** Of whom something may be left. */
export const kind: Kind<Erased> = { name: 'REMAINS', body: Erased, upcasts: [] }

/** Notes that something of a person may be left beside the region, in the transaction that erases them. */
export const noteAction = (region: string, erased: Erased): Action => ({
  Put: { Item: pack(kind, remainsKey(region, erased.as), erased) },
})

/** The clocks of two machines may differ by so much. */
const skewMilliseconds = 60_000

/** What may be left of erased people, in one DynamoDB table. */
export const remainsStore = (database: Database): RemainsStore => ({
  noted: async (region) => {
    const notes = await queryAll(database, { pk: regionKey(region), prefix: remainsPrefix })
    return notes.map((note) => unpack(kind, note))
  },
  clear: async (region, erased) => {
    // The generation before the erasure, and those of imports that decided on it.
    await sweepUnreachable(database, region)
    await deleteAskedUntil(database, region, millisecondsOf(erased.at) + skewMilliseconds)
    await deleteKeysNaming(database, region, erased.specialist)
    await rewriteMessages(database, region, erased)
  },
  settle: (region, { as }) => deleteAll(database, [keyItem(remainsKey(region, as))]),
})

async function rewriteMessages(database: Database, region: string, erased: Erased): Promise<void> {
  for (const message of await outbox(database, region)) {
    const left = withoutPerson(message, erased)
    if (left === message) continue
    if (left === undefined) await deleteAll(database, [keyItem(outboxKey(region, message.id))])
    else await replaceMessage(database, region, left)
  }
}

/** One that was sent meanwhile is not put back. */
async function replaceMessage(database: Database, region: string, message: OutboxMessage): Promise<void> {
  const { kind: end } = await transact(database, [replaceAction(region, message)])
  if (end === 'in-the-way') throw new StoreUnavailable('a message is being written by others')
}

/** A message that tells the others what it told, and no more whom it was about; undefined if nobody else was told. */
function withoutPerson(message: OutboxMessage, { specialist, as }: Erased): OutboxMessage | undefined {
  const isToPerson = (to: Notice['to'][number]): boolean => to.kind === 'specialist' && to.specialist === specialist
  if (!message.notices.some(({ booking, to }) => booking.specialist === specialist || to.some(isToPerson)))
    return message
  const notices = message.notices.flatMap((notice): Notice[] => {
    const to = notice.to.filter((audience) => !isToPerson(audience))
    const { booking } = notice
    const about = booking.specialist === specialist ? { ...booking, specialist: as } : booking
    return to.length === 0 ? [] : [{ ...notice, booking: about, to }]
  })
  return notices.length === 0 ? undefined : { ...message, notices }
}
