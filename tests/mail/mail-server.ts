import { once } from 'node:events'
import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { callbackify } from 'node:util'
import type { SmtpServer } from '@vertretbar/cli/installation/mail/mail-setting'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server'
import * as z from 'zod'

/** Where a server does something else than go on. */
export type Moment = 'greeting' | 'sender' | 'recipient' | 'content'

/**
 * What becomes of a connection: its mail is taken; a moment is answered with a code, or with nothing at all; or the mail
 * is taken and the connection cut before anybody hears of it.
 */
export type Fate =
  | 'take'
  | 'cut'
  | { readonly at: Moment; readonly answer: number }
  | { readonly at: Moment; readonly answer: undefined }

/** A mail that a server has taken: for whom, and what it is. */
export interface TakenMail {
  readonly to: readonly string[]
  readonly email: Email
  /** The header `X-Vertretbar-Message`. */
  readonly id: string
  readonly wasCut: boolean
}

/** A mail server of the tests, on this machine. */
export interface MailServer extends AsyncDisposable {
  readonly address: SmtpServer
  readonly taken: readonly TakenMail[]
  /** How many connections there were. */
  readonly connections: () => number
}

const Address = z.object({ port: z.int() })

type Options = SMTPServerOptions & { readonly port?: number }

/** A server that decides on the fate of each connection by its number, from 0 on; at a free port unless one is named. */
export async function mailServer(fateOf: (connection: number) => Fate, options: Options = {}): Promise<MailServer> {
  const { port = 0, ...others } = options
  const taken: TakenMail[] = []
  const fates = new Map<string, Fate>()
  const sockets = new Map<number, Socket>()
  const receive = callbackify(async (content: Readable, session: SMTPServerSession) => {
    const fate = fates.get(session.id)
    const email = await PostalMime.parse(await buffer(content))
    await meet(fate, 'content')
    // The server refuses it by itself.
    if ('sizeExceeded' in content && content.sizeExceeded === true) return
    taken.push({ ...headOf(email, session), wasCut: fate === 'cut' })
    if (fate === 'cut') sockets.get(session.remotePort)?.destroy()
  })
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    logger: false,
    closeTimeout: 100,
    ...meeting(fates, fateOf),
    onData: (content, session, next) => receive(content, session, next),
    ...others,
  })
  const listening = server.listen(port, '127.0.0.1')
  listening.on('connection', (socket: Socket) => sockets.set(socket.remotePort ?? 0, socket))
  await once(listening, 'listening')
  // Clients that go away have been made to.
  server.on('error', () => undefined)
  return {
    address: { ...nothingElse, port: Address.parse(listening.address()).port },
    taken,
    connections: () => fates.size,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const nothingElse = {
  host: '127.0.0.1',
  encryption: 'none',
  login: undefined,
  from: 'vertretbar@kreis.example',
} as const

/** What happens to a connection before there is a mail. */
function meeting(fates: Map<string, Fate>, fateOf: (connection: number) => Fate): SMTPServerOptions {
  const met = callbackify(meet)
  return {
    onConnect: ({ id }, next) => {
      const fate = fateOf(fates.size)
      fates.set(id, fate)
      met(fate, 'greeting', next)
    },
    onMailFrom: (_, { id }, next) => met(fates.get(id), 'sender', next),
    onRcptTo: (_, { id }, next) => met(fates.get(id), 'recipient', next),
  }
}

/** Goes on at once, unless something else is to happen at this moment: an answer, or nothing ever. */
async function meet(fate: Fate | undefined, moment: Moment): Promise<void> {
  if (typeof fate !== 'object' || fate.at !== moment) return
  if (fate.answer === undefined) await new Promise<never>(() => undefined)
  throw Object.assign(new Error('no'), { responseCode: fate.answer })
}

const headOf = (email: Email, { envelope }: SMTPServerSession): Omit<TakenMail, 'wasCut'> => ({
  to: envelope.rcptTo.map(({ address }) => address),
  email,
  id: headerOf(email, 'x-vertretbar-message'),
})

/** A header of a mail, by its name in lower case. */
export const headerOf = ({ headers }: Email, name: string): string =>
  headers.find(({ key }) => key === name)?.value ?? ''
