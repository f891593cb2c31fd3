import { mailboxServer } from '@vertretbar/cli/installation/mail/mailbox-server'
import { smtpTransport } from '@vertretbar/cli/installation/mail/smtp-transport'
import type { SendMail } from '@vertretbar/usecases/alert-ports'

/** A mail as it arrived: by what it is known, and for whom and what it says. */
interface Arrived {
  readonly message: string
  readonly to: string
  readonly subject: string
}

/** A real mail server, the way to it, and all that arrived there. */
export interface PostOffice extends AsyncDisposable {
  readonly send: SendMail
  readonly arrived: Arrived[]
  /** How often a mail arrived, by what it is known. */
  readonly times: (message: string) => number
}

/** Opens a post office on this machine that takes every mail. */
export async function postOffice(now: () => number): Promise<PostOffice> {
  const arrived: Arrived[] = []
  const faults: unknown[] = []
  const keep = async (raw: Uint8Array): Promise<void> => void arrived.push(readMail(Buffer.from(raw).toString('utf8')))
  const mailbox = { keep, ids: async () => [], read: async () => undefined }
  const server = await mailboxServer(mailbox, (fault) => void faults.push(fault))
  const { host, port } = server
  const from = 'vertretbar@example.de'
  const stopped = new AbortController()
  return {
    send: smtpTransport({ host, port, encryption: 'none', login: undefined, from }, { now, stopped: stopped.signal }),
    arrived,
    times: (message) => arrived.filter((one) => one.message === message).length,
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]()
      if (faults.length > 0) throw new AggregateError(faults)
    },
  }
}

const readMail = (raw: string): Arrived => ({
  message: headerIn(raw, 'X-Vertretbar-Message'),
  to: headerIn(raw, 'To'),
  subject: headerIn(raw, 'Subject'),
})

/** A header on one line or several (RFC 5322 § 2.2.3). */
function headerIn(raw: string, name: string): string {
  const [, value] = new RegExp(`^${name}: (.*(?:\r?\n[ \t].*)*)`, 'im').exec(raw) ?? []
  if (value === undefined) throw new Error(`a mail arrived without ${name}`)
  return value.replaceAll(/\r?\n[ \t]/g, ' ')
}
