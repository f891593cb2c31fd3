import { accessOf } from '@vertretbar/domain/access'
import type { Command } from '@vertretbar/domain/command'
import type { StateRefusal } from '@vertretbar/domain/command-refusal'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import { execute, type OpenCommand, type Order, type OrderRefusal } from '@vertretbar/usecases/execute'
import { inTime } from '@vertretbar/usecases/in-time'
import type { Outcome, Ports, Snapshot } from '@vertretbar/usecases/ports'
import { toldRefusal } from '@vertretbar/usecases/told-refusal'
import type { Viewer } from '@vertretbar/usecases/viewer'
import type { Context } from 'hono'
import type { HTTPException } from 'hono/http-exception'
import * as z from 'zod'
import { stillStands, tagOfContent } from './condition.ts'
import type { ApiContext } from './context.ts'
import { refusal } from './problem.ts'
import type { ApiRequest, Session } from './session.ts'

/** A write is carried out once under its key, however often it is sent; without one, it is another each time. */
export const KeyHeader = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(200)
    .regex(/^.+$/)
    .optional()
    .describe('Any text of the caller that is new for each write; the same write sent again with it is made once.'),
})

/** A change takes the tag of what was seen; whether it still stands is asked in the very write. */
export const MatchHeader = KeyHeader.extend({
  'if-match': z
    .string()
    .min(1)
    .max(500)
    .regex(/^.+$/)
    .optional()
    .describe('The `ETag` of what is to be changed, as it was last read.'),
})

/** What is asked of the state that a command is decided on, as whoever gives it sees it: why it is not carried out. */
export type Provided = (viewer: Viewer) => OrderRefusal | { readonly code: 'changed' } | undefined

/** A command that was carried out: what it came to, and the region as whoever gave it sees it then. */
export interface Done extends Viewer {
  readonly outcome: Outcome
}

/** Carries out a command for a request, or ends the request with the problem document of its refusal. */
export const carryOut = (c: ApiRequest, context: ApiContext, command: Command | OpenCommand): Promise<Done> =>
  carryOutProvided(c, context, { command, provided: () => undefined })

/** The same, if something holds of the state that it meets. */
export async function carryOutProvided(
  c: ApiRequest,
  { ports }: ApiContext,
  { command, provided }: { readonly command: Command | OpenCommand; readonly provided: Provided },
): Promise<Done> {
  const session = c.get('session')
  const { region, actor, waitedMilliseconds } = session
  const { remembered, decided } = remembering(command)
  const order = {
    region,
    command: remembered,
    actor,
    key: c.req.header('idempotency-key'),
    provided: (snapshot: Snapshot) => provided(viewerOf(snapshot, session)),
  }
  const done = await inTime(readAfter(ports, order), { waitedMilliseconds })
  if (done === undefined) throw refusal(c, 'busy')
  if (done.ok) return { ...viewerOf(done.value.snapshot, session), outcome: done.value.outcome }
  const known = decided()
  const no = done.refusal
  throw refusalOf(c, known === undefined || no.code === 'changed' ? no : toldRefusal(session, known, no))
}

/** The same command, and what it came to be when it was last decided on. */
function remembering(command: Command | OpenCommand) {
  if (!('resolve' in command)) return { remembered: command, decided: () => command }
  let last: Command | undefined
  const resolve: OpenCommand['resolve'] = (snapshot) => {
    const resolved = command.resolve(snapshot)
    last = resolved.ok ? resolved.value : undefined
    return resolved
  }
  return { remembered: { ...command, resolve }, decided: () => last }
}

/** Who asks, and what they see in another state of the region than the one they were admitted by. */
const viewerOf = (snapshot: Snapshot, { actor, today, now }: Session): Viewer => ({
  snapshot,
  access: accessOf(snapshot.index, actor, today),
  now,
})

/** That something is still as the caller has seen it, by their `If-Match`; without one nothing is changed. */
export function isAsSeen(
  c: ApiRequest,
  { what, id }: Omit<Extract<StateRefusal, { readonly code: 'unknown' }>, 'code'>,
  find: (viewer: Viewer) => object | undefined,
): Provided {
  const ifMatch = c.req.header('if-match')
  if (ifMatch === undefined) throw refusal(c, 'unconditional')
  return (viewer) => {
    const found = find(viewer)
    if (found === undefined) return { code: 'unknown', what, id }
    return stillStands(ifMatch, tagOfContent(found)) ? undefined : { code: 'changed' }
  }
}

type Refused = NonNullable<ReturnType<Provided>>

async function readAfter(
  ports: Ports,
  order: Order<Refused>,
): Promise<Result<Pick<Done, 'outcome' | 'snapshot'>, OrderRefusal | Refused>> {
  const done = await execute<Refused>(ports, order)
  if (!done.ok) return done
  const snapshot = await ports.regions.load(order.region)
  return snapshot === undefined ? refuse({ code: 'no-region' }) : accept({ outcome: done.value, snapshot })
}

/** The problem document of a refusal: the places of wrong values in the body, or the facts of what stands against it. */
export function refusalOf(c: Context, no: OrderRefusal | Refused): HTTPException {
  switch (no.code) {
    case 'invalid':
      return refusal(c, 'invalid', { errors: no.problems.map((problem) => ({ in: 'body', ...problem })) })
    case 'no-region':
      return refusal(c, 'no-membership')
    case 'key-of-another':
    case 'busy':
    case 'changed':
    case 'forbidden':
      return refusal(c, no.code)
    case 'unknown':
      return refusal(c, 'not-found', { refusal: no })
    default:
      return refusal(c, no.code, { refusal: no })
  }
}
