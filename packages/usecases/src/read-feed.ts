import { accessOf } from '@vertretbar/domain/access'
import { dateInGermany } from '@vertretbar/domain/calendar'
import { dayOf } from '@vertretbar/domain/half-day'
import { digestOfToken } from './feed-token.ts'
import { feedView } from './feed-view.ts'
import type { Ports } from './ports.ts'

/** A calendar feed as it is read now. */
export interface ReadFeed {
  readonly feed: string
  readonly text: string
}

/**
 * What a calendar feed says to whoever has its token, as far as its member may see it now; undefined for any token that
 * does not count: one that never was, was renewed or given back, or whose member is none any more, or may not see it.
 */
export async function readFeed(
  { feeds, regions, now: clock }: Pick<Ports, 'feeds' | 'regions' | 'now'>,
  told: string,
): Promise<ReadFeed | undefined> {
  const token = digestOfToken(told)
  const place = token === undefined ? undefined : await feeds.placeOf(token)
  const snapshot = place && (await regions.load(place.region))
  // The region has the last word: a token that was renewed counts no more, whatever else still says.
  const feed = snapshot?.region.feeds?.find((one) => one.id === place?.feed && one.token === token)
  if (snapshot === undefined || feed === undefined) return undefined
  const now = clock()
  const access = accessOf(snapshot.index, { kind: 'member', id: feed.member }, dayOf(dateInGermany(now)))
  const text = feedView({ snapshot, access, now }, feed)
  return text === undefined ? undefined : { feed: feed.id, text }
}
