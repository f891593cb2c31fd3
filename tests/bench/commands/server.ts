import { createApp } from '@vertretbar/api/app'
import { coverPlanFolder } from '@vertretbar/cli/installation/cover-plan-folder'
import { exportFolder } from '@vertretbar/cli/installation/kept-exports'
import { listen } from '@vertretbar/cli/installation/server'
import type { Region } from '@vertretbar/domain/region'
import { storesOf } from '@vertretbar/store/stores'
import type { Database } from '@vertretbar/store/table'
import type { Ports } from '@vertretbar/usecases/ports'
import { ulid } from 'ulid'
import * as z from 'zod'
import { admit, everyRole } from '../../api/admit.ts'
import { doorOf } from '../../api/door.ts'
import { testIssuer } from '../../api/issuer.ts'

/** What the store was asked for since the last look: calls, and read and write units. */
export interface Use {
  readonly calls: number
  readonly units: number
}

/** The API on a table, over HTTP, with a meter between it and the store. */
export interface Served extends AsyncDisposable {
  readonly ports: Ports
  readonly send: (method: string, path: string, body?: unknown) => Promise<unknown>
  readonly used: () => Use
}

const Capacity = z.object({ CapacityUnits: z.number() })
const Metered = z.object({
  ConsumedCapacity: z.union([Capacity.transform((one) => [one]), z.array(Capacity)]).optional(),
})

/** Serves a stored region on a clock that stands, to a member to whom nothing of it is foreign. */
export async function served(database: Database, region: Region, now: () => number): Promise<Served> {
  let use: Use = { calls: 0, units: 0 }
  database.client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } })
      const spent = Metered.parse(answer.output).ConsumedCapacity ?? []
      const units = spent.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0)
      use = { calls: use.calls + 1, units: use.units + units }
      return answer
    },
    { step: 'initialize', name: 'meter' },
  )
  const ports: Ports = {
    ...storesOf(database, now),
    exports: exportFolder('', Date.now),
    coverPlans: coverPlanFolder(''),
    enqueuePlan: () => Promise.reject(new Error('nothing is planned here')),
    now,
    newId: ulid,
  }
  const issuer = await testIssuer()
  const subject = 'measurer'
  await admit(ports, region.region.id, { subject, roles: everyRole(region) })
  const authorization = `Bearer ${await issuer.token(subject)}`
  const app = createApp({ ...doorOf(issuer), ports, report: (error) => console.error(error) })
  const server = await listen((request) => app.fetch(request), 0)
  if (!server.ok) throw new Error(JSON.stringify(server.refusal))
  const { url } = server.value
  return {
    ports,
    send: (method, path, body) => sent(`${url}${path}`, { method, body, authorization }),
    used: () => {
      const since = use
      use = { calls: 0, units: 0 }
      return since
    },
    [Symbol.asyncDispose]: () => server.value[Symbol.asyncDispose](),
  }
}

interface Sending {
  readonly method: string
  readonly body: unknown
  readonly authorization: string
}

/** A command that is refused would be measured for nothing. */
async function sent(url: string, { method, body, authorization }: Sending): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json', Authorization: authorization },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${url} ${JSON.stringify(body)}: ${response.status} ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}
