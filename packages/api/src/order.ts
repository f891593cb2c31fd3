import { accessOf } from '@vertretbar/domain/access'
import type { Command } from '@vertretbar/domain/command'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import { execute, type OpenCommand, type Order, type OrderRefusal } from '@vertretbar/usecases/execute'
import { inTime } from '@vertretbar/usecases/in-time'
import type { Outcome, Ports } from '@vertretbar/usecases/ports'
import { toldRefusal } from '@vertretbar/usecases/told-refusal'
import type { Viewer } from '@vertretbar/usecases/viewer'
import type { Context } from 'hono'
import type { HTTPException } from 'hono/http-exception'
import * as z from 'zod'
import type { ApiContext } from './context.ts'
import { refusal } from './problem.ts'
import type { ApiRequest } from './session.ts'

/** A write is carried out once under its key, however often it is sent; without one, it is another each time. */
export const KeyHeader = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Any text of the caller that is new for each write; the same write sent again with it is made once.'),
})

/** A command that was carried out: what it came to, and the region as whoever gave it sees it then. */
export interface Done extends Viewer {
  readonly outcome: Outcome
}

/** Carries out a command for a request, or ends the request with the problem document of its refusal. */
export async function carryOut(c: ApiRequest, { ports }: ApiContext, command: Command | OpenCommand): Promise<Done> {
  const session = c.get('session')
  const { region, actor, today, now } = session
  const { remembered, decided } = remembering(command)
  const order = { region, command: remembered, actor, key: c.req.header('idempotency-key') }
  const done = await inTime(readAfter(ports, order))
  if (done === undefined) throw refusal(c, 'busy')
  if (done.ok) return { ...done.value, access: accessOf(done.value.snapshot.index, actor, today), now }
  const known = decided()
  throw refusalOf(c, known === undefined ? done.refusal : toldRefusal(session, known, done.refusal))
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

async function readAfter(
  ports: Ports,
  order: Order,
): Promise<Result<Pick<Done, 'outcome' | 'snapshot'>, OrderRefusal>> {
  const done = await execute(ports, order)
  if (!done.ok) return done
  const snapshot = await ports.regions.load(order.region)
  return snapshot === undefined ? refuse({ code: 'no-region' }) : accept({ outcome: done.value, snapshot })
}

/** The problem document of a refusal: the places of wrong values in the body, or the facts of what stands against it. */
export function refusalOf(c: Context, no: OrderRefusal): HTTPException {
  switch (no.code) {
    case 'invalid':
      return refusal(c, 'invalid', { errors: no.problems.map((problem) => ({ in: 'body', ...problem })) })
    case 'no-region':
      return refusal(c, 'no-membership')
    case 'key-of-another':
    case 'busy':
      return refusal(c, no.code)
    case 'forbidden':
      return refusal(c, 'forbidden')
    case 'unknown':
      return refusal(c, 'not-found', { refusal: no })
    default:
      return refusal(c, no.code, { refusal: no })
  }
}
