import type { OutgoingMail, SendMail } from '@vertretbar/usecases/alert-ports'
import { createTransport, type SendMailOptions } from 'nodemailer'
import * as z from 'zod'
import type { SmtpServer } from './mail-setting.ts'

/** How long a server is waited for, in milliseconds. */
export interface Patience {
  /** From the way to it until it has the whole mail. */
  readonly untilHandedOver: number
  /**
   * From then on for its word that it took the mail. Servers look for viruses first; whoever stops waiting here sends
   * again what may have been taken (RFC 5321 § 4.5.3.2.6).
   */
  readonly untilTaken: number
}

/** Both together stay within the time for which one alone may send the mails of a region. */
const usualPatience: Patience = { untilHandedOver: 20_000, untilTaken: 60_000 }

/** What sending needs from outside. */
export interface SmtpSurroundings {
  /** The clock that mails are dated by, in milliseconds since 1970. */
  readonly now: () => number
  /** From when on no server is waited for any more. */
  readonly stopped: AbortSignal
  readonly patience?: Patience
}

/**
 * Sends mails to a server, each over a connection of its own. What goes wrong is told by a code alone: what servers say
 * names addresses.
 */
export function smtpTransport(
  server: SmtpServer,
  { now, stopped, patience = usualPatience }: SmtpSurroundings,
): SendMail {
  return async (mail) => {
    const end = new AbortController()
    const endIn = (milliseconds: number) => setTimeout(() => end.abort(), milliseconds).unref()
    let timer = endIn(patience.untilHandedOver)
    const onHandedOver = (): void => {
      clearTimeout(timer)
      timer = endIn(patience.untilTaken)
    }
    try {
      const signal = AbortSignal.any([end.signal, stopped])
      const message = { ...messageOf(mail, server.from), date: new Date(now()), signal }
      await transportTo(server, patience, onHandedOver).sendMail(message)
      return { kind: 'accepted' }
    } catch (error) {
      const fault = SmtpFault.safeParse(error)
      if (!fault.success) throw error
      if (stopped.aborted) return { kind: 'failed', fault: 'stopped' }
      return { kind: isForGood(fault.data) ? 'refused' : 'failed', fault: codeOf(fault.data) }
    } finally {
      clearTimeout(timer)
    }
  }
}

function transportTo(
  { host, port, encryption, login }: SmtpServer,
  { untilHandedOver, untilTaken }: Patience,
  onHandedOver: () => void,
) {
  const transport = createTransport({
    host,
    port,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    ignoreTLS: encryption === 'none',
    ...(login !== undefined && { auth: { user: login.user, pass: login.password } }),
    dnsTimeout: untilHandedOver,
    connectionTimeout: untilHandedOver,
    greetingTimeout: untilHandedOver,
    socketTimeout: untilHandedOver + untilTaken,
    socketCloseTimeout: 1000,
    // A text that looks like a path or an address is still a text.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  transport.use('stream', ({ message }, next) => {
    // It is read only once the server has said that it wants the content.
    message?.processFunc((content) => content.once('end', onHandedOver))
    next()
  })
  return transport
}

function messageOf({ id, to, language, subject, text, html }: OutgoingMail, from: string): SendMailOptions {
  return {
    // As objects addresses are taken as they are: nothing in them is read as a list or a name.
    from: { name: 'Vertretbar', address: from },
    to: { name: '', address: to },
    // Sent again, it is the same mail to every server that keeps out what it has.
    messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    subject,
    text,
    html,
    headers: {
      'X-Vertretbar-Message': id,
      // RFC 3834 § 5, and what Exchange goes by: nobody's notice of absence answers to this.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': language,
    },
  }
}

/** What nodemailer says of a failure. */
const SmtpFault = z.object({
  code: z.string(),
  /** What the operating system or the TLS library calls it. */
  originalCode: z.string().optional(),
  command: z.string().optional(),
  response: z.string().optional(),
  responseCode: z.int().optional(),
  permanent: z.boolean().default(false),
})
type SmtpFault = z.infer<typeof SmtpFault>

/** Answers of a server that say something about this mail and its recipient, not about us or about itself. */
const aboutTheMail = ['RCPT TO', 'DATA']

/** RFC 4954 § 6: whoever has to sign in first has not been told anything about the mail. */
const signInFirst = 530

/** Whether it makes no sense to try this mail again. */
function isForGood({ code, command = '', responseCode, permanent }: SmtpFault): boolean {
  // Without any answer: an address that is none, or a mail larger than the server announced to take.
  if (responseCode === undefined) return code === 'EENVELOPE' || code === 'EMESSAGE'
  return permanent && responseCode !== signInFirst && aboutTheMail.includes(command)
}

/** The code of the answer with the one of RFC 3463, `550 5.1.1`; without an answer, that of the network. */
function codeOf({ code, originalCode, response = '' }: SmtpFault): string {
  const answered = /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3}\b)?/.exec(response)?.[0]
  if (answered !== undefined) return answered.replace('-', ' ')
  return code === 'EABORT' ? 'ETIMEDOUT' : (originalCode ?? code)
}
