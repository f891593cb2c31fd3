import { once } from 'node:events'
import { callbackify } from 'node:util'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import * as z from 'zod'
import type { Mailbox } from './mailbox.ts'

/** A mail server that only programs of this machine reach; disposing of it lets what arrives just now arrive. */
export interface MailboxServer extends AsyncDisposable {
  readonly host: string
  readonly port: number
}

const loopback = '127.0.0.1'

/** A digest takes some kilobytes. */
const mostBytes = 2_000_000
const mostClients = 20
const graceMilliseconds = 2000

const Address = z.object({ port: z.int() })

/** Takes whatever mail it is given, for whomever, and puts it into the mailbox: nothing is ever passed on. */
export async function mailboxServer(
  mailbox: Pick<Mailbox, 'keep'>,
  report: (error: unknown) => void,
): Promise<MailboxServer> {
  const take = callbackify((stream: SMTPServerDataStream) => taken(stream, mailbox, report))
  const server = new SMTPServer({
    name: 'localhost',
    // There is nothing to sign in for, and no way that somebody could listen at.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: mostBytes,
    rejectOversized: true,
    maxClients: mostClients,
    closeTimeout: graceMilliseconds,
    onData: (stream, _, done) => take(stream, done),
  })
  const listening = server.listen(0, loopback)
  await once(listening, 'listening')
  // Clients that go away amid a mail are no fault of ours; they send it again.
  server.on('error', () => undefined)
  return {
    host: loopback,
    port: Address.parse(listening.address()).port,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Keeps a mail; throws what its sender is answered. */
async function taken(
  stream: SMTPServerDataStream,
  mailbox: Pick<Mailbox, 'keep'>,
  report: (error: unknown) => void,
): Promise<void> {
  try {
    const raw = await received(stream)
    if (raw !== undefined) await mailbox.keep(raw)
  } catch (error) {
    report(error)
    // RFC 5321 § 4.2.3: 451 says to try again later.
    throw Object.assign(new Error('The mailbox cannot be written', { cause: error }), { responseCode: 451 })
  }
}

/** A mail that has arrived whole; one that is too large is read to its end, and so is one whose sender goes away. */
async function received(stream: SMTPServerDataStream): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  try {
    for await (const part of stream) if (part instanceof Uint8Array && !stream.sizeExceeded) parts.push(part)
  } catch {
    return undefined
  }
  return stream.sizeExceeded ? undefined : Buffer.concat(parts)
}
