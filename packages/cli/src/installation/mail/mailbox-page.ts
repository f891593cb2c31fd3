import type { Language } from '@vertretbar/messages/catalogue'
import { html, type Markup } from '@vertretbar/messages/html-text'
import { instantText } from '@vertretbar/messages/instant-text'
import { mailboxWords } from '@vertretbar/messages/mailbox-words'
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
    html`<h1>${words.mailbox}</h1>
<p>${words.nothingLeaves}</p>
<p>${words.count(count)}</p>
${mails.length === 0 ? '' : html`<ul>${mails.map((mail) => listed(mail, language))}</ul>`}
${last === undefined ? '' : html`<p><a href="${mailboxPaths.older(last.id)}">${words.older}</a></p>`}`,
  )
}

const listed = ({ id, subject, to, arrivedAt }: KeptMail, language: Language): Markup => {
  const words = mailboxWords[language]
  return html`<li><a href="${mailboxPaths.mail(id)}">${subject || words.noSubject}</a>
<p>${words.recipient} ${to} · ${instantText(arrivedAt, language)}</p></li>`
}

/** The page with one mail: what its head says, its text, and its HTML in a frame that can do nothing. */
export function mailPage(mail: KeptMail, language: Language): string {
  const words = mailboxWords[language]
  const { subject, from, to, arrivedAt, message, text } = mail
  const facts = [
    [words.sender, from],
    [words.recipient, to],
    [words.arrivedAt, instantText(arrivedAt, language)],
    ...(message === undefined ? [] : [[words.message, message] as const]),
  ] as const
  return document(
    language,
    subject || words.noSubject,
    html`<p><a href="${mailboxPaths.list}">${words.all}</a></p>
<h1>${subject || words.noSubject}</h1>
<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<h2>${words.asText}</h2>
${text === undefined ? html`<p>${words.noText}</p>` : html`<pre>${withLinks(text)}</pre>`}
${mail.html === undefined ? '' : framed(mail, language)}`,
  )
}

/** What the HTML of a mail may do beside being seen: a link in it may be followed, into a window of its own. */
export const mayDo = 'allow-popups allow-popups-to-escape-sandbox'

/** The HTML of a mail as it is shown: its links do not lead away the frame that it is shown in. */
export const shownHtml = (html: string): string =>
  html.replace(
    /^(?:\s*<!doctype[^>]*>)?(?:\s*<html[^>]*>)?(?:\s*<head[^>]*>)?/i,
    (head) => `${head}<base target="_blank">`,
  )

const framed = ({ id }: KeptMail, language: Language): Markup => {
  const { asHtml, htmlAlone } = mailboxWords[language]
  return html`<h2>${asHtml}</h2>
<iframe src="${mailboxPaths.html(id)}" title="${asHtml}" sandbox="${mayDo}"></iframe>
<p><a href="${mailboxPaths.html(id)}">${htmlAlone}</a></p>`
}

/** The page for whatever there is not. */
export function notTherePage(language: Language): string {
  const words = mailboxWords[language]
  return document(
    language,
    words.notThere,
    html`<h1>${words.notThere}</h1>
<p><a href="${mailboxPaths.list}">${words.all}</a></p>`,
  )
}

/** A web address in a text; a sentence may end behind it. */
const webAddress = /(\bhttps?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/

/** A text whose web addresses can be followed: split at them, they stand at the odd places. */
const withLinks = (text: string): Markup[] =>
  text
    .split(webAddress)
    .map((part, place) => (place % 2 === 0 ? html`${part}` : html`<a href="${part}" rel="noreferrer">${part}</a>`))

const document = (language: Language, title: string, main: Markup): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${mailboxPaths.style}">
<title>${title} · Vertretbar</title>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`.markup
