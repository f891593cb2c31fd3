import { OpenAPIHono } from '@hono/zod-openapi'
import { type Access, accessOf } from '@vertretbar/domain/access'
import type { Actor } from '@vertretbar/domain/actor'
import { dateInGermany } from '@vertretbar/domain/calendar'
import { type Day, dayOf } from '@vertretbar/domain/half-day'
import type { Identity, Member } from '@vertretbar/domain/member'
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
}

/** What the middleware knows of a request. */
export interface ApiEnv {
  Variables: { requestId: string; identity: Identity; session: Session }
}
export type ApiRequest = Context<ApiEnv>

/** A router whose handlers know who asks. */
export const router = (): OpenAPIHono<ApiEnv> => new OpenAPIHono<ApiEnv>()

/** Ends with `401` whoever shows no token that counts here. */
export const authenticated =
  ({ authenticate }: ApiContext): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const identity = await authenticate(c.req.header('Authorization'))
    if (identity === undefined) throw refusal(c, 'unauthenticated')
    c.set('identity', identity)
    return next()
  }

/** Ends with `403` whoever is no member, or not today; and with `429` who asks more often than anybody needs to. */
export const admitted =
  (context: ApiContext): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const session = await sessionOf(context.ports, c.get('identity'))
    if (session === undefined) throw refusal(c, 'no-membership')
    const wait = await context.limit(session.member.id)
    if (wait !== undefined) {
      c.header('Retry-After', String(wait))
      throw refusal(c, 'too-many-requests')
    }
    c.set('session', session)
    return next()
  }

/** The member that somebody is today, in the state of their region that stands. */
export async function sessionOf(ports: Ports, identity: Identity): Promise<Session | undefined> {
  const membership = await ports.identities.membershipOf(identity)
  if (membership === undefined) return undefined
  const snapshot = await ports.regions.load(membership.region)
  if (snapshot === undefined) return undefined
  const now = ports.now()
  const today = dayOf(dateInGermany(now))
  const actor: Actor = { kind: 'member', id: membership.member }
  const access = accessOf(snapshot.index, actor, today)
  const { member } = access
  // The region has the last word: a login that was taken from a member counts no more, whatever else still says.
  const isBound = member?.identity?.issuer === identity.issuer && member.identity.subject === identity.subject
  if (member === undefined || !isBound) return undefined
  return { identity, member, actor, region: membership.region, snapshot, access, now, today }
}
