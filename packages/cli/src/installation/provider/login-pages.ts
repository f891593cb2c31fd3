import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Language } from '@vertretbar/messages/catalogue'
import { errors, type Provider } from 'oidc-provider'
import * as z from 'zod'
import { providerPath } from './local-issuer.ts'
import { faultPage, loginPage, type ShownAccount } from './page-text.ts'

/** What the pages of the provider show and tell. */
export interface LoginSetting {
  /** The accounts that are offered, in a language. */
  readonly accounts: (language: Language) => Promise<readonly ShownAccount[]>
  readonly report: (error: unknown) => void
}

/** The type of the application, out of its own package. */
const fonts = {
  regular: import.meta.resolve('@kern-ux/native/dist/fonts/fira-sans/FiraSans-Regular.woff2'),
  semiBold: import.meta.resolve('@kern-ux/native/dist/fonts/fira-sans/FiraSans-SemiBold.woff2'),
} as const

/** The files of the pages, by address: nothing is inline, as the policy of the server asks. */
const files = new Map(
  (
    [
      ['login.css', 'text/css; charset=utf-8', new URL('page/login.css', import.meta.url)],
      ['submit.js', 'text/javascript; charset=utf-8', new URL('page/submit.js', import.meta.url)],
      ['fira-sans-regular.woff2', 'font/woff2', new URL(fonts.regular)],
      ['fira-sans-semi-bold.woff2', 'font/woff2', new URL(fonts.semiBold)],
    ] as const
  ).map(([name, type, file]) => [`${providerPath}/${name}`, { type, content: readFileSync(file) }]),
)

const interaction = new RegExp(`^${providerPath}/interaction/[\\w-]+$`)

/** Answers what belongs to the login page; undefined: that is the provider's own. */
export function loginPages(provider: Provider, setting: LoginSetting) {
  return (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> | undefined => {
    const path = (incoming.url ?? '').split('?')[0] ?? ''
    const file = files.get(path)
    if (file !== undefined) return Promise.resolve(send(outgoing, 200, file))
    return interaction.test(path) ? answered(provider, setting, [incoming, outgoing]) : undefined
  }
}

const html = 'text/html; charset=utf-8'

async function answered(
  provider: Provider,
  setting: LoginSetting,
  [incoming, outgoing]: readonly [IncomingMessage, ServerResponse],
): Promise<void> {
  let language: Language = 'de'
  try {
    const { params } = await provider.interactionDetails(incoming, outgoing)
    language = languageOf(params.ui_locales)
    const account = incoming.method === 'POST' ? await chosenAccount(incoming) : undefined
    const chosen = Account.safeParse(account)
    if (chosen.success) {
      const login = { accountId: chosen.data, remember: false }
      await provider.interactionFinished(incoming, outgoing, { login }, { mergeWithLastSubmission: false })
      return
    }
    const accounts = await setting.accounts(language)
    const content = loginPage({ accounts, language, wrong: account })
    send(outgoing, account === undefined ? 200 : 422, { type: html, content })
  } catch (error) {
    const isOver = error instanceof errors.SessionNotFound
    if (!isOver) setting.report(error)
    if (!outgoing.headersSent) send(outgoing, isOver ? 400 : 500, { type: html, content: faultPage(language) })
  }
}

const languageOf = (wished: unknown): Language =>
  typeof wished === 'string' && wished.toLowerCase().startsWith('en') ? 'en' : 'de'

/** What the names of accounts here may be: they become subjects, and are shown. */
const Account = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i)

/** A form of this page has a few words. */
const mostCharacters = 2000

async function chosenAccount(incoming: IncomingMessage): Promise<string> {
  let form = ''
  for await (const chunk of incoming.setEncoding('utf8')) {
    if (form.length <= mostCharacters) form += String(chunk)
  }
  return new URLSearchParams(form).get('account') ?? ''
}

function send(
  outgoing: ServerResponse,
  status: number,
  { type, content }: { readonly type: string; readonly content: string | Uint8Array },
): void {
  outgoing.writeHead(status, { 'Content-Type': type, 'Cache-Control': type === html ? 'no-store' : 'no-cache' })
  outgoing.end(content)
}
