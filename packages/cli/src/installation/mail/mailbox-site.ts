import { readFile } from 'node:fs/promises'
import { type Language, languages } from '@vertretbar/messages/catalogue'
import type { Answer } from '../site.ts'
import { type KeptMail, keptMail } from './kept-mail.ts'
import type { Mailbox } from './mailbox.ts'
import { mailboxPage, mailboxPaths, mailPage, mayDo, notTherePage, shownHtml } from './mailbox-page.ts'

const styleFile = new URL('mailbox.css', import.meta.url)

/** How many mails one page lists. */
const onePage = 50

/** The pages of a mailbox; they show it and change nothing. */
export function mailboxSite(mailbox: Mailbox): Answer {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } })
    const { pathname, searchParams } = new URL(request.url)
    const language = languageOf(request)
    if (pathname === mailboxPaths.list) return page(await list(mailbox, searchParams.get('before'), language))
    if (pathname === mailboxPaths.style) return new Response(await readFile(styleFile), { headers: styleHeaders })
    const mail = await askedMail(mailbox, pathname)
    if (mail !== undefined && pathname === mailboxPaths.mail(mail.id)) return page(mailPage(mail, language))
    if (mail?.html !== undefined) return new Response(shownHtml(mail.html), { headers: foreignHeaders })
    return page(notTherePage(language), 404)
  }
}

async function list(mailbox: Mailbox, before: string | null, language: Language): Promise<string> {
  const all = await mailbox.ids()
  const reached = before === null ? all : all.filter((id) => id < before)
  const shown = await Promise.all(reached.slice(0, onePage).map((id) => read(mailbox, id)))
  const mails = shown.flatMap((mail) => mail ?? [])
  return mailboxPage({ mails, count: all.length, hasOlder: reached.length > onePage }, language)
}

/** The mail that an address is about: the one itself, or its HTML alone. */
async function askedMail(mailbox: Mailbox, pathname: string): Promise<KeptMail | undefined> {
  const id = (await mailbox.ids()).find((one) => [mailboxPaths.mail(one), mailboxPaths.html(one)].includes(pathname))
  return id === undefined ? undefined : read(mailbox, id)
}

async function read(mailbox: Mailbox, id: string): Promise<KeptMail | undefined> {
  const raw = await mailbox.read(id)
  return raw === undefined ? undefined : keptMail(id, raw)
}

/** The first language that a browser asks for and that there is. */
const languageOf = ({ headers }: Request): Language => {
  const asked = (headers.get('Accept-Language') ?? '').toLowerCase().split(',')
  return asked.flatMap((one) => languages.find((language) => one.trim().startsWith(language)) ?? []).at(0) ?? 'de'
}

const always = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const

const html = { ...always, 'Content-Type': 'text/html; charset=utf-8' }

const pageHeaders = {
  ...html,
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}

const styleHeaders = { ...always, 'Content-Type': 'text/css; charset=utf-8' }

/** What somebody sent may bring its own looks and links: no script, no form, nothing from elsewhere. */
const foreignHeaders = {
  ...html,
  'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox ${mayDo}`,
}

const page = (text: string, status = 200): Response => new Response(text, { status, headers: pageHeaders })
