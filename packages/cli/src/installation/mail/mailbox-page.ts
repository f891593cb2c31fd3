import type { Language } from '@vertretbar/messages/catalogue'
import { instantText } from '@vertretbar/messages/instant-text'
import { mailboxWords } from '@vertretbar/messages/mailbox-words'
import { escaped } from '../escaped.ts'
import type { KeptMail } from './kept-mail.ts'

/** Where the pages of the mailbox and what belongs to them lie. */
export const mailboxPaths = {
  list: '/',
  older: (id: string) => `/?before=${id}`,
  style: '/mailbox.css',
  mail: (id: string) => `/mails/${id}`,
  html: (id: string) => `/mails/${id}/html`,
} as const

/** Some of the mails, the newest first, of how many there are. */
interface MailList {
  readonly mails: readonly KeptMail[]
  readonly count: number
  readonly hasOlder: boolean
}

/** The page that lists mails. */
export function mailboxPage({ mails, count, hasOlder }: MailList, language: Language): string {
  const words = mailboxWords[language]
  const last = hasOlder ? mails.at(-1) : undefined
  return document(
    language,
    words.mailbox,
    `<h1>${words.mailbox}</h1>
<p>${words.nothingLeaves}</p>
<p>${words.count(count)}</p>
${mails.length === 0 ? '' : `<ul>\n${mails.map((mail) => listed(mail, language)).join('\n')}\n</ul>`}
${last === undefined ? '' : `<p><a href="${mailboxPaths.older(last.id)}">${words.older}</a></p>`}`,
  )
}

const listed = ({ id, subject, to, arrivedAt }: KeptMail, language: Language): string => {
  const words = mailboxWords[language]
  return `<li><a href="${mailboxPaths.mail(id)}">${escaped(subject || words.noSubject)}</a>
<p>${words.recipient} ${escaped(to)} · ${instantText(arrivedAt, language)}</p></li>`
}

/** The page with one mail: what its head says, its text, and its HTML in a frame that can do nothing. */
export function mailPage(mail: KeptMail, language: Language): string {
  const words = mailboxWords[language]
  const { id, subject, from, to, arrivedAt, message, text, html } = mail
  const facts = [
    [words.sender, from],
    [words.recipient, to],
    [words.arrivedAt, instantText(arrivedAt, language)],
    ...(message === undefined ? [] : [[words.message, message] as const]),
  ] as const
  return document(
    language,
    subject || words.noSubject,
    `<p><a href="${mailboxPaths.list}">${words.all}</a></p>
<h1>${escaped(subject || words.noSubject)}</h1>
<dl>
${facts.map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value)}</dd>`).join('\n')}
</dl>
<h2>${words.asText}</h2>
${text === undefined ? `<p>${words.noText}</p>` : `<pre>${withLinks(text)}</pre>`}
${html === undefined ? '' : framed(id, words)}`,
  )
}

const framed = (id: string, { asHtml, htmlAlone }: (typeof mailboxWords)[Language]): string => `<h2>${asHtml}</h2>
<iframe src="${mailboxPaths.html(id)}" title="${asHtml}" sandbox></iframe>
<p><a href="${mailboxPaths.html(id)}">${htmlAlone}</a></p>`

/** The page for whatever there is not. */
export function notTherePage(language: Language): string {
  const words = mailboxWords[language]
  return document(
    language,
    words.notThere,
    `<h1>${words.notThere}</h1>\n<p><a href="${mailboxPaths.list}">${words.all}</a></p>`,
  )
}

/** A text whose web addresses can be followed; a sentence may end behind one. */
const withLinks = (text: string): string =>
  text
    .split(/(\bhttps?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/)
    .map((part, position) =>
      position % 2 === 0 ? escaped(part) : `<a href="${escaped(part)}" rel="noreferrer">${escaped(part)}</a>`,
    )
    .join('')

const document = (language: Language, title: string, main: string): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${mailboxPaths.style}">
<title>${escaped(title)} · Vertretbar</title>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`
