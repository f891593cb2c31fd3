import * as z from 'zod'
import { AreaId, AuthorityId, Id, SpecialistId } from './identifier.ts'
import { Instant } from './instant.ts'
import { CodeDigest } from './member.ts'

/** What a calendar feed shows: the covers of one person, or those that an authority, or an area of it, gives and gets. */
export const FeedSubject = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), specialist: SpecialistId }),
    z.strictObject({ kind: z.literal('place'), authority: AuthorityId, area: AreaId.optional() }),
  ])
  .readonly()
  .meta({ id: 'FeedSubject' })
export type FeedSubject = z.infer<typeof FeedSubject>

/**
 * A calendar that a member reads elsewhere, at an address that holds a secret. It shows what that member may see when it
 * is read, and nothing once they may not.
 */
export const Feed = z
  .strictObject({ id: Id, member: Id, token: CodeDigest, shows: FeedSubject, createdAt: Instant })
  .readonly()
  .meta({ id: 'Feed' })
export type Feed = z.infer<typeof Feed>

/** A calendar for oneself, and one for each area that somebody looks after. */
export const mostFeeds = 10
