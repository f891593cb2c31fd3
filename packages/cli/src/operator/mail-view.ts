import type { Instant } from '@vertretbar/domain/instant'
import type { Member } from '@vertretbar/domain/member'
import { instantText } from '@vertretbar/messages/instant-text'
import type { StoredMail } from '@vertretbar/usecases/alert-ports'
import { table } from '../table.ts'
import type { View } from '../view.ts'

/** A mail that has not reached anybody, as it is told: to whom and how far it has come, not what is in it. */
export interface MailView {
  readonly id: string
  readonly kind: StoredMail['mail']['kind']
  readonly member: string
  /** Undefined where there is no such member any more; nobody gets it then. */
  readonly address: string | undefined
  readonly state: StoredMail['state']
  readonly tries: number
  /** When it is tried next; undefined: it is not. */
  readonly nextTryAt: Instant | undefined
  readonly fault: string | undefined
}

/** What is told of a mail. */
export const mailView = (
  { mail, state, tries, nextTryAt, fault }: StoredMail,
  members: readonly Member[],
): MailView => ({
  id: mail.id,
  kind: mail.kind,
  member: mail.to,
  address: members.find(({ id }) => id === mail.to)?.address,
  state,
  tries,
  nextTryAt: state === 'waiting' ? nextTryAt : undefined,
  fault,
})

/** Mails as a table: to whom, how far they have come, and why not further. */
export function mailsTable(mails: readonly MailView[], { language, texts, page }: View): Promise<string> {
  const head = [
    { kept: texts.id },
    texts.address,
    texts.mailKind,
    { kept: texts.status },
    { kept: texts.tries },
    texts.nextTry,
    { kept: texts.fault },
  ]
  const rows = mails.map(({ id, kind, address, state, tries, nextTryAt, fault }) => [
    id,
    address ?? '–',
    texts.mailKinds[kind],
    texts.mailStates[state],
    String(tries),
    nextTryAt === undefined ? '–' : instantText(nextTryAt, language),
    fault ?? '–',
  ])
  return table(head, rows, page)
}
