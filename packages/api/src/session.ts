import { OpenAPIHono } from '@hono/zod-openapi'
import { type Access, accessOf } from '@vertretbar/domain/access'
import type { Actor } from '@vertretbar/domain/actor'
import { dateInGermany } from '@vertretbar/domain/calendar'
import { type Day, dayOf } from '@vertretbar/domain/half-day'
import type { Identity, Member } from '@vertretbar/domain/member'
import { inTime } from '@vertretbar/usecases/in-time'
import type { Ports, Snapshot } from '@vertretbar/usecases/ports'
import type { Context, MiddlewareHandler } from 'hono'
import type { ApiContext } from './context.ts'
import { refusal } from './problem.ts'

/** Who asks, as what, and of which state of their region: read anew for each request, so that who is removed is out. */
export interface Session {
  readonly identity: Identity
  readonly member: Member
  readonly actor: Actor
  readonly region: string
  readonly snapshot: Snapshot
  readonly access: Access
  /** Milliseconds since 1970, read once: whatever is said of "today" is said of one day. */
  readonly now: number
  readonly today: Day
  /** How long it took to know all that: so much less there is left to answer in time. */
  readonly waitedMilliseconds: number
}

/** What the middleware knows of a request. */
export interface ApiEnv {
  /** `began`: when it was begun to find out who asks, by the clock that only counts on. */
  Variables: { requestId: string; began: number; identity: Identity; session: Session }
}
export type ApiRequest = Context<ApiEnv>

/** A router whose handlers know who asks. */
export const router = (): OpenAPIHono<ApiEnv> => new OpenAPIHono<ApiEnv>()

/** What members are told is for them alone: no cache between gives it to anybody else. */
export const answersPrivately: MiddlewareHandler<ApiEnv> = async (c, next) => {
  await next()
  // A code that is told once, or all that is kept of somebody, is to be kept by no cache at all.
  const isKept = !c.res.headers.get('Cache-Control')?.includes('no-store')
  c.header('Cache-Control', isKept ? 'private, no-cache' : 'private, no-store')
  c.header('Vary', 'Authorization')
}

/** Ends with `401` whoever shows no token that counts here, and with `503` where nobody can tell. */
export const authenticated =
  ({ authenticate }: ApiContext): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    c.set('began', performance.now())
    const identity = await authenticate(c.req.header('Authorization'))
    if (identity === undefined) throw refusal(c, 'unauthenticated')
    c.set('identity', identity)
    return next()
  }

/**
 * Ends with `403` whoever is no member, or not today; with `429` who asks more often than anybody needs to; and with `503`
 * where the store does not say in time who it is, for to take that for a no would be to send a member away.
 */
export const admitted =
  (context: ApiContext): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const found = await inTime(sessionOf(context.ports, c.get('identity')), waited(c))
    if (found === undefined) throw refusal(c, 'busy')
    if (found === 'nobody') throw refusal(c, 'no-membership')
    const session = { ...found, ...waited(c) }
    await withinLimit(c, context, session.member.id)
    c.set('session', session)
    return next()
  }

/** How long somebody has waited since they showed their token. */
export const waited = (c: ApiRequest) => ({ waitedMilliseconds: performance.now() - c.get('began') })

/** Says how often somebody may still ask, and ends with `429` who has done so too often. */
export async function withinLimit(c: ApiRequest, { limit }: ApiContext, who: string): Promise<void> {
  const { requests, seconds, left, resetSeconds, isSpent } = await limit(who)
  // draft-ietf-httpapi-ratelimit-headers § 3 and § 4.
  c.header('RateLimit-Policy', `"member";q=${requests};w=${seconds}`)
  c.header('RateLimit', `"member";r=${left};t=${resetSeconds}`)
  if (!isSpent) return
  c.header('Retry-After', String(resetSeconds))
  throw refusal(c, 'too-many-requests')
}

/** The member that somebody is today, in the state of their region that stands. */
export async function sessionOf(
  ports: Ports,
  identity: Identity,
): Promise<Omit<Session, 'waitedMilliseconds'> | 'nobody'> {
  const membership = await ports.identities.membershipOf(identity)
  if (membership === undefined) return 'nobody'
  const snapshot = await ports.regions.load(membership.region)
  if (snapshot === undefined) return 'nobody'
  const now = ports.now()
  const today = dayOf(dateInGermany(now))
  const actor: Actor = { kind: 'member', id: membership.member }
  const access = accessOf(snapshot.index, actor, today)
  const { member } = access
  // The region has the last word: a login that was taken from a member counts no more, whatever else still says.
  const isBound = member?.identity?.issuer === identity.issuer && member.identity.subject === identity.subject
  if (member === undefined || !isBound) return 'nobody'
  return { identity, member, actor, region: membership.region, snapshot, access, now, today }
}
