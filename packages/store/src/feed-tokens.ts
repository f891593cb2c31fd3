import type { Region } from '@vertretbar/domain/region'
import { FeedPlace, type FeedStore } from '@vertretbar/usecases/ports'
import { type Kind, pack, unpack } from './kind.ts'
import { readItem } from './query.ts'
import { type Database, feedTokenKey, keyItem } from './table.ts'
import type { Action } from './transaction.ts'

/** Which calendar a token is for. */
export const kind: Kind<FeedPlace> = { name: 'FEED-TOKEN', body: FeedPlace, upcasts: [] }

/** Which calendar is read by which token, in one DynamoDB table. */
export const feedStore = (database: Database): FeedStore => ({
  placeOf: async (token) => {
    const item = await readItem(database, feedTokenKey(token))
    return item && unpack(kind, item)
  },
})

/** The writes by which tokens are known as the next region has them, and no others of it any more. */
export function feedTokenActions(before: Region | undefined, next: Region): Action[] {
  if (before?.feeds === next.feeds) return []
  const [old, now] = [feedsByToken(before), feedsByToken(next)]
  const region = next.region.id
  return [
    ...[...old.keys()]
      .filter((token) => !now.has(token))
      .map((token) => ({ Delete: { Key: keyItem(feedTokenKey(token)) } })),
    ...[...now]
      .filter(([token, feed]) => old.get(token) !== feed)
      .map(([token, feed]) => ({ Put: { Item: pack(kind, feedTokenKey(token), { region, feed }) } })),
  ]
}

const feedsByToken = (region: Region | undefined): ReadonlyMap<string, string> =>
  new Map((region?.feeds ?? []).map(({ id, token }) => [token, id]))
