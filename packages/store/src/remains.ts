import { millisecondsOf } from '@vertretbar/domain/instant'
import type { Notice, OutboxMessage } from '@vertretbar/domain/message'
import { Erased, type RemainsStore } from '@vertretbar/usecases/ports'
import { deleteAll } from './batch.ts'
import { sweepUnreachable } from './generation.ts'
import { deleteKeysNaming } from './keyed.ts'
import { type Kind, pack, unpack } from './kind.ts'
import { rewriteMessages } from './outbox.ts'
import { deleteAskedUntil } from './plan-jobs.ts'
import { queryAll } from './query.ts'
import { type Database, keyItem, regionKey, remainsKey, remainsPrefix } from './table.ts'
import type { Action } from './transaction.ts'

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
    await rewriteMessages(database, region, (message) => withoutPerson(message, erased))
  },
  settle: (region, { as }) => deleteAll(database, [keyItem(remainsKey(region, as))]),
})

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
