import type { SendMail } from '@vertretbar/usecases/alert-ports'
import type { DataFolder } from '../data-folder.ts'
import { listen } from '../server.ts'
import type { MailSetting } from './mail-setting.ts'
import { type Mailbox, openMailbox } from './mailbox.ts'
import { mailboxServer } from './mailbox-server.ts'
import { mailboxSite } from './mailbox-site.ts'
import { smtpTransport } from './smtp-transport.ts'

/** The way out for mails; disposing of it ends what it brought along. */
export interface MailOut extends AsyncDisposable {
  readonly send: SendMail
  /** Where mails go that stay here; undefined: they leave this machine. */
  readonly mailbox: Mailbox | undefined
  /** From then on no server is waited for any more. */
  readonly stop: () => void
}

interface Place {
  readonly folder: DataFolder
  readonly now: () => number
  readonly report: (error: unknown) => void
}

/** For whoever might answer a mail that never leaves this machine (RFC 2606 § 2). */
const nobody = 'vertretbar@vertretbar.invalid'

/** The way out that a setting means: a server elsewhere, or one of our own that keeps every mail here. */
export async function openMailOut(setting: MailSetting, { folder, now, report }: Place): Promise<MailOut> {
  const end = new AbortController()
  const stop = (): void => end.abort()
  const surroundings = { now, stopped: end.signal }
  if (setting.kind === 'smtp')
    return {
      send: smtpTransport(setting.server, surroundings),
      mailbox: undefined,
      stop,
      [Symbol.asyncDispose]: async () => stop(),
    }
  const mailbox = await openMailbox(folder.mailboxPath, now)
  const server = await mailboxServer(mailbox, report)
  const { host, port } = server
  return {
    send: smtpTransport({ host, port, encryption: 'none', login: undefined, from: nobody }, surroundings),
    mailbox,
    stop,
    [Symbol.asyncDispose]: async () => {
      stop()
      await server[Symbol.asyncDispose]()
    },
  }
}

const highestPort = 65_535

/** The pages of a mailbox at the port after that of the application, or at any that is free. */
export async function serveMailbox(mailbox: Mailbox, application: string): ReturnType<typeof listen> {
  const site = mailboxSite(mailbox)
  const next = Number(new URL(application).port) + 1
  const served = await listen(site, next > highestPort ? 0 : next)
  return served.ok ? served : listen(site, 0)
}
