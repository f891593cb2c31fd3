import type { Language } from './catalogue.ts'

/** Counts mails in German. */
const mails = (number: number): string => `${number.toLocaleString('de-DE')} ${number === 1 ? 'E-Mail' : 'E-Mails'}`

const german = {
  mailbox: 'Postfach dieses Rechners',
  nothingLeaves:
    'Hier liegt, was Vertretbar als E-Mail verschickt. Nichts davon verlässt diesen Rechner, an wen auch immer es gerichtet ist.',
  count: (number: number) =>
    number === 0 ? 'Noch ist keine E-Mail angekommen.' : `${mails(number)}, die neueste zuerst`,
  older: 'Ältere E-Mails',
  sender: 'Von',
  recipient: 'An',
  arrivedAt: 'Angekommen',
  message: 'Kennung',
  noSubject: '(ohne Betreff)',
  asText: 'Als Text',
  asHtml: 'Wie ein Mailprogramm sie zeigt',
  htmlAlone: 'Allein anzeigen',
  noText: 'Diese E-Mail hat keinen Text.',
  all: 'Alle E-Mails',
  notThere: 'Diese E-Mail gibt es nicht (mehr).',
}

const english: typeof german = {
  mailbox: 'Mailbox of this machine',
  nothingLeaves:
    'Here lies what Vertretbar sends as e-mail. Nothing of it leaves this machine, to whomever it is addressed.',
  count: (number) =>
    number === 0
      ? 'No e-mail has arrived yet.'
      : `${number.toLocaleString('en-GB')} ${number === 1 ? 'e-mail' : 'e-mails'}, the newest first`,
  older: 'Older e-mails',
  sender: 'From',
  recipient: 'To',
  arrivedAt: 'Arrived',
  message: 'Id',
  noSubject: '(no subject)',
  asText: 'As text',
  asHtml: 'As a mail program shows it',
  htmlAlone: 'Show alone',
  noText: 'This e-mail has no text.',
  all: 'All e-mails',
  notThere: 'This e-mail is not here (any more).',
}

/** What the pages of the local mailbox say. */
export const mailboxWords: Readonly<Record<Language, typeof german>> = { de: german, en: english }
