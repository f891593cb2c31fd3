import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import * as z from 'zod'
import type { InstallationFault } from './fault.ts'
import { providerPath } from './provider/local-issuer.ts'
import type { Handle } from './provider/provider.ts'
import type { Answer } from './site.ts'

/** A server that only programs of this machine reach; disposing of it lets open answers end. */
export interface LocalServer extends AsyncDisposable {
  readonly url: string
}

const loopback = '127.0.0.1'
const graceMilliseconds = 2000

const Address = z.object({ port: z.int() })
const SystemError = z.object({ code: z.string() })

/**
 * Listens on this machine alone, at a port or, for 0, at any that is free; if people sign in here, what asks for the
 * provider is the provider's.
 */
export async function listen(
  answer: Answer,
  port: number,
  provider?: Handle,
): Promise<Result<LocalServer, InstallationFault>> {
  const listener = getRequestListener(answer)
  const server = createServer((incoming, outgoing) => {
    if (!comesFromHere(incoming)) refuseStranger(outgoing)
    else if (provider !== undefined && incoming.url?.startsWith(`${providerPath}/`)) provider(incoming, outgoing)
    else void listener(incoming, outgoing)
  })
  try {
    server.listen({ port, host: loopback })
    await once(server, 'listening')
  } catch (error) {
    const code = SystemError.safeParse(error).data?.code
    if (code === 'EADDRINUSE') return refuse({ at: `--port ${port}`, code: 'port-taken' })
    if (code === 'EACCES') return refuse({ at: `--port ${port}`, code: 'port-forbidden' })
    throw error
  }
  return accept({
    url: `http://localhost:${Address.parse(server.address()).port}`,
    [Symbol.asyncDispose]: () => close(server),
  })
}

/**
 * A page from elsewhere can have its own name point at this machine and would then share our origin (DNS rebinding),
 * or send a form here; what it cannot do is to say another host, or to hide its origin.
 */
function comesFromHere({ headers: { host, origin } }: IncomingMessage): boolean {
  return isLocal(`http://${host}`) && (origin === undefined || isLocal(origin))
}

const isLocal = (origin: string): boolean =>
  ['localhost', loopback, '[::1]'].includes(URL.parse(origin)?.hostname ?? '')

/** RFC 9110 § 15.5.20: 421 says that this server does not answer for the host that was asked for. */
function refuseStranger(outgoing: ServerResponse): void {
  const body = {
    type: '/problems/foreign-host',
    title: 'This is not the address of this host',
    status: 421,
    code: 'foreign-host',
  }
  outgoing.writeHead(421, { 'Content-Type': 'application/problem+json', Connection: 'close' }).end(JSON.stringify(body))
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const impatient = setTimeout(() => server.closeAllConnections(), graceMilliseconds)
  await closed
  clearTimeout(impatient)
}
