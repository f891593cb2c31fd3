import { dateOf } from '@vertretbar/domain/half-day'
import { hasAlready, tagOfContent } from './condition.ts'
import type { ApiRequest, Session } from './session.ts'

/** Answers with what is said to a member of the region as it stands, or with `304` where they already have just that. */
export function answerFrom<View extends object>(c: ApiRequest, say: (session: Session) => View) {
  const session = c.get('session')
  const tag = tagOf(session)
  const isKnown = hasAlready(c.req.header('If-None-Match'), tag)
  // Of one thing it is found out first whether it is there for this one: there is nothing else to be had already.
  const isOneThing = Object.keys(c.req.param()).length > 0
  const said = isKnown && !isOneThing ? undefined : say(session)
  c.header('ETag', tag)
  return isKnown || said === undefined ? c.body(null, 304) : c.json(said, 200)
}

/** What is said depends on the state of the region, on today, and on who asks. */
export const tagOf = ({ snapshot, today, member }: Session): string =>
  `"${snapshot.state}-${dateOf(today)}-${member.id}"`

/** Answers with one thing that can be changed, under the tag of its content, or with `304` where they have just that. */
export function answerThing<View extends object>(c: ApiRequest, thing: View) {
  const tag = tagOfContent(thing)
  c.header('ETag', tag)
  return hasAlready(c.req.header('If-None-Match'), tag) ? c.body(null, 304) : c.json(thing, 200)
}
