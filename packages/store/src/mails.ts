import type { Mail } from '@vertretbar/domain/alert'
import { Instant, millisecondsOf } from '@vertretbar/domain/instant'
import { type MailStore, StoredMail } from '@vertretbar/usecases/alert-ports'
import { StoreUnavailable } from '@vertretbar/usecases/store-unavailable'
import * as z from 'zod'
import { deleteAll } from './batch.ts'
import { type Kind, pack, packDense, unpack } from './kind.ts'
import { queryAll, readItem } from './query.ts'
import { type Database, dueKey, type Item, keyItem, mailKey } from './table.ts'
import { type Action, transact } from './transaction.ts'

/** A mail and what became of it. */
export const kind: Kind<StoredMail> = { name: 'MAIL', body: StoredMail, upcasts: [] }

/** That a mail has not ended, and when it is to be tried; its name is that of the mail. */
export const waiting: Kind<{ readonly nextTryAt: Instant }> = {
  name: 'DUE',
  body: z.strictObject({ nextTryAt: Instant }).readonly(),
  upcasts: [],
}

/** How long a mail that has ended is kept, in seconds. */
const lifeSeconds = 30 * 24 * 60 * 60

/** Mails in one DynamoDB table. */
export const mailStore = (database: Database): MailStore => ({
  add: async (region, mails) => {
    for (const mail of mails) await addOne(database, region, mail)
  },
  due: async (region, now) => {
    const { pk } = dueKey(region, '')
    const marks = await queryAll(database, { pk })
    return marks
      .map((mark) => ({ id: mark.sk?.S ?? '', at: millisecondsOf(unpack(waiting, mark).nextTryAt) }))
      .filter(({ at }) => at <= now)
      .toSorted((a, b) => a.at - b.at)
      .map(({ id }) => id)
  },
  read: async (region, id) => {
    const item = await readItem(database, mailKey(region, id))
    return item && unpack(kind, item)
  },
  all: async (region) => {
    const mails = (await queryAll(database, { pk: mailKey(region, '').pk })).map((item) => unpack(kind, item))
    return mails.toSorted((a, b) => millisecondsOf(a.mail.at) - millisecondsOf(b.mail.at))
  },
  put: (region, mail) => replace(database, region, mail),
  sweep: async (region, now) => {
    const { pk } = mailKey(region, '')
    await deleteAll(database, await queryAll(database, { pk, only: 'keys', expiredBy: Math.floor(now / 1000) }))
  },
})

/** A mail that is known already stays as it is, whatever has become of it. */
async function addOne(database: Database, region: string, mail: Mail): Promise<void> {
  const stored: StoredMail = { mail, state: 'waiting', tries: 0, nextTryAt: mail.notBefore }
  const isNew = { ConditionExpression: 'attribute_not_exists(pk)' }
  const { kind: end } = await transact(database, [
    { Put: { Item: itemOf(region, stored), ...isNew } },
    markOf(region, stored),
  ])
  if (end === 'in-the-way') throw new StoreUnavailable('a mail is being written by others')
}

/**
 * Puts a mail in the place of the same that was known to wait. Whoever sent it while another did, its lease being over,
 * must not put back what has ended; only who begins anew, without a try, may.
 */
async function replace(database: Database, region: string, stored: StoredMail): Promise<void> {
  const isBegunAnew = stored.state === 'waiting' && stored.tries === 0
  const provided = isBegunAnew
    ? { ConditionExpression: 'attribute_exists(pk)' }
    : {
        ConditionExpression: 'waitingTries <= :tries',
        ExpressionAttributeValues: { ':tries': { N: String(stored.tries) } },
      }
  const { kind: end } = await transact(database, [
    { Put: { Item: itemOf(region, stored), ...provided } },
    markOf(region, stored),
  ])
  if (end === 'in-the-way') throw new StoreUnavailable('a mail is being written by others')
}

/** The number of tries stands beside the body as long as a mail waits, where conditions can see it. */
function itemOf(region: string, stored: StoredMail): Item {
  const packed = packDense(kind, mailKey(region, stored.mail.id), stored)
  if (stored.state === 'waiting') return { ...packed, waitingTries: { N: String(stored.tries) } }
  const endedAt = millisecondsOf(stored.endedAt ?? stored.nextTryAt)
  return { ...packed, expiresAt: { N: String(Math.floor(endedAt / 1000) + lifeSeconds) } }
}

const markOf = (region: string, { mail, state, nextTryAt }: StoredMail): Action =>
  state === 'waiting'
    ? { Put: { Item: pack(waiting, dueKey(region, mail.id), { nextTryAt }) } }
    : { Delete: { Key: keyItem(dueKey(region, mail.id)) } }
