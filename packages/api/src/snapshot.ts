import { dateInGermany } from '@vertretbar/domain/calendar'
import type { Snapshot } from '@vertretbar/usecases/ports'
import type { Context } from 'hono'
import { hasAlready } from './condition.ts'
import type { ApiContext } from './context.ts'
import { refusal } from './problem.ts'

/** What there is to say of a region at one moment. */
type Say<View> = (snapshot: Snapshot, now: number) => View

/** Answers with what is said of the region as it stands, or with `304` where the caller already has just that. */
export async function answerFrom<View extends object>(c: Context, { region, ports }: ApiContext, say: Say<View>) {
  // Read once: what is said depends on the state of the region and on today, so the tag names both.
  const now = ports.now()
  const tagOf = (state: string): string => `"${state}-${dateInGermany(now)}"`
  const standing = await ports.regions.stateOf(region)
  if (standing === undefined) throw refusal(c, 'no-region')
  if (hasAlready(c.req.header('If-None-Match'), tagOf(standing.state)))
    return c.body(null, 304, { ETag: tagOf(standing.state), 'Cache-Control': 'no-cache' })
  const snapshot = await ports.regions.load(region)
  if (snapshot === undefined) throw refusal(c, 'no-region')
  return c.json(say(snapshot, now), 200, { ETag: tagOf(snapshot.state), 'Cache-Control': 'no-cache' })
}
