import * as z from 'zod'
import type { CommandRefusal } from '../command-refusal.ts'
import { type Decide, decision } from '../decision.ts'
import { type Feed, FeedSubject, mostFeeds } from '../feed.ts'
import { danglingIn } from '../feed-content.ts'
import { Id } from '../identifier.ts'
import { instantOf } from '../instant.ts'
import { CodeDigest } from '../member.ts'
import type { Region } from '../region.ts'
import { accept, type Result, refuse } from '../result.ts'

/** A member is to read covers in a calendar of their own, by a token that they are told once. */
export const CreateFeed = z
  .strictObject({ kind: z.literal('create-feed'), member: Id, shows: FeedSubject, token: CodeDigest })
  .readonly()
  .meta({ id: 'CreateFeed' })

/** The token of a feed may have become known: only the new one holds. */
export const RotateFeed = z
  .strictObject({ kind: z.literal('rotate-feed'), feed: Id, token: CodeDigest })
  .readonly()
  .meta({ id: 'RotateFeed' })

/** A feed is not to be read any more. */
export const RevokeFeed = z
  .strictObject({ kind: z.literal('revoke-feed'), feed: Id })
  .readonly()
  .meta({ id: 'RevokeFeed' })

/** Stored if all that it names is there and the member does not have too many. */
export const createFeed: Decide<z.infer<typeof CreateFeed>> = (
  { index: { region } },
  { member, shows, token },
  { now, newId },
) => {
  const { members = [], feeds = [] } = region
  if (!members.some(({ id }) => id === member)) return refuse({ code: 'unknown', what: 'member', id: member })
  const problems = danglingIn(region, shows).map((problem) => ({ ...problem, pointer: `/shows${problem.pointer}` }))
  if (problems.length > 0) return refuse({ code: 'invalid', problems })
  if (feeds.filter((feed) => feed.member === member).length >= mostFeeds)
    return refuse({ code: 'too-many-feeds', most: mostFeeds })
  return accept(putFeed({ id: newId(), member, token, shows, createdAt: instantOf(now) }))
}

/** What it shows and since when it has been there stay. */
export const rotateFeed: Decide<z.infer<typeof RotateFeed>> = ({ index: { region } }, { feed: id, token }) => {
  const found = feedIn(region, id)
  return found.ok ? accept(putFeed({ ...found.value, token })) : found
}

/** Whoever still reads it is told that there is nothing. */
export const revokeFeed: Decide<z.infer<typeof RevokeFeed>> = ({ index: { region } }, { feed: id }) => {
  const found = feedIn(region, id)
  return found.ok ? accept(decision([{ kind: 'remove', in: 'feeds', id }])) : found
}

const putFeed = (member: Feed) => decision([{ kind: 'put', in: 'feeds', member }])

function feedIn({ feeds = [] }: Region, id: string): Result<Feed, CommandRefusal> {
  const found = feeds.find((one) => one.id === id)
  return found === undefined ? refuse({ code: 'unknown', what: 'feed', id }) : accept(found)
}
